import type { CareerPatch } from '@milepost/contract/ladder';
import type { Actor } from '../../auth/actor.ts';
import { reaches } from '../../auth/actor.ts';
import { toJson } from '../../db/columns.ts';
import type { CareerTable } from '../../db/tables/growth.ts';
import type { Work } from '../../db/work.ts';
import type { Deps } from '../../deps.ts';
import { Failure, fieldIssue } from '../../http/failure.ts';
import { people } from '../people/store.ts';
import { careers, rungs } from './store.ts';

const refuse = (path: string, code: string, message: string): never => {
  throw new Failure('invalid-input', fieldIssue(path, code, message));
};

async function demandSound(work: Work, personId: string, { terms = [], aimRungId, mentorId }: CareerPatch) {
  const { db, actor } = work;
  const known = new Set((await rungs.all(db, actor.orgId)).map(({ id }) => id));
  const ordered = terms.toSorted((a, b) => (a.from < b.from ? -1 : 1));
  for (const [at, { rungId, from, to }] of ordered.entries()) {
    const next = ordered[at + 1];
    if (!known.has(rungId)) refuse('/terms', 'unknown', 'no such rung');
    if (to !== null && to < from) refuse('/terms', 'ends-before-start', to);
    if (next && (to === null || next.from <= to)) refuse('/terms', 'overlap', next.from);
  }
  if (aimRungId && !known.has(aimRungId)) refuse('/aimRungId', 'unknown', 'no such rung');
  if (!mentorId) return;
  const mentor = await people.find(db, actor, mentorId);
  if (mentorId === personId || mentor?.is_active !== 1)
    throw new Failure('owner-unknown', fieldIssue('/mentorId', 'unknown', 'somebody else who works here'));
}

/**
 * Says where somebody stood, what they aim at and who mentors them. The aim is theirs too; the rest is said by who leads them.
 * @throws Failure `not-found`, `not-allowed`, `invalid-input`, `owner-unknown`, `version-clash`
 */
export const saveCareer = (
  deps: Deps,
  actor: Actor,
  personId: string,
  seen: number,
  patch: CareerPatch,
): Promise<CareerTable> =>
  deps.transact(actor, async (work) => {
    if (!reaches(actor, personId)) throw new Failure('not-found');
    await people.get(work.db, actor, personId);
    const isPlacing = patch.terms !== undefined || patch.mentorId !== undefined;
    if (isPlacing && !mayPlace(actor, personId)) throw new Failure('not-allowed');
    await demandSound(work, personId, patch);
    const columns = {
      ...(patch.terms === undefined ? {} : { terms: toJson(patch.terms) }),
      ...(patch.aimRungId === undefined ? {} : { aim_rung_id: patch.aimRungId }),
      ...(patch.mentorId === undefined ? {} : { mentor_id: patch.mentorId }),
    };
    const before = await careers.find(work.db, actor, personId);
    if (before) return careers.update(work, personId, seen, columns);
    if (seen !== 0) throw new Failure('version-clash', { current: { version: 0 } });
    const { row, isNew } = await careers.create(work, {
      ...{ id: personId, terms: '[]', aim_rung_id: null, mentor_id: null },
      ...columns,
    });
    if (!isNew) throw new Failure('version-clash', { current: { version: row.version } });
    return row;
  });

/** Whoever leads people places them; nobody places themselves but an administrator, whom nobody leads. */
export const mayPlace = (actor: Actor, personId: string): boolean =>
  actor.role === 'admin' || (actor.role === 'manager' && actor.personId !== personId && reaches(actor, personId));
