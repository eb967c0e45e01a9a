import type { LearningPlanPatch } from '@milepost/contract/training/paths';
import { usualLearning } from '@milepost/core/training/learning-time';
import { type Actor, reaches } from '../../auth/actor.ts';
import type { LearningPlanTable } from '../../db/tables/training.ts';
import type { Deps } from '../../deps.ts';
import { Failure } from '../../http/failure.ts';
import { people } from '../people/store.ts';
import { learningPlans } from './store.ts';

/**
 * Says how many hours a week somebody learns, and by when their path is to be done: they themselves, or who leads them.
 * @throws Failure `not-found`, `version-clash`
 */
export const savePlan = (
  deps: Deps,
  actor: Actor,
  personId: string,
  seen: number,
  { hoursPerWeek, dueOn }: LearningPlanPatch,
): Promise<LearningPlanTable> =>
  deps.transact(actor, async (work) => {
    if (!reaches(actor, personId)) throw new Failure('not-found');
    await people.get(work.db, actor, personId);
    const columns = {
      ...(hoursPerWeek === undefined ? {} : { hours_per_week: hoursPerWeek }),
      ...(dueOn === undefined ? {} : { due_on: dueOn }),
    };
    if (await learningPlans.find(work.db, actor, personId)) return learningPlans.update(work, personId, seen, columns);
    if (seen !== 0) throw new Failure('version-clash', { current: { version: 0 } });
    const usual = usualLearning(deps.clock.today(actor.organisation.timeZone));
    const { row, isNew } = await learningPlans.create(work, {
      ...{ id: personId, hours_per_week: usual.hoursPerWeek, due_on: usual.dueOn },
      ...columns,
    });
    if (!isNew) throw new Failure('version-clash', { current: { version: row.version } });
    return row;
  });
