import { derive, type Heading } from '@milepost/core/explain/derive';
import type { Why } from '@milepost/core/explain/why';
import { wilson } from '@milepost/core/rate/wilson';
import { type Item, leafOf } from './item-measure.ts';

/** How many items there are. */
export const countOf = (items: readonly Item[]) => ({ value: items.length, counts: null, interval: null });

/** What the items amount to. */
export const amountOf = (items: readonly Item[]) => ({
  value: items.reduce((sum, { amount }) => sum + (amount ?? 0), 0),
  counts: null,
  interval: null,
});

/** A count or an amount as the sum of its months, each of its records. */
export const whySum = (items: readonly Item[], heading: Heading): Why =>
  derive(
    'sum',
    heading,
    [...Map.groupBy(items, ({ day }) => day.slice(0, 7))]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([month, own]) => derive('sum', { rule: heading.rule, unit: heading.unit, label: month }, own.map(leafOf))),
  );

/** So many of so many; null of none at all. */
export function rateOf(num: number, den: number) {
  const interval = wilson({ successes: num, trials: den });
  return { value: den === 0 ? null : num / den, counts: { num, den }, interval };
}

/** A rate as successes ÷ all, both down to their records; null of none at all. */
export function whyRate(
  { successes, all }: { successes: readonly Item[]; all: readonly Item[] },
  heading: Heading,
  rules: { successes: string; all: string },
): Why | null {
  if (all.length === 0) return null;
  const sum = (rule: string, items: readonly Item[]) => derive('sum', { rule, unit: 'count' }, items.map(leafOf));
  return derive('quotient', heading, [sum(rules.successes, successes), sum(rules.all, all)]);
}
