import { addMonths, toDay, toIso } from '@milepost/core/calendar/civil-day';
import type { Actor } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import type { TallyMeasure } from '../../db/tables/overview.ts';
import type { MonthFact } from '../sales/facts-store.ts';

type Span = { from: string; to: string };
/** Sums of a period in time, of the people in sight. */
export type PeriodSum = { measure: TallyMeasure; period: string; value: number };

const within = (
  db: Db,
  actor: Actor,
  grain: 'day' | 'month',
  measures: readonly TallyMeasure[],
  { from, to }: Span,
) => {
  const rows = db
    .selectFrom('tally')
    .where('org_id', '=', actor.orgId)
    .where('grain', '=', grain)
    .where('measure', 'in', [...measures])
    .where('period', '>=', from)
    .where('period', '<=', to);
  if (actor.reach === 'all') return rows;
  // What is nobody's is seen by managers.
  return rows.where('person_id', 'in', actor.role === 'manager' ? [...actor.reach, ''] : [...actor.reach]);
};

/** The whole months of a span, and the days around them. */
export function grainsOf({ from, to }: Span): { days: Span[]; months: Span | null } {
  const first = from.slice(8) === '01' ? from : toIso(addMonths(toDay(`${from.slice(0, 7)}-01`), 1));
  const isMonthEnd = toIso(toDay(to) + 1).slice(8) === '01';
  const end = isMonthEnd ? toIso(toDay(to) + 1) : `${to.slice(0, 7)}-01`;
  if (first >= end) return { days: [{ from, to }], months: null };
  return {
    months: { from: first.slice(0, 7), to: toIso(toDay(end) - 1).slice(0, 7) },
    days: [...(from < first ? [{ from, to: toIso(toDay(first) - 1) }] : []), ...(end <= to ? [{ from: end, to }] : [])],
  };
}

/** The tally as it is read. Time grows with the days and people that are asked for, not with records. */
export const tally = {
  /** By day, or by month, in order; periods without anything are left out. */
  async byPeriod(
    db: Db,
    actor: Actor,
    grain: 'day' | 'month',
    measures: readonly TallyMeasure[],
    span: Span,
  ): Promise<PeriodSum[]> {
    const rows = await within(db, actor, grain, measures, span)
      .select((eb) => ['measure', 'period', eb.fn.sum<number>('value').as('value')])
      .groupBy(['measure', 'period'])
      .orderBy('period')
      .execute();
    return rows.map(({ measure, period, value }) => ({ measure, period, value: Number(value) }));
  },

  /**
   * In order, as much as a trend asks for: by day, or for a trend of months whole months under their first day, and the days around them.
   */
  async bySpan(
    db: Db,
    actor: Actor,
    measures: readonly TallyMeasure[],
    span: Span,
    trend: 'day' | 'week' | 'month',
  ): Promise<PeriodSum[]> {
    if (trend !== 'month') return tally.byPeriod(db, actor, 'day', measures, span);
    const { days, months } = grainsOf(span);
    const [whole, ...around] = await Promise.all([
      months ? tally.byPeriod(db, actor, 'month', measures, months) : [],
      ...days.map((part) => tally.byPeriod(db, actor, 'day', measures, part)),
    ]);
    const firsts = whole.map((sum) => ({ ...sum, period: `${sum.period}-01` }));
    return [...firsts, ...around.flat()].sort((a, b) => (a.period < b.period ? -1 : 1));
  },

  /** By calendar month, as pace reads it; neither people nor lines are told apart. Nobody's is left out, as pace leaves it out. */
  async byMonth(db: Db, actor: Actor, measures: readonly TallyMeasure[], span: Span): Promise<MonthFact[]> {
    const { days, months } = grainsOf(span);
    const facts = new Map<string, number>();
    const read = async (grain: 'day' | 'month', part: Span) => {
      let rows = within(db, actor, grain, measures, part);
      if (actor.reach !== 'all') rows = rows.where('person_id', '!=', '');
      const sums = await rows
        .select((eb) => ['period', eb.fn.sum<number>('value').as('value')])
        .groupBy('period')
        .execute();
      for (const { period, value } of sums) {
        const month = period.slice(0, 7);
        facts.set(month, (facts.get(month) ?? 0) + Number(value));
      }
    };
    await Promise.all([...(months ? [read('month', months)] : []), ...days.map((part) => read('day', part))]);
    return [...facts].map(([month, value]) => ({ personId: '', line: '', month, value }));
  },
};

/** The contacts themselves, of the people in sight, as the tally counts them. */
export async function contactsOf(db: Db, actor: Actor, { from, to }: Span) {
  let rows = db
    .selectFrom('activity')
    .select(['id', 'on_day as day', 'subject'])
    .where('org_id', '=', actor.orgId)
    .where('is_done', '=', 1)
    .where('archived_at', 'is', null)
    .where('kind', 'in', ['visit', 'call', 'email', 'meeting'])
    .where('on_day', '>=', from)
    .where('on_day', '<=', to);
  if (actor.reach !== 'all') rows = rows.where('person_id', 'in', [...actor.reach]);
  return rows.orderBy('on_day').orderBy('id').execute();
}
