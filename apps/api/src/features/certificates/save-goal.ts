import type { GoalPatch, NewGoal } from '@milepost/contract/certificates';
import type { Actor } from '../../auth/actor.ts';
import { reaches } from '../../auth/actor.ts';
import type { GoalTable } from '../../db/tables/growth.ts';
import type { Deps } from '../../deps.ts';
import { Failure, fieldIssue } from '../../http/failure.ts';
import { people } from '../people/store.ts';
import { certificates, goals } from './store.ts';

/** Sets the goal to be certified by a day, for oneself or one of one's people. One of a kind at a time. @throws Failure `not-found`, `invalid-input` */
export const createGoal = (deps: Deps, actor: Actor, { id, personId, certificateId, dueOn }: NewGoal) =>
  deps.transact(actor, async (work) => {
    if (!reaches(actor, personId)) throw new Failure('not-found');
    await people.get(work.db, actor, personId);
    if (!(await certificates.find(work.db, actor, certificateId)))
      throw new Failure('invalid-input', fieldIssue('/certificateId', 'unknown', 'no such certificate'));
    const known = await goals.of(work.db, actor.orgId, personId);
    if (known.some((row) => row.certificate_id === certificateId && row.id !== id))
      throw new Failure('invalid-input', fieldIssue('/certificateId', 'twice', 'there is this goal already'));
    return goals.create(work, { id, person_id: personId, certificate_id: certificateId, due_on: dueOn });
  });

export const changeGoal = (
  deps: Deps,
  actor: Actor,
  id: string,
  seen: number,
  { dueOn }: GoalPatch,
): Promise<GoalTable> =>
  deps.transact(actor, (work) => goals.update(work, id, seen, dueOn === undefined ? {} : { due_on: dueOn }));
