import { civilDateOf, type Day, dayOf } from '../calendar/civil-day.ts';
import { agedAmounts, collectedShares } from './collected-share.ts';
import { exposureOf, type Standing } from './invoice.ts';

/** The invoices of one calendar month: what was owed of them, what still is, and the share collected by each age. */
export type Cohort = {
  /** First day of the month. */
  readonly month: Day;
  readonly invoices: number;
  readonly exposure: number;
  readonly open: number;
  /** Share collected within each of the ages asked for; null where no invoice of the month was watched so long. */
  readonly shares: readonly (number | null)[];
};

/** The cohorts by month of invoice, oldest first, each with its curve of collection by age since the issue. */
export function cohortsOf(standings: readonly Standing[], on: Day, ages: readonly number[]): Cohort[] {
  const byMonth = Map.groupBy(standings, ({ invoice }) => dayOf({ ...civilDateOf(invoice.issued), dayOfMonth: 1 }));
  return [...byMonth]
    .sort(([a], [b]) => a - b)
    .map(([month, some]) => {
      return {
        month,
        invoices: some.length,
        exposure: some.reduce((sum, one) => sum + exposureOf(one), 0),
        open: some.reduce((sum, { open }) => sum + open, 0),
        shares: collectedShares(agedAmounts(some, on, 'issue'), ages).map((found) => found?.share ?? null),
      };
    });
}
