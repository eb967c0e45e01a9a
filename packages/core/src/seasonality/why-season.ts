import { derive } from '../explain/derive.ts';
import type { Leaf, Why } from '../explain/why.ts';

/** What the season is learnt from, as stored values: complete years of as many months as the prior, oldest first. */
export type SeasonLeaves = {
  readonly years: readonly { readonly label: string; readonly months: readonly Leaf[] }[];
  /** Weights expected before any history: the working days of each month. */
  readonly prior: readonly Leaf[];
  /** κ, years of history that the prior is worth, and λ, what a year counts against the one after it. */
  readonly priorYears: Leaf;
  readonly yearDecay: Leaf;
};

const ratio = (rule: string, label?: string) => ({
  rule: `seasonality.${rule}`,
  unit: 'ratio' as const,
  ...(label === undefined ? {} : { label }),
});

/**
 * The derivation of each month's share of a year as `monthShares` computes it (rule 1, month share). A year is left out when nothing
 * in it is above zero. Null when neither a prior nor a year has any weight.
 */
export function whyShares({ years, prior, priorYears, yearDecay }: SeasonLeaves): Why[] | null {
  const none = derive('sum', { rule: 'seasonality.nothing', unit: 'money' }, []);
  const shaped = years.flatMap(({ label, months }, at) => {
    const sold = months.map((leaf) => derive('max', { rule: 'seasonality.sold', unit: 'money' }, [none, leaf]));
    const whole = derive('sum', { rule: 'seasonality.year', unit: 'money', label }, sold);
    return whole.value > 0 ? [{ label, sold, whole, age: years.length - 1 - at }] : [];
  });
  // λ to the power of the year's age; the latest year counts 1, the quotient of λ by itself.
  const decay = (age: number): Why =>
    age === 0 || yearDecay.value === 0
      ? derive('count', { rule: 'seasonality.latest-year', unit: 'count' }, [yearDecay])
      : derive('product', ratio('year-weight'), new Array<Leaf>(age).fill(yearDecay));
  const counted = shaped.filter(({ age }) => age === 0 || yearDecay.value > 0);
  const weight = derive('sum', ratio('weight'), [priorYears, ...counted.map(({ age }) => decay(age))]);
  if (weight.value === 0) return null;
  const priorSum = derive('sum', { rule: 'seasonality.prior-sum', unit: 'days' }, prior);
  return prior.map((own, month) => {
    const parts = counted.map(({ label, sold, whole, age }) =>
      derive('product', ratio('weighted-share', label), [
        decay(age),
        derive('quotient', ratio('share-of-year', label), [sold[month] as Why, whole]),
      ]),
    );
    const expected = derive('product', ratio('prior-share'), [
      priorYears,
      derive('quotient', ratio('share-of-workdays'), [own, priorSum]),
    ]);
    return derive('quotient', ratio('share'), [derive('sum', ratio('weighted'), [expected, ...parts]), weight]);
  });
}

/**
 * How much of a year is usually done by a day: the shares of the months that are over, and of the month under way as much as is over of
 * it. Null before anything is over.
 * @param part how much of the month after `monthsOver` is over, as stored values; left out on the last day of a month
 */
export function whyGone(
  shares: readonly (Why | Leaf)[],
  monthsOver: number,
  part: { readonly done: Leaf; readonly whole: Leaf } | null,
): Why | null {
  const under = shares[monthsOver];
  const gone = derive('sum', ratio('gone'), [
    ...shares.slice(0, monthsOver),
    ...(part && under && part.done.value > 0
      ? [derive('product', ratio('part-gone'), [under, derive('quotient', ratio('part'), [part.done, part.whole])])]
      : []),
  ]);
  return gone.value > 0 ? gone : null;
}

/** The whole year when the rest goes as what is gone: actual ÷ the share that is gone, in whole minor units. */
export const whyYear = (actual: Why, gone: Why): Why =>
  derive('round', { rule: 'seasonality.projection', unit: 'money' }, [
    derive('quotient', { rule: 'seasonality.projection-exact', unit: 'money' }, [actual, gone]),
  ]);
