import { fiscalLabel, monthsOf } from '@milepost/contract/calendar';
import type { AdditiveMeasure } from '@milepost/core/targets/measures';
import type { Actor } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import { measured } from '../figures/measured-store.ts';

/** A past fiscal year: what was reached in its twelve months, or why it teaches nothing. */
export type PastYear = {
  fiscalYear: number;
  label: string;
  months: { from: string; to: string }[];
  amounts: number[] | null;
  reason: 'no-sales' | 'incomplete' | null;
};

/** The fiscal years before one, oldest first, of what is in the actor's sight. Only years that the books hold whole are counted. */
export async function pastYears(
  db: Db,
  actor: Actor,
  {
    fiscalYear,
    years,
    today,
    measure = 'revenue',
  }: { fiscalYear: number; years: number; today: string; measure?: AdditiveMeasure },
): Promise<PastYear[]> {
  const reached = measured(db, actor, measure, today);
  const first = await reached.firstDay();
  const past: PastYear[] = [];
  for (let year = fiscalYear - years; year < fiscalYear; year += 1) {
    const months = monthsOf(actor.organisation, year);
    const [from, to] = [months[0]?.from ?? '', months.at(-1)?.to ?? ''];
    const frame = { fiscalYear: year, label: fiscalLabel(actor.organisation, from), months };
    if (first === undefined || first > to) past.push({ ...frame, amounts: null, reason: 'no-sales' });
    else if (first.slice(0, 7) > from.slice(0, 7) || to >= today)
      past.push({ ...frame, amounts: null, reason: 'incomplete' });
    else {
      const rows = await reached.byMonth({ from, to });
      const amounts = months.map((month) =>
        rows.filter((row) => row.month === month.from.slice(0, 7)).reduce((sum, row) => sum + row.value, 0),
      );
      const hasSold = amounts.some((amount) => amount > 0);
      past.push({ ...frame, amounts: hasSold ? amounts : null, reason: hasSold ? null : 'no-sales' });
    }
  }
  return past;
}
