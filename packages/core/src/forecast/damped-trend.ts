/** What the trend of one step is of that of the step before. */
const DAMPING = 0.9;

/**
 * Exponential smoothing with a trend that dies away (Gardner & McKenzie 1985): `ŷ(h) = l + (φ + φ² + … + φ^h)·b`. The weights are those of
 * a few that are usual with the least sum of squared one-step errors. The answer gives the value so many steps ahead, never below zero.
 *
 * Throws RangeError on fewer than two values.
 */
export function dampedTrend(series: readonly number[]): (ahead: number) => number {
  const [first, second] = series;
  if (first === undefined || second === undefined) throw new RangeError('A trend needs two values.');
  let best = { sse: Number.POSITIVE_INFINITY, level: first, slope: 0 };
  for (const alpha of [0.1, 0.2, 0.35, 0.5, 0.7])
    for (const beta of [0, 0.05, 0.15]) {
      // The first half-year, or as much as there is, says where the level starts: one month may be a whim.
      const start = series.slice(0, Math.min(6, series.length));
      let level = start.reduce((sum, value) => sum + value, 0) / start.length;
      let [slope, sse] = [0, 0];
      for (const value of series) {
        const expected = level + DAMPING * slope;
        sse += (value - expected) ** 2;
        const before = level;
        level = alpha * value + (1 - alpha) * expected;
        slope = beta * (level - before) + (1 - beta) * DAMPING * slope;
      }
      if (sse < best.sse) best = { sse, level, slope };
    }
  return (ahead) => {
    const run = (DAMPING * (1 - DAMPING ** ahead)) / (1 - DAMPING);
    return Math.max(0, best.level + run * best.slope);
  };
}
