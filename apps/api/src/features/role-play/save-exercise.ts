import type { ExercisePatch, NewExercise } from '@milepost/contract/role-play';
import { foldName } from '@milepost/core/identity/fold-name';
import type { Actor } from '../../auth/actor.ts';
import type { ExerciseTable } from '../../db/tables/role-play.ts';
import type { Deps } from '../../deps.ts';
import { Failure, fieldIssue } from '../../http/failure.ts';
import { criteriaOf, exercises, rolePlays } from './store.ts';

/** Sets an exercise beside those that came by themselves, for a criterion of a session in sight. @throws Failure `not-found`, `invalid-input` */
export const createExercise = (deps: Deps, actor: Actor, { id, rolePlayId, criterion, text, dueOn }: NewExercise) =>
  deps.transact(actor, async (work) => {
    const session = await rolePlays.get(work.db, actor, rolePlayId);
    const known = criteriaOf(session).find(({ name }) => foldName(name) === foldName(criterion));
    if (!known) throw new Failure('invalid-input', fieldIssue('/criterion', 'unknown', criterion));
    return exercises.create(work, {
      ...{ id, role_play_id: session.id, person_id: session.person_id, observer_id: session.observer_id },
      ...{ criterion: known.name, text, due_on: dueOn, done_at: null },
    });
  });

export const changeExercise = (
  deps: Deps,
  actor: Actor,
  id: string,
  seen: number,
  { text, dueOn, isDone }: ExercisePatch,
): Promise<ExerciseTable> =>
  deps.transact(actor, async (work) => {
    const before = await exercises.get(work.db, actor, id);
    return exercises.update(work, id, seen, {
      ...(text === undefined ? {} : { text }),
      ...(dueOn === undefined ? {} : { due_on: dueOn }),
      // Ticked twice it was done the first time.
      ...(isDone === undefined ? {} : { done_at: isDone ? (before.done_at ?? work.at) : null }),
    });
  });
