import type { DepartmentPatch, NewDepartment } from '@milepost/contract/issues';
import { usualHours } from '@milepost/core/issues/escalation';
import type { Actor } from '../../auth/actor.ts';
import type { DepartmentTable } from '../../db/tables/issues.ts';
import type { Work } from '../../db/work.ts';
import type { Deps } from '../../deps.ts';
import { Failure, fieldIssue } from '../../http/failure.ts';
import { demandSolver } from './raise-issue.ts';
import { departmentColumns, departments, issues } from './store.ts';

/** Who leads a department is one of its people. */
async function demandHead(work: Work, headId: string | null | undefined, id: string): Promise<void> {
  if (headId) await demandSolver(work, headId, id);
}

/** Makes a department, once; the hours that nobody has said are the usual ones. */
export const createDepartment = (deps: Deps, actor: Actor, { id, ...input }: NewDepartment) =>
  deps.transact(actor, async (work) => {
    if (!(await departments.find(work.db, actor, id))) await demandHead(work, input.headId, id);
    const usual = {
      ...{ head_id: null, urgent_hours: usualHours.urgent },
      ...{ important_hours: usualHours.important, routine_hours: usualHours.routine },
    };
    return departments.create(work, { ...usual, ...departmentColumns(input), id } as DepartmentTable);
  });

/** Changes a department. Deadlines that run already stay. @throws Failure `owner-unknown` for a head of somewhere else */
export const changeDepartment = (
  deps: Deps,
  actor: Actor,
  id: string,
  seen: number,
  patch: DepartmentPatch,
): Promise<DepartmentTable> =>
  deps.transact(actor, async (work) => {
    await departments.get(work.db, actor, id);
    await demandHead(work, patch.headId, id);
    return departments.update(work, id, seen, departmentColumns(patch));
  });

/** Takes a department away that has nothing to do and nobody in it. @throws Failure `in-use` */
export const archiveDepartment = (deps: Deps, actor: Actor, id: string, seen: number): Promise<DepartmentTable> =>
  deps.transact(actor, async (work) => {
    const all = await departments.people(work.db, actor.orgId);
    const count = all.filter(({ department_id }) => department_id === id).length + (await issues.countBefore(work, id));
    if (count > 0) throw new Failure('in-use', fieldIssue('/id', 'in-use', `${count} people and issues belong to it`));
    return departments.archive(work, id, seen);
  });
