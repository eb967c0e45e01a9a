import type { Actor } from '../../auth/actor.ts';
import { reaches } from '../../auth/actor.ts';
import { fromJson } from '../../db/columns.ts';
import type { TargetTable } from '../../db/tables/targets.ts';
import type { PlanFrame } from './plan-wire.ts';

/** The people of a plan, in the order of their ids. */
export const personsOf = (row: Pick<TargetTable, 'shape'>): readonly string[] =>
  fromJson<Pick<PlanFrame, 'persons'>>(row.shape).persons;

/** Who sees every person of a plan may plan it: administrators, and managers whose teams hold them all. */
export const seesWhole = (actor: Actor, row: TargetTable): boolean =>
  actor.role === 'admin' || (actor.role === 'manager' && personsOf(row).every((id) => reaches(actor, id)));
