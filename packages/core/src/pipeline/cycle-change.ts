import { kaplanMeier, type Watched } from '../survival/kaplan-meier.ts';
import { logRank } from '../survival/log-rank.ts';

/** Did deals become faster? Medians in days, of which a deal that is still open counts for as long as it was watched. */
export type CycleChange =
  | {
      readonly status: 'ok';
      readonly before: number;
      readonly after: number;
      /** `after ÷ before`: below 1 is faster; with the interval of so many resamples, and the chance of such a difference by luck. */
      readonly ratio: number;
      readonly low: number;
      readonly high: number;
      readonly p: number | null;
    }
  /** Fewer than five closed deals on one side, or a side of which less than half has closed. */
  | { readonly status: 'insufficientData' };

const leastClosed = 5;
const resamples = 1000;

function medianOf(watched: readonly Watched[]): number | null {
  return kaplanMeier(watched).find(({ survival }) => survival <= 0.5 + 1e-12)?.time ?? null;
}

/**
 * The median cycle before and after by Kaplan–Meier, their ratio, its interval by resampling deals of each side, and a log-rank test
 * (rules, negotiation). Medians of closed deals alone would flatter a slow year.
 * @param dice the next random number, 0 (included) to 1, seeded by whoever asks
 * @param confidence of the interval, 0–1
 * @throws RangeError for times or a confidence that cannot be
 */
export function cycleChange(
  before: readonly Watched[],
  after: readonly Watched[],
  dice: () => number,
  confidence = 0.8,
): CycleChange {
  if (!(confidence > 0 && confidence < 1)) throw new RangeError('Confidence lies between 0 and 1.');
  const closed = (side: readonly Watched[]): number => side.filter(({ isEvent }) => isEvent).length;
  const [first, second] = [medianOf(before), medianOf(after)];
  if (first === null || second === null || first === 0 || Math.min(closed(before), closed(after)) < leastClosed)
    return { status: 'insufficientData' };
  const again = (side: readonly Watched[]): Watched[] =>
    side.map(() => side[Math.floor(dice() * side.length)] as Watched);
  const ratios: number[] = [];
  for (let at = 0; at < resamples; at += 1) {
    const [one, other] = [medianOf(again(before)), medianOf(again(after))];
    // A resample in which too few have closed says that the median lies beyond what was watched.
    if (one) ratios.push(other === null ? Number.POSITIVE_INFINITY : other / one);
  }
  ratios.sort((a, b) => a - b);
  const quantile = (share: number): number =>
    ratios[Math.min(ratios.length - 1, Math.floor(share * ratios.length))] ?? 1;
  const tested = logRank(before, after);
  return {
    status: 'ok',
    before: first,
    after: second,
    ratio: second / first,
    low: quantile((1 - confidence) / 2),
    high: quantile((1 + confidence) / 2),
    p: tested.status === 'ok' ? tested.p : null,
  };
}
