import type { TodaySourceName } from '@milepost/contract/today';
import type { Actor } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import type { TodayItem, TodaySource } from './source.ts';
import { actionSource } from './sources/actions-store.ts';
import { activitySource } from './sources/activities-store.ts';
import { cadenceVisitSource } from './sources/cadence-visits-store.ts';
import { checklistSource } from './sources/checklist-items-store.ts';
import { exerciseSource } from './sources/exercises-store.ts';
import { firstVisitSource } from './sources/first-visits-store.ts';
import { forecastDueSource, forecastStaleSource } from './sources/forecasts-store.ts';
import { goalSource } from './sources/goals-store.ts';
import { invoiceSource } from './sources/invoices-store.ts';
import { issueSource } from './sources/issues-store.ts';
import { learningSource } from './sources/learning-store.ts';
import { meetingActionSource } from './sources/meeting-actions-store.ts';
import { opportunitySource } from './sources/opportunities-store.ts';
import { pledgeSource } from './sources/pledges-store.ts';
import { quotaLetterSource } from './sources/quota-letters-store.ts';
import { rolePlaySource } from './sources/role-plays-store.ts';

/** Everything that puts items on somebody's day. */
export const todaySourcesInUse: readonly TodaySource[] = [
  activitySource,
  invoiceSource,
  actionSource,
  checklistSource,
  opportunitySource,
  firstVisitSource,
  cadenceVisitSource,
  quotaLetterSource,
  forecastDueSource,
  forecastStaleSource,
  goalSource,
  learningSource,
  meetingActionSource,
  exerciseSource,
  rolePlaySource,
  issueSource,
  pledgeSource,
];

/** Items in full, in their order; of each source those that need it are read at once. */
export async function completed(db: Db, actor: Actor, items: readonly TodayItem[]): Promise<TodayItem[]> {
  const known = new Map<TodayItem, TodayItem>();
  for (const source of todaySourcesInUse) {
    const own = items.filter((item) => item.source === source.name);
    if (own.length === 0) continue;
    const full = source.complete ? await source.complete(db, actor, own) : own;
    const byId = new Map(full.map((item) => [item.id, item]));
    for (const item of own) {
      const found = byId.get(item.id);
      if (found) known.set(item, found);
    }
  }
  return items.flatMap((item) => known.get(item) ?? []);
}

export const sourceNamed = (name: TodaySourceName): TodaySource => {
  const found = todaySourcesInUse.find((source) => source.name === name);
  if (!found) throw new Error(`No source of today is called ${name}.`);
  return found;
};
