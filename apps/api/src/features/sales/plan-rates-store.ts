import { fiscalOf } from '@milepost/contract/calendar';
import { toDay, toIso } from '@milepost/core/calendar/civil-day';
import { periodContaining } from '@milepost/core/calendar/fiscal-year';
import { atPlanRates, type SoldIn } from '@milepost/core/money/plan-rate';
import { sql } from 'kysely';
import type { Actor } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import { Failure } from '../../http/failure.ts';
import { planRates } from '../money/store.ts';

type Span = { from: string; to: string };
/** What somebody sold, other currencies at plan rates; `fxEffect` is null where nothing was, or where a day's rate is missing. */
export type SoldAtPlanRates = { actual: number; fxEffect: number | null };

const monthOf = (column: string) => sql<string>`substr(${sql.ref(column)}, 1, 7)`;
const yearOf = ({ organisation }: Actor, month: string): string =>
  toIso(periodContaining(toDay(`${month}-01`), 'year', fiscalOf(organisation)).first);

const inSight = (actor: Actor): readonly string[] | null => (actor.reach === 'all' ? null : [...actor.reach]);

/** Revenue by person and currency from the daily facts; what credits in other currencies are at their frozen rates beside it. */
async function revenueOf(db: Db, actor: Actor, { from, to }: Span) {
  const people = inSight(actor);
  let rows = db
    .selectFrom('fact_day')
    .where('org_id', '=', actor.orgId)
    .where('measure', 'in', ['revenue', 'org_revenue'])
    .where('day', '>=', from)
    .where('day', '<=', to);
  if (people) rows = rows.where('person_id', 'in', people);
  const sums = rows.select((eb) => [
    'person_id as personId',
    'currency',
    'measure',
    eb.fn.sum<number>('value').as('value'),
  ]);
  const whole = await sums.groupBy(['person_id', 'currency', 'measure']).execute();
  const { currency: home } = actor.organisation;
  if (whole.every(({ currency }) => currency === home)) return { home: whole, abroad: [] };
  const month = monthOf('day');
  const abroad = await sums
    .select(month.as('month'))
    .where('currency', '!=', home)
    .groupBy(['person_id', 'currency', 'measure', month])
    .execute();
  return { home: whole.filter(({ currency }) => currency === home), abroad };
}

/** For whom, in which currency and month, a credit has no rate: what it was at the rate of its day is not known. */
async function unratedOf(db: Db, actor: Actor, { from, to }: Span): Promise<Set<string>> {
  const people = inSight(actor);
  const month = monthOf('day');
  let rows = db
    .selectFrom('credit')
    .where('org_id', '=', actor.orgId)
    .where('rate', 'is', null)
    .where('currency', '!=', actor.organisation.currency)
    .where('day', '>=', from)
    .where('day', '<=', to);
  if (people) rows = rows.where('person_id', 'in', people);
  const found = await rows
    .select(['person_id', 'currency', month.as('month')])
    .distinct()
    .execute();
  return new Set(found.map((row) => `${row.person_id ?? ''} ${row.currency} ${row.month}`));
}

/**
 * Revenue of each person between two days, in the organisation's currency: what was sold in others is read at the plan rates of
 * their fiscal years, so that attainment says what was sold and not what currencies did; that effect stands beside it.
 * @throws Failure `missing-rate` naming each plan rate that is not there
 */
export async function soldAtPlanRates(db: Db, actor: Actor, span: Span): Promise<Map<string, SoldAtPlanRates>> {
  const { home, abroad } = await revenueOf(db, actor, span);
  const sold = new Map(
    home.map(({ personId, value }): [string, SoldAtPlanRates] => [personId, { actual: Number(value), fxEffect: null }]),
  );
  if (abroad.length === 0) return sold;
  const unrated = await unratedOf(db, actor, span);
  const years = Map.groupBy(abroad, ({ month }) => yearOf(actor, month));
  const starts = [...years.keys()].sort();
  const rates = await planRates(db, actor.orgId, { from: starts[0] ?? '', to: starts.at(-1) ?? '' });
  const missing = new Set<string>();
  for (const [year, facts] of years) {
    const ratesOfYear = Object.fromEntries(
      rates.filter(({ day }) => day === year).map((one) => [one.currency, one.rate]),
    );
    for (const [personId, own] of Map.groupBy(facts, (fact) => fact.personId)) {
      const result = atPlanRates(actor.organisation.currency, soldIn(own, unrated), ratesOfYear);
      if (result.status === 'missingRate') {
        for (const currency of result.currencies) missing.add(`${currency}/${year}`);
        continue;
      }
      const before = sold.get(personId);
      const isFirst = before === undefined || before.fxEffect === null;
      const effect = result.fxEffect === null ? null : (isFirst ? 0 : (before?.fxEffect ?? 0)) + result.fxEffect;
      sold.set(personId, { actual: (before?.actual ?? 0) + result.minor, fxEffect: effect });
    }
  }
  if (missing.size > 0)
    throw new Failure('missing-rate', {
      issues: [...missing].sort().map((one) => ({
        path: `/rates/plan/${one}`,
        code: 'missing-plan',
        message: `no plan rate ${one}`,
        value: one.split('/')[1] ?? null,
      })),
    });
  return sold;
}

type Fact = { personId: string; currency: string; measure: string; value: number; month: string };

/** The facts of one person by currency and month, with what they were at the rates of their days. */
function soldIn(facts: readonly Fact[], unrated: ReadonlySet<string>): SoldIn[] {
  return facts
    .filter(({ measure }) => measure === 'revenue')
    .map(({ personId, currency, month, value }) => {
      const rated = facts.find(
        (one) => one.measure === 'org_revenue' && one.currency === currency && one.month === month,
      );
      const isKnown = !unrated.has(`${personId} ${currency} ${month}`);
      return { currency, minor: Number(value), atDayRates: isKnown ? Number(rated?.value ?? 0) : null };
    });
}
