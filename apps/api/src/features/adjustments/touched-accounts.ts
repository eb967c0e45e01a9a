import type { AdjustmentView } from '@milepost/contract/adjustments';
import { toIso } from '@milepost/core/calendar/civil-day';
import type { Actor } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import type { ChangeTable } from '../../db/tables/changes.ts';
import { wallTimeOf } from '../../wall-time.ts';
import { adjustments } from './store.ts';

/** What a change adjusted. */
export const kindOf = ({ subject, action }: ChangeTable): AdjustmentView['kind'] => {
  if (subject === 'regrouping') return 'regrouping';
  if (subject === 'target') return 'plan';
  if (action === 'promise-changed') return 'promise';
  return action === 'tier-held' || action === 'tier-released' ? 'tier' : 'owner';
};

/** The civil day on which it was adjusted. */
export const dayOf = ({ at }: ChangeTable, { organisation }: Actor): string =>
  toIso(wallTimeOf(at, organisation.timeZone).day);

/** The accounts in sight that an adjustment touched. */
export async function accountsTouched(db: Db, actor: Actor, row: ChangeTable): Promise<string[]> {
  const kind = kindOf(row);
  if (kind === 'regrouping') return adjustments.movedBy(db, actor, row.record_id);
  return kind === 'plan' ? [] : [row.record_id];
}
