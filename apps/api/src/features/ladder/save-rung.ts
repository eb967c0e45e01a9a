import type { NewRung, RungPatch } from '@milepost/contract/ladder';
import { heightsOf } from '@milepost/core/ladder/heights';
import type { Actor } from '../../auth/actor.ts';
import type { RungTable } from '../../db/tables/growth.ts';
import type { Work } from '../../db/work.ts';
import type { Deps } from '../../deps.ts';
import { Failure, fieldIssue } from '../../http/failure.ts';
import { certificates } from '../certificates/store.ts';
import { roleProfiles } from '../skills/store.ts';
import { asksOf, blankRung, rungColumns, rungs } from './store.ts';

const refuse = (path: string, code: string, message: string): never => {
  throw new Failure('invalid-input', fieldIssue(path, code, message));
};

/** What a rung names is there, each once, and no rung lies above itself. */
async function demandSound(work: Work, row: RungTable): Promise<void> {
  const { db, actor } = work;
  const { fromIds, certificateIds, results } = asksOf(row);
  const others = (await rungs.all(db, actor.orgId)).filter(({ id, archived_at }) => id !== row.id && !archived_at);
  if (new Set(fromIds).size !== fromIds.length) refuse('/fromIds', 'twice', 'a rung stands twice');
  if (fromIds.some((id) => id !== row.id && !others.some((other) => other.id === id)))
    refuse('/fromIds', 'unknown', 'no such rung');
  const heights = heightsOf([row, ...others].map((one) => ({ id: one.id, from: asksOf(one).fromIds })));
  if (heights.status === 'cycle') {
    const nameBy = new Map([row, ...others].map(({ id, name }) => [id, name]));
    refuse('/fromIds', 'cycle', heights.cycle.map((id) => nameBy.get(id) ?? id).join(' → '));
  }
  if (new Set(certificateIds).size !== certificateIds.length)
    refuse('/certificateIds', 'twice', 'a certificate stands twice');
  for (const id of certificateIds)
    if (!(await certificates.find(db, actor, id))) refuse('/certificateIds', 'unknown', 'no such certificate');
  if (row.profile_id !== null && !(await roleProfiles.find(db, actor, row.profile_id)))
    refuse('/profileId', 'unknown', 'no such role profile');
  if (new Set(results.map(({ measure }) => measure)).size !== results.length)
    refuse('/results', 'twice', 'a measure stands twice');
}

/** Adds a rung to the ladder. @throws Failure `invalid-input`, also for a rung that would lie above itself */
export const createRung = (deps: Deps, actor: Actor, { id, ...input }: NewRung) =>
  deps.transact(actor, async (work) => {
    const values = { ...blankRung, ...rungColumns(input), id } as RungTable;
    await demandSound(work, values);
    return rungs.create(work, values as Parameters<typeof rungs.create>[1]);
  });

export const changeRung = (deps: Deps, actor: Actor, id: string, seen: number, patch: RungPatch): Promise<RungTable> =>
  deps.transact(actor, async (work) => {
    const columns = rungColumns(patch);
    await demandSound(work, { ...(await rungs.get(work.db, actor, id)), ...columns });
    return rungs.update(work, id, seen, columns);
  });

/** Puts a rung back on the ladder, where that is still sound. */
export const restoreRung = (deps: Deps, actor: Actor, id: string, seen: number): Promise<RungTable> =>
  deps.transact(actor, async (work) => {
    const row = await rungs.get(work.db, actor, id);
    // Rungs that lay below it and are gone meanwhile are passed over, as everywhere.
    const standing = new Set(
      (await rungs.all(work.db, actor.orgId)).filter((one) => !one.archived_at).map((one) => one.id),
    );
    const fromIds = asksOf(row).fromIds.filter((one) => standing.has(one));
    await demandSound(work, { ...row, ...rungColumns({ fromIds }) });
    return rungs.restore(work, id, seen);
  });
