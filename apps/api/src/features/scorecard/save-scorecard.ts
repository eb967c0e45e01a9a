import { NewScorecard, type ScorecardPatch } from '@milepost/contract/scorecard';
import { weightMissing } from '@milepost/core/scorecard/scorecard';
import { overlap } from '@milepost/core/scorecard/valid-on';
import type { Actor } from '../../auth/actor.ts';
import { reaches } from '../../auth/actor.ts';
import type { ScorecardTable } from '../../db/tables/scorecard.ts';
import type { Work } from '../../db/work.ts';
import type { Deps } from '../../deps.ts';
import { Failure, fieldIssue } from '../../http/failure.ts';
import { people } from '../people/store.ts';
import { partsOf, scorecardColumns, scorecards, validityOf } from './store.ts';

/** That of a role is for administrators to say, that of a person for those above them. */
export const mayEdit = (actor: Actor, { person_id }: Pick<ScorecardTable, 'person_id'>): boolean =>
  actor.role === 'admin' ||
  (actor.role === 'manager' && person_id !== null && person_id !== actor.personId && reaches(actor, person_id));

/** @throws Failure `scorecard-weights` with what is missing, `invalid-input`, `scorecard-overlap` naming the other's days */
async function demandSound(work: Work, row: ScorecardTable): Promise<void> {
  const missing = weightMissing(partsOf(row).map(({ weightBp }) => weightBp));
  if (missing !== 0)
    throw new Failure('scorecard-weights', {
      issues: [{ path: '/parts', code: 'difference', message: `${missing / 100} %`, value: String(missing) }],
    });
  if (row.valid_to !== null && row.valid_to < row.valid_from)
    throw new Failure('invalid-input', fieldIssue('/validTo', 'before-from', 'ends before it begins'));
  await scorecards.lock(work);
  const near = await scorecards.within(work.db, row.org_id, { from: row.valid_from, to: row.valid_to ?? '9999-12-31' });
  const other = near.find((one) => overlap(validityOf(row), validityOf(one)));
  if (other)
    throw new Failure(
      'scorecard-overlap',
      fieldIssue('/validFrom', 'overlaps', `${other.name}: ${other.valid_from} – ${other.valid_to ?? '…'}`),
    );
}

/**
 * Says what somebody is measured by, from a day on. Sent twice, it is one scorecard.
 * @throws Failure `not-allowed`, `owner-unknown`, `scorecard-weights`, `scorecard-overlap`
 */
export const createScorecard = (deps: Deps, actor: Actor, sent: NewScorecard) =>
  deps.transact(actor, async (work) => {
    const { id, role, personId, ...input } = NewScorecard.parse(sent);
    const values = { ...scorecardColumns(input), id, role, person_id: personId } as ScorecardTable;
    if (personId !== null && (!(await people.find(work.db, actor, personId)) || !reaches(actor, personId)))
      throw new Failure('owner-unknown', fieldIssue('/personId', 'unknown', 'nobody of your own teams'));
    if (!mayEdit(actor, values)) throw new Failure('not-allowed');
    const there = await scorecards.find(work.db, actor, id);
    if (!there) await demandSound(work, { ...values, org_id: actor.orgId });
    return scorecards.create(work, values as Parameters<typeof scorecards.create>[1]);
  });

/** @throws Failure `not-found`, `not-allowed` */
async function mine(work: Work, id: string): Promise<ScorecardTable> {
  const row = await scorecards.get(work.db, work.actor, id);
  if (!mayEdit(work.actor, row)) throw new Failure('not-allowed');
  return row;
}

/** Changes a scorecard. @throws Failure `not-allowed`, `scorecard-weights`, `scorecard-overlap`, `version-clash` */
export const changeScorecard = (
  deps: Deps,
  actor: Actor,
  id: string,
  seen: number,
  patch: ScorecardPatch,
): Promise<ScorecardTable> =>
  deps.transact(actor, async (work) => {
    const row = await mine(work, id);
    if (row.version === seen) await demandSound(work, { ...row, ...scorecardColumns(patch) });
    return scorecards.update(work, id, seen, scorecardColumns(patch));
  });

export const archiveScorecard = (deps: Deps, actor: Actor, id: string, seen: number): Promise<ScorecardTable> =>
  deps.transact(actor, async (work) => {
    await mine(work, id);
    return scorecards.archive(work, id, seen);
  });

/** Brings one back, if no other holds for the same people meanwhile. @throws Failure `scorecard-overlap` */
export const restoreScorecard = (deps: Deps, actor: Actor, id: string, seen: number): Promise<ScorecardTable> =>
  deps.transact(actor, async (work) => {
    const row = await mine(work, id);
    if (row.version === seen) await demandSound(work, row);
    return scorecards.restore(work, id, seen);
  });
