import { chancesOfWin, type FunnelStep } from './funnel-step.ts';

/** What somebody tries out; what is left out stays as it is. */
export type WhatIf = {
  /** Chance of a win from the first step on, above 0 and below 1. */
  readonly winRate?: number;
  /** How long every step takes, as a share of now: 0.8 is a cycle that is 20 % shorter. */
  readonly cycle?: number;
};

/**
 * A funnel in which the win rate or the cycle is another one. The win rate is moved by raising every rate to the same power,
 * `p' = p^(ln W' ÷ ln W)`: weak steps move most, none leaves 0–1, and W' = W changes nothing. What the rates are worth as evidence stays.
 * Steps with an unknown rate keep it. Throws RangeError on values out of range.
 */
export function supposing(steps: readonly FunnelStep[], { winRate, cycle = 1 }: WhatIf): FunnelStep[] {
  if (!(cycle >= 0 && Number.isFinite(cycle))) throw new RangeError(`A cycle is not negative; got ${cycle}.`);
  const current = steps.length > 0 ? (chancesOfWin(steps)[0] ?? null) : null;
  const power = winRate === undefined || current === null ? 1 : powerOf(current, winRate);
  return steps.map((step) => ({
    ...step,
    rate: step.rate === null || power === 1 ? step.rate : step.rate ** power,
    days: step.days === null ? null : step.days * cycle,
    ...(typeof step.daysToWin === 'number' ? { daysToWin: step.daysToWin * cycle } : {}),
  }));
}

function powerOf(current: number, wished: number): number {
  if (!(wished > 0 && wished < 1)) throw new RangeError(`A win rate to try lies between 0 and 1; got ${wished}.`);
  return current === 1 || wished === current ? 1 : Math.log(wished) / Math.log(current);
}
