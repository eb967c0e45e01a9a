import type { Actor } from '../../auth/actor.ts';
import { reaches } from '../../auth/actor.ts';
import { fromJson } from '../../db/columns.ts';
import type { TargetTable } from '../../db/tables/targets.ts';
import { Failure } from '../../http/failure.ts';
import type { PlanFrame } from './plan-wire.ts';

/** Who sees every person of a plan may plan it: administrators, and managers whose teams hold them all. */
export const seesWhole = (actor: Actor, row: TargetTable): boolean =>
  actor.role === 'admin' ||
  (actor.role === 'manager' &&
    fromJson<Pick<PlanFrame, 'persons'>>(row.shape).persons.every((id) => reaches(actor, id)));

/**
 * Only drafts that were spread from a total are edited, by those who see them whole.
 * @throws Failure `not-allowed`, `target-published`
 */
export function demandEditor(actor: Actor, row: TargetTable): void {
  if (!seesWhole(actor, row)) throw new Failure('not-allowed');
  if (row.status !== 'draft' || row.basis !== 'spread') throw new Failure('target-published');
}
