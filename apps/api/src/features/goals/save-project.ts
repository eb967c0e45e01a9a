import type { LedProjectPatch, NewLedProject } from '@milepost/contract/goals';
import type { Actor } from '../../auth/actor.ts';
import { reaches } from '../../auth/actor.ts';
import type { LedProjectTable } from '../../db/tables/growth.ts';
import type { Deps } from '../../deps.ts';
import { Failure, fieldIssue } from '../../http/failure.ts';
import { people } from '../people/store.ts';
import { ledProjects, projectColumns } from './store.ts';

/** Nothing is finished before it began, or tomorrow. @throws Failure `invalid-input` */
function demandDays({ from_day, finished_on }: Pick<LedProjectTable, 'from_day' | 'finished_on'>, today: string): void {
  if (finished_on === null) return;
  if (finished_on < from_day)
    throw new Failure('invalid-input', fieldIssue('/finishedOn', 'ends-before-start', finished_on));
  if (finished_on > today) throw new Failure('invalid-input', fieldIssue('/finishedOn', 'in-the-future', finished_on));
}

/** Writes down a project that oneself, or one of one's people, leads across departments. @throws Failure `not-found`, `invalid-input` */
export const createProject = (deps: Deps, actor: Actor, { id, personId, ...said }: NewLedProject) =>
  deps.transact(actor, async (work) => {
    if (!reaches(actor, personId)) throw new Failure('not-found');
    await people.get(work.db, actor, personId);
    const columns = { finished_on: null, outcome: null, ...projectColumns(said) } as LedProjectTable;
    demandDays(columns, deps.clock.today(actor.organisation.timeZone));
    return ledProjects.create(work, { ...columns, id, person_id: personId });
  });

export const changeProject = (
  deps: Deps,
  actor: Actor,
  id: string,
  seen: number,
  patch: LedProjectPatch,
): Promise<LedProjectTable> =>
  deps.transact(actor, async (work) => {
    const columns = projectColumns(patch);
    const before = await ledProjects.get(work.db, actor, id);
    demandDays({ ...before, ...columns }, deps.clock.today(actor.organisation.timeZone));
    return ledProjects.update(work, id, seen, columns);
  });
