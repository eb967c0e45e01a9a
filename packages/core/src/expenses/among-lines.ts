import { incBeta } from '../special/inc-beta.ts';
import type { AuditContext, Expense, Limit } from './expense.ts';

/** What a rule found: the line, and what it rests on. */
export type Found = { readonly id: string; readonly evidence: readonly string[] };

/** Two lines of one amount so many days apart may be one bill. */
const duplicateDays = 2;

/**
 * Lines that may be one bill handed in twice: the same amount, at most two days apart, of the same vendor, whoever claims it; where no
 * vendor is said, of the same person and category. Symmetric: each names the others.
 */
export function duplicates(lines: readonly Expense[]): Found[] {
  const partners = new Map<string, string[]>();
  const alike = Map.groupBy(lines, ({ amount, currency }) => keyOf(currency, amount));
  for (const group of alike.values()) {
    const inOrder = group.toSorted((a, b) => a.day - b.day);
    for (const [at, line] of inOrder.entries())
      for (let next = at + 1; next < inOrder.length; next += 1) {
        const other = inOrder[next] as Expense;
        if (other.day - line.day > duplicateDays) break;
        if (!isOneBill(line, other)) continue;
        partners.set(line.id, [...(partners.get(line.id) ?? []), other.id]);
        partners.set(other.id, [...(partners.get(other.id) ?? []), line.id]);
      }
  }
  return [...partners].map(([id, evidence]) => ({ id, evidence }));
}

function isOneBill(one: Expense, other: Expense): boolean {
  if (one.vendor !== null && other.vendor !== null) return one.vendor === other.vendor;
  return one.personId === other.personId && one.category === other.category;
}

/** Two lines or more of one person, vendor, category and day, each below the limit of a line, that together reach it. */
export function splits(lines: readonly Expense[], limits: readonly Limit[]): Found[] {
  const single = limitBy(limits, 'single');
  const below = lines.filter((line) => line.vendor !== null && line.amount < (single(line) ?? 0));
  const bills = Map.groupBy(below, (line) => keyOf(line.personId, line.vendor, line.category, line.currency, line.day));
  return [...bills.values()]
    .filter((bill) => bill.length >= 2 && total(bill) >= (single(bill[0] as Expense) ?? 0))
    .flatMap(eachWithOthers);
}

/** How close to a limit the crowd is counted, and how unlikely it has to be. */
const nearLimit = 0.05;
const unlikely = 0.05;

/**
 * Lines of 95–100 % of a limit, where a person has more of them than chance gives. Amounts that do not know of the limit fall above and
 * below it alike near by, so of the n lines within 5 % of it those not above are binomial with ½; they are told of when so many or more
 * have a probability below 0.05. A line further away changes nothing.
 */
export function justBelow(lines: readonly Expense[], limits: readonly Limit[]): Found[] {
  const single = limitBy(limits, 'single');
  const near = lines.filter((line) => {
    const limit = single(line);
    return limit !== null && Math.abs(line.amount - limit) <= nearLimit * limit;
  });
  return [...Map.groupBy(near, (line) => keyOf(line.personId, line.category, line.currency)).values()].flatMap(
    (crowd) => {
      const below = crowd.filter((line) => line.amount <= (single(line) ?? 0));
      return below.length > 0 && atLeastByChance(below.length, crowd.length) < unlikely ? eachWithOthers(below) : [];
    },
  );
}

/** P(X ≥ k) of n tosses of a fair coin. */
export function atLeastByChance(k: number, n: number): number {
  return k <= 0 ? 1 : incBeta(0.5, k, n - k + 1);
}

/** Lines above the limit of a line. */
export const overLimit = (lines: readonly Expense[], limits: readonly Limit[]): Found[] => {
  const single = limitBy(limits, 'single');
  return lines.filter((line) => line.amount > (single(line) ?? Number.POSITIVE_INFINITY)).map(alone);
};

/** Lines of a person's day in a category that together go over the limit of a day. */
export function overDay(lines: readonly Expense[], limits: readonly Limit[]): Found[] {
  const day = limitBy(limits, 'day');
  const limited = lines.filter((line) => day(line) !== null);
  return [...Map.groupBy(limited, (line) => keyOf(line.personId, line.category, line.currency, line.day)).values()]
    .filter((some) => total(some) > (day(some[0] as Expense) ?? 0))
    .flatMap(eachWithOthers);
}

/** Fewer amounts than this do not say what is usual. */
export const leastUsual = 8;

/**
 * Lines far above what is usual in their category: 0.6745 · (x − median) ÷ MAD > 3.5 (Iglewicz and Hoaglin 1993), on the high side,
 * measured by amounts approved before. Nothing is usual with fewer than eight of them, or when they do not differ.
 */
export function outliers(lines: readonly Expense[], usual: AuditContext['usual']): Found[] {
  const typical = new Map(
    [...Map.groupBy(usual, ({ category, currency }) => keyOf(currency, category))].flatMap(([key, some]) => {
      if (some.length < leastUsual) return [];
      const middle = median(some.map(({ amount }) => amount));
      const spread = median(some.map(({ amount }) => Math.abs(amount - middle)));
      return spread > 0 ? [[key, { middle, spread }] as const] : [];
    }),
  );
  return lines
    .filter((line) => {
      const known = typical.get(keyOf(line.currency, line.category));
      return known !== undefined && (0.6745 * (line.amount - known.middle)) / known.spread > 3.5;
    })
    .map(alone);
}

function median(values: readonly number[]): number {
  const inOrder = values.toSorted((a, b) => a - b);
  const half = inOrder.length >> 1;
  const upper = inOrder[half] as number;
  return inOrder.length % 2 === 1 ? upper : ((inOrder[half - 1] as number) + upper) / 2;
}

/** The limit that holds for a line, null where none does. */
function limitBy(limits: readonly Limit[], which: 'single' | 'day'): (line: Expense) => number | null {
  const byCurrency = new Map(
    [...Map.groupBy(limits, ({ currency }) => currency)].map(([currency, some]) => [
      currency,
      new Map(some.map((limit) => [limit.category, limit[which]])),
    ]),
  );
  return (line) => byCurrency.get(line.currency)?.get(line.category) ?? null;
}

/** One text for several values; the unit separator stands in no name, so no two sets of values share it. */
const keyOf = (...values: readonly (string | number | null)[]): string => values.join('\u001f');
const total = (lines: readonly Expense[]): number => lines.reduce((sum, { amount }) => sum + amount, 0);
const alone = ({ id }: Expense): Found => ({ id, evidence: [] });
const eachWithOthers = (lines: readonly Expense[]): Found[] =>
  lines.map(({ id }) => ({ id, evidence: lines.flatMap((other) => (other.id === id ? [] : [other.id])) }));
