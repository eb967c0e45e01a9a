import { workingOf } from '@milepost/contract/calendar';
import type { BridgeQuery } from '@milepost/contract/pacing';
import { earlierOf, toDay, toIso } from '@milepost/core/calendar/civil-day';
import { type GapBridge, gapBridge, type PlannedPart, type SoldPart } from '@milepost/core/pacing/gap-bridge';
import { planToDate } from '@milepost/core/pacing/plan-to-date';
import { weightedValue } from '@milepost/core/pipeline/stages';
import type { Actor } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import { Failure } from '../../http/failure.ts';
import { facts as booked, type MonthFact } from '../sales/facts-store.ts';
import { type BridgeOpportunity, closingBetween, creditsAbroad } from './bridge-store.ts';
import { type CurrencyEffect, currencyEffect, ratesOfYear } from './currency-effect-store.ts';
import { belongs, type PacingFacts, type Part, pacingFacts } from './pacing-facts.ts';
import { factsDuring } from './period-facts.ts';

/** With fewer closed a year before, there is no rate to compare with. */
const closedAtLeast = 10;

/** What a sale of a line brought in the twelve months before the fiscal year: the price that the plan is taken to rest on. */
export type LinePrice = { line: string; revenue: number; sales: number };

export type BridgeFacts = {
  pacing: PacingFacts;
  part: Part;
  /** Twelve months before the fiscal year. */
  earlier: { from: string; to: string };
  prices: ReadonlyMap<string, LinePrice>;
  /** Of all lines together, for a line that sold nothing then. */
  overall: LinePrice;
  plan: PlannedPart[];
  actual: SoldPart[];
  won: BridgeOpportunity[];
  closed: BridgeOpportunity[];
  before: { won: number; closed: number };
  slipped: { opportunity: BridgeOpportunity; weighted: number }[];
  /** Null without a plan, or without a single sale before the year. */
  bridge: GapBridge | null;
  /** What rates of exchange did; null where one is not known. */
  currency: CurrencyEffect;
  /** Credits in other currencies that have no rate of their day: they are in no figure. */
  otherCurrencies: number;
};

const totalBy = (rows: readonly MonthFact[], part: Part): Map<string, number> => {
  const sums = new Map<string, number>();
  for (const row of rows) if (belongs(part, row)) sums.set(row.line, (sums.get(row.line) ?? 0) + row.value);
  return sums;
};

/**
 * Everything that the bridge is computed from. A plan says amounts and no quantities: they are what the amounts are at the prices of the
 * year before.
 * @throws Failure `not-found` for a part that is not there and a period without its day, `measure-without-bridge`
 */
export async function bridgeFacts(db: Db, actor: Actor, today: string, query: BridgeQuery): Promise<BridgeFacts> {
  const year = await pacingFacts(db, actor, today, query);
  if (year.measure !== 'revenue') throw new Failure('measure-without-bridge');
  const pacing = query.period ? factsDuring(year, query.period) : year;
  if (!pacing) throw new Failure('not-found');
  const part = query.id === undefined ? pacing.whole : pacing.parts.find((one) => one.id === query.id);
  if (!part) throw new Failure('not-found');
  const start = pacing.months[0]?.from ?? pacing.asOf;
  const span = { from: start, to: earlierOf(pacing.asOf, pacing.months.at(-1)?.to ?? pacing.asOf) };
  // A period of the year is planned at the prices of its year.
  const yearStart = year.months[0]?.from ?? pacing.asOf;
  const dayBefore = toIso(toDay(yearStart) - 1);
  const earlier = { from: `${Number(yearStart.slice(0, 4)) - 1}${yearStart.slice(4)}`, to: dayBefore };
  const [sales, revenueBefore, salesBefore, closing, everywhere, planned] = await Promise.all([
    booked.byMonth(db, actor, span, 'sales'),
    booked.byMonth(db, actor, earlier),
    booked.byMonth(db, actor, earlier, 'sales'),
    closingBetween(db, actor, { from: earlier.from, to: span.to }),
    creditsAbroad(db, actor, span),
    ratesOfYear(db, actor, yearStart),
  ]);
  const [revenues, counts] = [totalBy(revenueBefore, part), totalBy(salesBefore, part)];
  const prices = new Map(
    [...revenues].flatMap(([line, revenue]): [string, LinePrice][] => {
      const count = counts.get(line) ?? 0;
      return revenue > 0 && count > 0 ? [[line, { line, revenue, sales: count }]] : [];
    }),
  );
  const overall = [...prices.values()].reduce(
    (sum, one) => ({ line: '', revenue: sum.revenue + one.revenue, sales: sum.sales + one.sales }),
    { line: '', revenue: 0, sales: 0 },
  );
  const priceOf = (line: string) => {
    const { revenue, sales: count } = prices.get(line) ?? overall;
    return revenue / count;
  };
  const inMonths = new Set(pacing.months.map(({ from }) => from.slice(0, 7)));
  const sold = pacing.sold.filter(({ month }) => inMonths.has(month));
  const abroad = everywhere.filter((one) => belongs(part, one));
  const rated = abroad.filter(({ atDayRate }) => atDayRate !== null);
  const salesAbroad = rated.map(({ day, ...one }) => ({ ...one, month: day.slice(0, 7), value: one.sales }));
  const currency = currencyEffect(actor, abroad, planned);
  const [soldBy, quantityBy] = [totalBy(sold, part), totalBy([...sales, ...salesAbroad], part)];
  const due = dueByLine(pacing, part, actor);
  const plan = [...due].map(([line, amount]) => ({ id: line, amount, price: priceOf(line) }));
  const actual = [...new Set([...soldBy.keys(), ...quantityBy.keys()])].map((line) => ({
    id: line,
    amount: soldBy.get(line) ?? 0,
    quantity: quantityBy.get(line) ?? 0,
  }));
  const own = closing.filter((one) => belongs(part, one));
  const isIn = ({ from, to }: { from: string; to: string }, day: string | null) =>
    day !== null && day >= from && day <= to;
  const ended = (within: { from: string; to: string }) =>
    own.filter(({ category, closedOn }) => category !== 'open' && isIn(within, closedOn));
  const isWon = ({ category }: BridgeOpportunity) => category === 'won';
  const closed = ended(span);
  const before = { won: ended(earlier).filter(isWon).length, closed: ended(earlier).length };
  const slipped = own.flatMap((opportunity) => {
    const { category, amount, expectedCloseOn, probabilityBp } = opportunity;
    const isLate = category === 'open' && isIn(span, expectedCloseOn) && (expectedCloseOn ?? '') < pacing.asOf;
    return isLate && amount !== null ? [{ opportunity, weighted: weightedValue(amount, probabilityBp) }] : [];
  });
  const won = closed.filter(isWon);
  const isComparable = before.closed >= closedAtLeast && closed.length > 0;
  return {
    pacing,
    part,
    earlier,
    prices,
    overall,
    plan,
    actual,
    won,
    closed,
    before,
    slipped,
    currency,
    otherCurrencies: abroad.length - rated.length,
    bridge:
      pacing.target && overall.sales > 0
        ? gapBridge({
            plan,
            actual,
            conversion: isComparable
              ? { won: won.length, closed: closed.length, plannedRate: before.won / before.closed }
              : null,
            slipped: slipped.map(({ weighted }) => weighted),
            currency:
              currency?.map(({ atDayRates, atPlanRate }) => ({
                atDayRates: atDayRates.value,
                atPlanRate: atPlanRate.value,
              })) ?? null,
          })
        : null,
  };
}

/** The plan due by the day, line by line; lines of which nothing is due are left out. */
function dueByLine(pacing: PacingFacts, part: Part, { organisation }: Actor): Map<string, number> {
  const spans = pacing.months.map(({ from, to }) => ({ first: toDay(from), last: toDay(to) }));
  const own = pacing.leaves.filter((leaf) => belongs(part, leaf));
  const due = [...Map.groupBy(own, ({ line }) => line)].map(([line, leaves]): [string, number] => [
    line,
    planToDate(
      leaves.flatMap(({ month, amount }) => {
        const span = spans[month];
        return span ? [{ month: span, amount }] : [];
      }),
      toDay(pacing.asOf),
      workingOf(organisation),
    ),
  ]);
  return new Map(due.filter(([, amount]) => amount !== 0).sort(([a], [b]) => (a < b ? -1 : 1)));
}
