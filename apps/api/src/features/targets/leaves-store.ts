import type { Actor } from '../../auth/actor.ts';
import { reaches } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import type { TargetTable } from '../../db/tables/targets.ts';
import { targets } from './store.ts';

/** A leaf of the plan: what one person is to sell of one line in one month (0–11). */
export type PlanLeaf = { personId: string; line: string; month: number; amount: number };

/** The cells of a plan, of the people in the actor's sight. */
export async function leavesOf(db: Db, actor: Actor, target: TargetTable): Promise<PlanLeaf[]> {
  return (await targets.cells(db, actor.orgId, target.id))
    .filter((cell) => reaches(actor, cell.person_id))
    .map((cell) => ({ personId: cell.person_id, line: cell.line, month: cell.month - 1, amount: cell.amount_minor }));
}
