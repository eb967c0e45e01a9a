import { sql } from 'kysely';
import type { Actor } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';

/** What daily facts are summed by. */
export type FactAxis = 'person_id' | 'line' | 'segment';

export type FactSum = { key: string; value: number };
export type DaySum = { day: string; value: number };
export type MonthFact = { personId: string; line: string; month: string; value: number };

const monthOfDay = sql<string>`substr(day, 1, 7)`;

type Span = { from: string; to: string };
/**
 * What daily facts hold of credits in the organisation's currency; pieces are counted whatever they were paid in. `org_revenue` is
 * that of credits in other currencies, at their frozen rates.
 */
export type FactMeasure = 'revenue' | 'costed_revenue' | 'cost' | 'quantity' | 'sales' | 'org_revenue';
/** What stands in other currencies, or in any. */
const ofAnyCurrency: readonly FactMeasure[] = ['quantity', 'org_revenue'];

const within = (db: Db, actor: Actor, measure: FactMeasure, { from, to }: Span) => {
  const all = db
    .selectFrom('fact_day')
    .where('org_id', '=', actor.orgId)
    .where('measure', '=', measure)
    .where('day', '>=', from)
    .where('day', '<=', to);
  const rows = ofAnyCurrency.includes(measure) ? all : all.where('currency', '=', actor.organisation.currency);
  return actor.reach === 'all' ? rows : rows.where('person_id', 'in', [...actor.reach]);
};

/** Daily facts in the organisation's currency, of the people in the actor's reach. */
export const facts = {
  sumBy: (db: Db, actor: Actor, axis: FactAxis, span: Span, measure: FactMeasure = 'revenue'): Promise<FactSum[]> =>
    within(db, actor, measure, span)
      .select((eb) => [eb.ref(axis).as('key'), eb.fn.sum<number>('value').as('value')])
      .groupBy(axis)
      .orderBy(axis)
      .execute(),

  /** By person, line and calendar month (`YYYY-MM`). */
  byMonth: (db: Db, actor: Actor, span: Span, measure: FactMeasure = 'revenue'): Promise<MonthFact[]> =>
    within(db, actor, measure, span)
      .select((eb) => ['person_id as personId', 'line', monthOfDay.as('month'), eb.fn.sum<number>('value').as('value')])
      .groupBy(['person_id', 'line', monthOfDay])
      .execute(),

  /** Sums of single days, in order; days without facts are left out. */
  async byDay(db: Db, actor: Actor, span: Span, measure: FactMeasure = 'revenue'): Promise<DaySum[]> {
    const rows = within(db, actor, measure, span).select((eb) => ['day', eb.fn.sum<number>('value').as('value')]);
    if (actor.reach === 'all') return rows.groupBy('day').orderBy('day').execute();
    // Asked for days alone, SQLite walks through the days of everybody, because those lie in order.
    const days = new Map<string, number>();
    for (const { day, value } of await rows.groupBy(['person_id', 'day']).execute())
      days.set(day, (days.get(day) ?? 0) + value);
    return [...days].map(([day, value]) => ({ day, value })).sort((a, b) => (a.day < b.day ? -1 : 1));
  },

  /** The first day with a fact at all; undefined without any. */
  firstDay: async (db: Db, actor: Actor): Promise<string | undefined> =>
    (
      await within(db, actor, 'revenue', { from: '0000-01-01', to: '9999-12-31' })
        .select((eb) => eb.fn.min<string | null>('day').as('day'))
        .executeTakeFirst()
    )?.day ?? undefined,
};
