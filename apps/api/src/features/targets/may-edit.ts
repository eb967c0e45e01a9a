import type { Actor } from '../../auth/actor.ts';
import type { TargetTable } from '../../db/tables/targets.ts';
import { Failure } from '../../http/failure.ts';
import { seesWhole } from './whole-sight-store.ts';

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
