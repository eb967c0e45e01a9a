import type { Day } from '../calendar/civil-day.ts';
import { incBeta } from '../special/inc-beta.ts';
import { byNumber, type ClaimTable, groupsOf, keyAt, placesWhere } from './claim-table.ts';
import type { AuditContext, Expense, Limit } from './expense.ts';

/** What a rule found: the place of the line, and the ids it rests on. */
export type Found = { readonly at: number; readonly evidence: readonly string[] };

const nothing: readonly string[] = [];

/** Lines that a rule tells of by themselves. */
export const alone = (places: readonly number[]): Found[] => places.map((at) => ({ at, evidence: nothing }));

/** Two lines of one amount so many days apart may be one bill. */
const duplicateDays = 2;

/**
 * Lines that may be one bill handed in twice: the same amount, at most two days apart, of the same vendor, whoever claims it; where no
 * vendor is said, of the same person and category. Symmetric: each names the others.
 */
export function duplicates(table: ClaimTable): Found[] {
  const { lines, vendor, own, price } = table;
  const named = placesWhere(table, (at) => vendor.of[at] !== -1);
  const sameBill = groupsOf(named, price, vendor);
  // Where one of two says no vendor: only keys of such lines can hold a pair.
  const unnamed = new Set(placesWhere(table, (at) => vendor.of[at] === -1).map((at) => keyAt(at, price, own)));
  const alike = placesWhere(table, (at) => unnamed.has(keyAt(at, price, own)));
  const sameClaim = groupsOf(alike, price, own);
  const partners = new Map<number, string[]>();
  const join = (at: number, other: number) => {
    const known = partners.get(at);
    const id = idAt(lines, other);
    if (known) known.push(id);
    else partners.set(at, [id]);
  };
  const eachPair = (groups: readonly number[][], isPair: (one: number, other: number) => boolean) => {
    for (const group of groups) {
      const inOrder = group.toSorted((a, b) => dayAt(lines, a) - dayAt(lines, b));
      for (const [place, one] of inOrder.entries())
        for (let next = place + 1; next < inOrder.length; next += 1) {
          const other = inOrder[next] as number;
          if (dayAt(lines, other) - dayAt(lines, one) > duplicateDays) break;
          if (!isPair(one, other)) continue;
          join(one, other);
          join(other, one);
        }
    }
  };
  eachPair(sameBill, () => true);
  eachPair(sameClaim, (one, other) => vendor.of[one] === -1 || vendor.of[other] === -1);
  return [...partners].map(([at, evidence]) => ({ at, evidence }));
}

/** Two lines or more of one person, vendor, category and day, each below the limit of a line, that together reach it. */
export function splits(table: ClaimTable, limits: readonly Limit[]): Found[] {
  const single = limitBy(table, limits, 'single');
  const { lines, own, day, vendor } = table;
  const below = placesWhere(table, (at, { amount }) => vendor.of[at] !== -1 && amount < (single(at) ?? 0));
  return groupsOf(below, own, day)
    .flatMap((some) => [...Map.groupBy(some, (at) => vendor.of[at]).values()])
    .filter((bill) => bill.length > 1)
    .filter((bill) => total(lines, bill) >= (single(bill[0] as number) ?? 0))
    .flatMap((bill) => eachWithOthers(lines, bill));
}

/** How close to a limit the crowd is counted, and how unlikely it has to be. */
const nearLimit = 0.05;
const unlikely = 0.05;

/**
 * Lines of 95–100 % of a limit, where a person has more of them than chance gives. Amounts that do not know of the limit fall above and
 * below it alike near by, so of the n lines within 5 % of it those not above are binomial with ½; they are told of when so many or more
 * have a probability below 0.05. A line further away changes nothing.
 */
export function justBelow(table: ClaimTable, limits: readonly Limit[]): Found[] {
  const single = limitBy(table, limits, 'single');
  const near = placesWhere(table, (at, { amount }) => {
    const limit = single(at);
    return limit !== null && Math.abs(amount - limit) <= nearLimit * limit;
  });
  return [...Map.groupBy(near, (at) => table.own.of[at]).values()].flatMap((crowd) => {
    const below = crowd.filter((at) => (table.lines[at] as Expense).amount <= (single(at) ?? 0));
    const isCrowd = below.length > 0 && atLeastByChance(below.length, crowd.length) < unlikely;
    return isCrowd ? eachWithOthers(table.lines, below) : [];
  });
}

/** P(X ≥ k) of n tosses of a fair coin. */
export function atLeastByChance(k: number, n: number): number {
  return k <= 0 ? 1 : incBeta(0.5, k, n - k + 1);
}

/** Lines above the limit of a line. */
export const overLimit = (table: ClaimTable, limits: readonly Limit[]): Found[] => {
  const single = limitBy(table, limits, 'single');
  return alone(placesWhere(table, (at, { amount }) => amount > (single(at) ?? Number.POSITIVE_INFINITY)));
};

/** Lines of a person's day in a category that together go over the limit of a day. */
export function overDay(table: ClaimTable, limits: readonly Limit[]): Found[] {
  const { lines, own } = table;
  const limit = limitBy(table, limits, 'day');
  const limited = placesWhere(table, (at) => limit(at) !== null);
  const together = groupsOf(limited, own, table.day).filter(
    (some) => total(lines, some) > (limit(some[0] as number) ?? 0),
  );
  const shared = new Set(together.flat());
  // A line that is over it by itself, with nothing beside it.
  const single = limited.filter((at) => !shared.has(at) && (lines[at] as Expense).amount > (limit(at) ?? 0));
  return [...together.flatMap((some) => eachWithOthers(lines, some)), ...alone(single)];
}

/** Fewer amounts than this do not say what is usual. */
export const leastUsual = 8;

/**
 * Lines far above what is usual in their category: 0.6745 · (x − median) ÷ MAD > 3.5 (Iglewicz and Hoaglin 1993), on the high side,
 * measured by amounts approved before. Nothing is usual with fewer than eight of them, or when they do not differ.
 */
export function outliers(table: ClaimTable, usual: AuditContext['usual']): Found[] {
  const amounts = Map.groupBy(usual, ({ category, currency }) => `${currency}\u001f${category}`);
  const typical = byNumber(table, table.kind, ({ category, currency }) => {
    const some = amounts.get(`${currency}\u001f${category}`) ?? [];
    if (some.length < leastUsual) return null;
    const middle = median(some.map(({ amount }) => amount));
    const spread = median(some.map(({ amount }) => Math.abs(amount - middle)));
    return spread > 0 ? { middle, spread } : null;
  });
  return alone(
    placesWhere(table, (at, { amount }) => {
      const known = typical[table.kind.of[at] as number] ?? null;
      return known !== null && (0.6745 * (amount - known.middle)) / known.spread > 3.5;
    }),
  );
}

function median(values: readonly number[]): number {
  const inOrder = values.toSorted((a, b) => a - b);
  const half = inOrder.length >> 1;
  const upper = inOrder[half] as number;
  return inOrder.length % 2 === 1 ? upper : ((inOrder[half - 1] as number) + upper) / 2;
}

/** The limit that holds for a line by its place, null where none does. Of two for one category and currency the last one holds. */
function limitBy(
  table: ClaimTable,
  limits: readonly Limit[],
  which: 'single' | 'day',
): (place: number) => number | null {
  const known = byNumber(
    table,
    table.kind,
    ({ category, currency }) =>
      limits.findLast((limit) => limit.category === category && limit.currency === currency)?.[which] ?? null,
  );
  return (place) => known[table.kind.of[place] as number] ?? null;
}

const idAt = (lines: readonly Expense[], at: number): string => (lines[at] as Expense).id;
const dayAt = (lines: readonly Expense[], at: number): Day => (lines[at] as Expense).day;
const total = (lines: readonly Expense[], places: readonly number[]): number =>
  places.reduce((sum, at) => sum + (lines[at] as Expense).amount, 0);
const eachWithOthers = (lines: readonly Expense[], places: readonly number[]): Found[] =>
  places.map((at) => ({ at, evidence: places.flatMap((other) => (other === at ? [] : [idAt(lines, other)])) }));
