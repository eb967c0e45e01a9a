import { derive, stored } from '../explain/derive.ts';
import type { Leaf, Why } from '../explain/why.ts';
import { plannedPrior } from '../pacing/landing.ts';

/** A stretch of days as far as it is over: `done` of `whole` working days, both as stored values or derivations. */
export type DaysOver = { readonly done: Why | Leaf; readonly whole: Why | Leaf };

/**
 * Where an amount will be at the end of a milestone that has a plan (rule 2): `A + (T − P) · m`, with P the plan due so
 * far and T the plan to the end. With a known size of a deal m is the credible pace `(κ·d + A) ÷ (κ·d + P)`, which stays
 * near the plan as long as little is due; without, it is `A ÷ P`. Null while nothing is due and no size is known.
 * @param averageDeal mean size of a deal, in minor units, above 0; null when unknown
 */
export function projectionByPlan({
  actual,
  due,
  planned,
  averageDeal,
}: {
  readonly actual: Why;
  readonly due: Why;
  readonly planned: Why;
  readonly averageDeal: number | null;
}): Why | null {
  const money = (rule: string) => ({ rule, unit: 'money' as const });
  const none = derive('sum', money('pacing.nothing'), []);
  const sold = derive('max', money('pacing.sold'), [none, actual]);
  const dueSoFar = derive('max', money('pacing.plan-to-date'), [none, due]);
  let multiplier: Why;
  if (averageDeal !== null && averageDeal > 0) {
    const evidence = derive('product', money('pacing.prior'), [
      stored('pacing', 'prior-deals', plannedPrior, 'count'),
      stored('pacing', 'average-deal', averageDeal, 'money'),
    ]);
    multiplier = derive('quotient', { rule: 'pacing.multiplier', unit: 'ratio' }, [
      derive('sum', money('pacing.evidence-sold'), [evidence, sold]),
      derive('sum', money('pacing.evidence-planned'), [evidence, dueSoFar]),
    ]);
  } else {
    if (dueSoFar.value === 0) return null;
    multiplier = derive('quotient', { rule: 'pacing.ratio', unit: 'ratio' }, [sold, dueSoFar]);
  }
  const rest = derive('difference', money('pacing.rest'), [planned, due]);
  return derive('round', money('milestones.projected'), [
    derive('sum', money('pacing.landing-exact'), [
      actual,
      derive('product', money('pacing.rest-at-pace'), [rest, multiplier]),
    ]),
  ]);
}

/**
 * Where a value without a plan will be when it goes on as it went: `A · whole ÷ done` working days, rounded. Null before
 * the first working day is over.
 */
export function projectionByDays(actual: Why, { done, whole }: DaysOver): Why | null {
  if (done.value <= 0) return null;
  const { unit } = actual;
  return derive('round', { rule: 'milestones.projected', unit }, [
    derive('product', { rule: 'milestones.as-it-went', unit }, [
      actual,
      derive('quotient', { rule: 'milestones.days-over', unit: 'ratio' }, [whole, done]),
    ]),
  ]);
}
