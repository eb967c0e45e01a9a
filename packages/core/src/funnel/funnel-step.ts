import type { Beta } from '../rate/shrink.ts';

/**
 * One step of a funnel: from standing in a stage (or being a lead) to entering the next one; the last step ends in a win.
 * - `rate`: the chance of the step, 0–1; null when nobody knows.
 * - `evidence`: how many trials the rate is worth, own and peers'; the fewer, the more a safe count asks for.
 * - `days`: calendar days within which four in five that make the step have made it (Q80); null when unknown.
 * - `daysToWin`: the same from here to the win, for where the whole way is known and a step of it is not; left out when unknown.
 * - `hours`: hours of work that one takes in this stage; null when nobody has said.
 */
export type FunnelStep = {
  readonly id: string;
  readonly rate: number | null;
  readonly evidence: number;
  readonly days: number | null;
  readonly daysToWin?: number | null;
  readonly hours: number | null;
};

/** The chance of a win from each step on: the product of its rate and all later ones; null where one of them is unknown or none. */
export function chancesOfWin(steps: readonly FunnelStep[]): (number | null)[] {
  const chances = new Array<number | null>(steps.length).fill(null);
  let chance: number | null = 1;
  for (let at = steps.length - 1; at >= 0; at -= 1) {
    const rate: number | null = demandStep(steps[at] as FunnelStep).rate;
    chance = chance === null || rate === null || rate === 0 ? null : chance * rate;
    chances[at] = chance;
  }
  return chances;
}

/**
 * What is known of a chance that is the product of independent rates: the beta with the product's mean and variance. A rate of
 * `evidence` m is Beta(p·m, (1 − p)·m), so E[p²] = p·(p·m + 1)/(m + 1). Null when a rate is unknown, none or certain throughout.
 */
export function chanceOfAll(steps: readonly FunnelStep[]): Beta | null {
  let [mean, square] = [1, 1];
  for (const { rate, evidence } of steps) {
    if (rate === null || rate === 0) return null;
    mean *= rate;
    square *= Number.isFinite(evidence) ? (rate * (rate * evidence + 1)) / (evidence + 1) : rate * rate;
  }
  const variance = square - mean * mean;
  if (!(mean < 1) || !(variance > 0)) return null;
  const strength = (mean * (1 - mean)) / variance - 1;
  return strength > 0 ? { a: mean * strength, b: (1 - mean) * strength } : null;
}

function demandStep(step: FunnelStep): FunnelStep {
  const { rate, evidence, days, daysToWin = null, hours } = step;
  if (rate !== null && !(rate >= 0 && rate <= 1)) throw new RangeError(`A rate lies from 0 to 1; got ${rate}.`);
  if (!(evidence > 0)) throw new RangeError(`A rate is worth more than no trials; got ${evidence}.`);
  for (const value of [days, daysToWin, hours])
    if (value !== null && !(value >= 0 && Number.isFinite(value)))
      throw new RangeError(`Days and hours are finite and not negative; got ${value}.`);
  return step;
}
