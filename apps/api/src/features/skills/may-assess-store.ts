import type { AssessmentKind } from '@milepost/contract/skills';
import type { Actor } from '../../auth/actor.ts';
import { reaches } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import { Failure } from '../../http/failure.ts';
import { careers } from '../ladder/store.ts';
import { pairing } from '../mentoring/pairing-store.ts';
import { people } from '../people/store.ts';

/** Is somebody the mentor of another: by their career, or in a pair that runs? */
const isMentor = async (db: Db, { orgId, personId }: Actor, menteeId: string): Promise<boolean> =>
  personId !== null &&
  ((await careers.mentorOf(db, orgId, menteeId)) === personId ||
    (await pairing.isMentorOf(db, orgId, personId, menteeId)));

/** As what somebody may assess a person: themselves, as their mentor, or as who leads them. Null: not at all. */
export async function mayAssessAs(db: Db, actor: Actor, personId: string): Promise<AssessmentKind | null> {
  if (actor.personId === null) return null;
  if (actor.personId === personId) return 'self';
  if (await isMentor(db, actor, personId)) return 'mentor';
  return actor.role !== 'rep' && reaches(actor, personId) ? 'manager' : null;
}

/**
 * Whose growth is asked for: one's own, that of somebody in reach, or of one's mentee.
 * @throws Failure `not-found` for everybody else, and for the operator, who has none
 */
export async function whoseGrowth(
  db: Db,
  actor: Actor,
  asked: string | undefined,
): Promise<{ id: string; name: string }> {
  const personId = asked ?? actor.personId;
  if (personId === null) throw new Failure('not-found');
  if (!reaches(actor, personId) && !(await isMentor(db, actor, personId))) throw new Failure('not-found');
  const { id, name } = await people.get(db, actor, personId);
  return { id, name };
}
