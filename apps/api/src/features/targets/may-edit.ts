import type { Actor } from '../../auth/actor.ts';
import { reaches } from '../../auth/actor.ts';
import { fromJson } from '../../db/columns.ts';
import type { TargetTable } from '../../db/tables/targets.ts';
import { Failure } from '../../http/failure.ts';
import type { PlanFrame } from './plan-wire.ts';

/** The people of a plan, in the order of their ids. */
export const personsOf = (row: Pick<TargetTable, 'shape'>): readonly string[] =>
  fromJson<Pick<PlanFrame, 'persons'>>(row.shape).persons;

/** Who sees every person of a plan may plan it: administrators, and managers whose teams hold them all. */
export const seesWhole = (actor: Actor, row: TargetTable): boolean =>
  actor.role === 'admin' || (actor.role === 'manager' && personsOf(row).every((id) => reaches(actor, id)));

/** Statuses in which a target is with its people. */
export const isAsked = ({ status }: Pick<TargetTable, 'status'>): boolean =>
  status === 'submitted' || status === 'accepted' || status === 'disputed';

/** @throws Failure `not-allowed` */
export function demandPlanner(actor: Actor, row: TargetTable): void {
  if (!seesWhole(actor, row)) throw new Failure('not-allowed');
}

/**
 * Only drafts that were made here are edited, by those who see them whole: imported quotas are as they were given.
 * @throws Failure `not-allowed`, `target-not-draft`, `target-published`
 */
export function demandEditor(actor: Actor, row: TargetTable): void {
  demandPlanner(actor, row);
  if (isAsked(row)) throw new Failure('target-not-draft');
  if (row.status !== 'draft' || row.basis === 'imported') throw new Failure('target-published');
}
