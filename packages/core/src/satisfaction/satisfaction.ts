import { type Interval, wilson } from '../rate/wilson.ts';
import { normalQuantile } from '../special/normal.ts';

/** Answers to "would you recommend us?": 9–10, 7–8, 0–6. */
export type Recommendations = { readonly promoters: number; readonly passives: number; readonly detractors: number };

/** In points, −100 to 100. */
export type NetPromoter = {
  readonly score: number;
  readonly low: number;
  readonly high: number;
  readonly count: number;
};

const checked = (counts: readonly number[]): void => {
  if (counts.some((count) => !Number.isInteger(count) || count < 0)) throw new RangeError('Answers are counts.');
};
const spread = (confidence: number): number => {
  if (!(confidence > 0 && confidence < 1)) throw new RangeError('Confidence lies between 0 and 1.');
  return normalQuantile((1 + confidence) / 2);
};

/** Score and variance of one answer, on the scale −1 to 1. */
function moments({ promoters, passives, detractors }: Recommendations): {
  score: number;
  variance: number;
  count: number;
} {
  const count = promoters + passives + detractors;
  const [p, d] = [promoters / count, detractors / count];
  return { score: p - d, variance: p + d - (p - d) ** 2, count };
}

/**
 * Net promoter score with its interval: `p − d`, variance `(p + d − (p − d)²) ÷ n`. `adjusted` adds ¾ promoter, ¾ detractor and 1½ passives
 * before the interval is taken, so that few or like answers do not look certain (adjusted Wald). Null without answers.
 * @throws RangeError for counts that are none
 */
export function netPromoter(
  answers: Recommendations,
  { confidence = 0.95, adjusted = false }: { readonly confidence?: number; readonly adjusted?: boolean } = {},
): NetPromoter | null {
  const { promoters, passives, detractors } = answers;
  checked([promoters, passives, detractors]);
  if (promoters + passives + detractors === 0) return null;
  const { score, count } = moments(answers);
  const widened = adjusted
    ? { promoters: promoters + 0.75, passives: passives + 1.5, detractors: detractors + 0.75 }
    : answers;
  const taken = moments(widened);
  const half = spread(confidence) * Math.sqrt(taken.variance / taken.count);
  return {
    score: 100 * score,
    low: Math.max(-100, 100 * (taken.score - half)),
    high: Math.min(100, 100 * (taken.score + half)),
    count,
  };
}

/**
 * How a score changed between two periods, with the interval of the difference; `isNoise` while that interval holds 0, and then how many
 * more answers, as many each time, would tell a change of this size. Null when one period has no answers.
 */
export function netPromoterChange(
  before: Recommendations,
  after: Recommendations,
  confidence = 0.95,
): { change: number; low: number; high: number; isNoise: boolean; answersNeeded: number | null } | null {
  if (!netPromoter(before) || !netPromoter(after)) return null;
  const [first, second] = [moments(before), moments(after)];
  const change = second.score - first.score;
  const z = spread(confidence);
  const half = z * Math.sqrt(first.variance / first.count + second.variance / second.count);
  const isNoise = Math.abs(change) <= half;
  const each = change === 0 ? null : Math.ceil((z ** 2 * (first.variance + second.variance)) / change ** 2);
  const needed = each === null ? null : Math.max(0, each - first.count) + Math.max(0, each - second.count);
  return {
    change: 100 * change,
    low: 100 * (change - half),
    high: 100 * (change + half),
    isNoise,
    answersNeeded: isNoise ? needed : 0,
  };
}

/**
 * The share of satisfied answers: the two highest boxes of the scale, with Wilson's interval. Null without answers.
 * @param counts answers by box, from the lowest to the highest, at least three boxes
 * @throws RangeError for fewer boxes, or counts that are none
 */
export function topTwo(
  counts: readonly number[],
  confidence = 0.95,
): { num: number; den: number; interval: Interval } | null {
  if (counts.length < 3) throw new RangeError('A scale has three boxes or more.');
  checked(counts);
  const den = counts.reduce((sum, count) => sum + count, 0);
  if (den === 0) return null;
  const num = (counts.at(-1) ?? 0) + (counts.at(-2) ?? 0);
  return { num, den, interval: wilson({ successes: num, trials: den }, confidence) };
}
