import { derive } from '../explain/derive.ts';
import type { Leaf, Why } from '../explain/why.ts';
import { isLessBetter } from './scorecard-measures.ts';

/** Weights are whole hundredths of a percent, and sum to all of them. */
export const WHOLE_WEIGHT_BP = 10_000;

/** What is missing to 100 %, in hundredths of a percent: below zero there is too much, 0 is right. */
export const weightMissing = (weightsBp: readonly number[]): number =>
  WHOLE_WEIGHT_BP - weightsBp.reduce((sum, weight) => sum + weight, 0);

/** One measure of a scorecard: its weight, what was reached, and what was wanted; null where it is not known. */
export type ScorecardPart = {
  readonly measure: string;
  /** The weight of the definition, in hundredths of a percent. */
  readonly weight: Leaf;
  readonly actual: Why | Leaf | null;
  readonly target: Why | Leaf | null;
};

/** A part with its attainment and what it brings to the whole; null while it is open. */
export type ScoredPart = {
  readonly measure: string;
  readonly weightBp: number;
  /** actual ÷ target, as it is; the other way round where less is better. */
  readonly attainment: Why | null;
  /** The weighted part of the total: attainment from 0 to the cap × weight. */
  readonly contribution: Why | null;
};

/** The whole: known, or open between two bounds while a part is not known. */
export type Scorecard = {
  readonly parts: readonly ScoredPart[];
  readonly total:
    | { readonly status: 'ok'; readonly why: Why }
    | { readonly status: 'open'; readonly low: Why; readonly high: Why; readonly openBp: number };
};

/** actual ÷ target; target ÷ actual where less is better, and the cap where nothing is left of it. */
function attainmentOf(measure: string, actual: Why | Leaf, target: Why | Leaf, cap: Leaf): Why {
  if (!isLessBetter(measure))
    return derive('quotient', { rule: 'scorecard.attainment', unit: 'ratio' }, [actual, target]);
  if (actual.value <= 0) return derive('max', { rule: 'scorecard.nothing-left', unit: 'ratio' }, [cap]);
  return derive('quotient', { rule: 'scorecard.attainment-of-less', unit: 'ratio' }, [target, actual]);
}

/** A part is called by its measure, in the words of the reader. */
const partRule = (measure: string): string => `scorecard.part-${measure}`;

/**
 * The weighted attainment of a scorecard: Σ weight × attainment, each attainment from 0 to the cap. What is not known is no zero: a part
 * without a result, or without a target above zero, leaves the total open between two bounds, in which it counts with nothing and with
 * the cap.
 *
 * @param sources the cap (1.2 is 120 %), and 10,000 hundredths of a percent, as leaves
 * Throws RangeError on weights that are negative or do not sum to 100 %, and on a cap that is not above zero.
 */
export function scorecardOf(
  parts: readonly ScorecardPart[],
  sources: { readonly cap: Leaf; readonly whole: Leaf },
): Scorecard {
  const { cap, whole } = sources;
  if (parts.some(({ weight }) => !Number.isInteger(weight.value) || weight.value < 0))
    throw new RangeError('A weight is a whole number of hundredths of a percent, none or more.');
  if (weightMissing(parts.map(({ weight }) => weight.value)) !== 0)
    throw new RangeError('The weights of a scorecard sum to 100 %.');
  if (!(cap.value > 0 && cap.value < Number.POSITIVE_INFINITY))
    throw new RangeError(`A cap lies above zero; got ${cap.value}.`);
  const none = (): Why => derive('sum', { rule: 'scorecard.nothing', unit: 'ratio' }, []);
  const share = (weight: Leaf): Why => derive('quotient', { rule: 'scorecard.weight', unit: 'ratio' }, [weight, whole]);
  const scored = parts.map(({ measure, weight, actual, target }): ScoredPart => {
    const isKnown = actual !== null && target !== null && target.value > 0;
    const attainment = isKnown ? attainmentOf(measure, actual, target, cap) : null;
    const within =
      attainment &&
      derive('min', { rule: 'scorecard.capped', unit: 'ratio' }, [
        cap,
        derive('max', { rule: 'scorecard.not-below-zero', unit: 'ratio' }, [none(), attainment]),
      ]);
    const contribution =
      within && derive('product', { rule: partRule(measure), unit: 'ratio' }, [share(weight), within]);
    return { measure, weightBp: weight.value, attainment, contribution };
  });
  // A part of no weight decides nothing, known or not.
  const open = parts.filter((part, at) => scored[at]?.contribution === null && part.weight.value > 0);
  const known = scored.flatMap(({ contribution }) => contribution ?? []);
  if (open.length === 0)
    return {
      parts: scored,
      total: { status: 'ok', why: derive('sum', { rule: 'scorecard.total', unit: 'ratio' }, known) },
    };
  const atBest = open.map(({ measure, weight }) =>
    derive('product', { rule: partRule(measure), unit: 'ratio' }, [share(weight), cap]),
  );
  const openBp = open.reduce((sum, { weight }) => sum + weight.value, 0);
  return {
    parts: scored,
    total: {
      status: 'open',
      low: derive('sum', { rule: 'scorecard.low', unit: 'ratio' }, known),
      high: derive('sum', { rule: 'scorecard.high', unit: 'ratio' }, [...known, ...atBest]),
      openBp,
    },
  };
}
