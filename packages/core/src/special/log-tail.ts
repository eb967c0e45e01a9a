/** A tail probability at e^y: its logarithm and the slope of that logarithm in y. */
export type LogTail = { readonly lnTail: number; readonly slope: number };

const MOST_STEPS = 200;

/**
 * Solves `ln tail(e^y) = wanted` for y. On doubly logarithmic paper the tails of the gamma and t distributions are
 * nearly straight, so Newton's method needs few steps; a bracket found on the way catches what would overshoot.
 */
export function solveLogTail(wanted: number, start: number, tailAt: (y: number) => LogTail): number {
  let y = start;
  let low = Number.NEGATIVE_INFINITY;
  let high = Number.POSITIVE_INFINITY;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const { lnTail, slope } = tailAt(y);
    const error = lnTail - wanted;
    if (error === 0) return y;
    const isTooHigh = error > 0 === slope > 0;
    if (isTooHigh) high = y;
    else low = y;
    const newton = y - error / slope;
    if (Math.abs(newton - y) <= 4e-16 * Math.max(1, Math.abs(y))) return newton;
    // False also for the NaN of a slope that has vanished.
    const isInside = newton > low && newton < high;
    const next = isInside ? newton : middle(low, high, y);
    if (next === y) return y;
    y = next;
  }
  return y;
}

function middle(low: number, high: number, y: number): number {
  if (low === Number.NEGATIVE_INFINITY) return y - Math.max(1, Math.abs(y));
  if (high === Number.POSITIVE_INFINITY) return y + Math.max(1, Math.abs(y));
  return (low + high) / 2;
}
