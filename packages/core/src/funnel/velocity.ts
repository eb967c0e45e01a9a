/** What a pipeline brings in a day is made of. `size` in minor units, `winRate` 0–1, `days` of the cycle above 0. */
export type PipelineFlow = {
  readonly count: number;
  readonly size: number;
  readonly winRate: number;
  readonly days: number;
};

/** One of the four that would have to change for the whole gap: to which value, and by which share of its present one. */
export type Lever = {
  readonly kind: 'count' | 'size' | 'winRate' | 'days';
  /** Null where the value would not be one: a win rate above 1. */
  readonly value: number | null;
  readonly change: number;
};

/** Sales velocity `V = N · D · W ÷ L`: minor units a day (rule 2). Throws RangeError on what cannot be. */
export function velocity({ count, size, winRate, days }: PipelineFlow): number {
  for (const value of [count, size])
    if (!(value >= 0 && Number.isFinite(value))) throw new RangeError(`Count and size are not negative; got ${value}.`);
  if (!(winRate >= 0 && winRate <= 1)) throw new RangeError(`A win rate lies from 0 to 1; got ${winRate}.`);
  if (!(days > 0 && Number.isFinite(days))) throw new RangeError(`A cycle takes more than no days; got ${days}.`);
  return (count * size * winRate) / days;
}

/**
 * What each factor alone would have to become for the velocity that is needed (rule 2): with g = needed ÷ current − 1 number, size and
 * win rate rise by g, the cycle falls by g ÷ (1 + g). A cycle 20 % shorter is 25 % more velocity. Empty when the present velocity is
 * enough, or nothing at all: then no single factor helps.
 */
export function levers(flow: PipelineFlow, needed: number): Lever[] {
  if (!(needed >= 0 && Number.isFinite(needed))) throw new RangeError(`A velocity is not negative; got ${needed}.`);
  const current = velocity(flow);
  if (current === 0 || needed <= current) return [];
  const rise = needed / current - 1;
  const winRate = flow.winRate * (1 + rise);
  return [
    { kind: 'count', value: flow.count * (1 + rise), change: rise },
    { kind: 'size', value: flow.size * (1 + rise), change: rise },
    { kind: 'winRate', value: winRate > 1 ? null : winRate, change: rise },
    { kind: 'days', value: flow.days / (1 + rise), change: 0 - rise / (1 + rise) },
  ];
}
