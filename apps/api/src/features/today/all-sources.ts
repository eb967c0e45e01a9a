import type { TodaySourceName } from '@milepost/contract/today';
import type { TodaySource } from './source.ts';
import { actionSource } from './sources/actions-store.ts';
import { activitySource } from './sources/activities-store.ts';
import { checklistSource } from './sources/checklist-items-store.ts';
import { dealSource } from './sources/deals-store.ts';
import { firstVisitSource } from './sources/first-visits-store.ts';
import { invoiceSource } from './sources/invoices-store.ts';

/** Everything that puts items on somebody's day. */
export const todaySourcesInUse: readonly TodaySource[] = [
  activitySource,
  invoiceSource,
  actionSource,
  checklistSource,
  dealSource,
  firstVisitSource,
];

export const sourceNamed = (name: TodaySourceName): TodaySource => {
  const found = todaySourcesInUse.find((source) => source.name === name);
  if (!found) throw new Error(`No source of today is called ${name}.`);
  return found;
};
