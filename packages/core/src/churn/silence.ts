import { incGammaUpper } from '../special/inc-gamma.ts';

/** What a customer's own gaps say, in days. Null where fewer than two purchases leave nothing to say. */
export type Silence = {
  readonly gaps: number;
  readonly medianGap: number;
  readonly silentDays: number;
  /** Days silent ÷ the own median gap. */
  readonly ratio: number;
  /** The chance of a silence this long or longer if nothing has changed, 0–1. */
  readonly chance: number;
};

const middle = (sorted: readonly number[]): number => {
  const half = sorted.length >> 1;
  return sorted.length % 2 ? (sorted[half] ?? 0) : ((sorted[half - 1] ?? 0) + (sorted[half] ?? 0)) / 2;
};

/**
 * How unusual a silence is against the customer's own rhythm: gaps follow a gamma distribution with the mean of the own gaps, and a
 * shape drawn from their variation towards `peerShape` by `peerWeight` gaps' worth (rules, churn: own-gap ratio, shrunk shape).
 * @param days days of purchase, ascending, each once
 * @param today the day from which one looks, not before the last purchase
 * @throws RangeError when days are not in order
 */
export function silenceOf(
  days: readonly number[],
  today: number,
  { peerShape = 1.5, peerWeight = 5 }: { readonly peerShape?: number; readonly peerWeight?: number } = {},
): Silence | null {
  if (days.some((day, at) => at > 0 && day <= (days[at - 1] ?? 0)) || today < (days.at(-1) ?? today))
    throw new RangeError('Days of purchase ascend, and none lies ahead.');
  const gaps = days.slice(1).map((day, at) => day - (days[at] ?? 0));
  if (gaps.length === 0) return null;
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
  const variance = gaps.reduce((sum, gap) => sum + (gap - mean) ** 2, 0) / Math.max(1, gaps.length - 1);
  // Like gaps would have no end of shape: as many as there are say little about regularity.
  const own = variance > 0 ? Math.min(50, mean ** 2 / variance) : 50;
  const said = gaps.length - 1;
  const shape = (said * own + peerWeight * peerShape) / (said + peerWeight);
  const silentDays = today - (days.at(-1) ?? 0);
  const medianGap = middle(gaps.toSorted((a, b) => a - b));
  return {
    gaps: gaps.length,
    medianGap,
    silentDays,
    ratio: silentDays / medianGap,
    chance: incGammaUpper(shape, (shape * silentDays) / mean),
  };
}
