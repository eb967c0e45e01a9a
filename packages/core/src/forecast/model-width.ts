import { normalQuantile } from '../special/normal.ts';
import { daysKnown, type SalesHistory } from './sales-history.ts';

/** How much the level itself may move by the end of a window, on the scale of logarithms: what no history of weeks tells. */
const drift = 0.3;
const mostWidth = 2;

/**
 * Half the width of an interval where there are too few past forecasts: on the scale of logarithms, from how much single weeks differ
 * (the mean of a window of h weeks, made from n weeks, has the variance σ²·(1/h + 1/n)) and from the drift of the level. It is a model,
 * and nobody has verified it.
 */
export function modelWidth(history: SalesHistory, horizon: number, conf: number): number {
  const weeks = Math.floor(daysKnown(history) / 7);
  const z = normalQuantile((1 + conf) / 2);
  if (weeks < 2) return mostWidth;
  const sums = Array.from({ length: weeks }, (_, back) =>
    history.sold(history.last - 7 * (back + 1), history.last - 7 * back),
  );
  const mean = sums.reduce((sum, value) => sum + value, 0) / weeks;
  if (!(mean > 0)) return mostWidth;
  const variance = sums.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (weeks - 1);
  const relative = variance / mean ** 2;
  const swing = drift * Math.sqrt(Math.max(1, horizon / 180));
  const ofWindow = relative * (7 / horizon + 1 / weeks);
  return Math.min(mostWidth, z * Math.sqrt(Math.log1p(ofWindow) + swing ** 2));
}
