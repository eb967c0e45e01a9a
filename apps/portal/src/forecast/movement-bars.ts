import type { MovementView } from '@milepost/contract/forecast';

/** One bar of the bridge, where it begins and how long it is in parts of the whole width, 0–1. */
export type MovementBar = {
  kind: 'start' | 'end' | MovementView['kinds'][number]['kind'];
  amount: number;
  count: number | null;
  from: number;
  width: number;
  /** Pillars stand on the ground; parts hang where the last one ended. */
  isPillar: boolean;
};

/** The bridge from the pipeline then to the pipeline now: each part hangs where the one before it ended. */
export function movementBars({ start, end, kinds }: Pick<MovementView, 'start' | 'end' | 'kinds'>): {
  bars: MovementBar[];
  /** The pillars do not stand on zero. */
  isCut: boolean;
} {
  let level = start;
  const parts = kinds.map(({ kind, amount, count }) => {
    const before = level;
    level += amount;
    return { kind, amount, count, low: Math.min(before, level), high: Math.max(before, level) };
  });
  const top = Math.max(start, end, ...parts.map(({ high }) => high));
  const lowest = Math.min(start, end, ...parts.map(({ low }) => low));
  // Where little moved, pillars from zero would leave its parts invisible: then the foot of all pillars is cut off, and the page says so.
  const isCut = lowest > 0 && top - lowest < top / 4;
  const bottom = isCut ? lowest - (top - lowest) : Math.min(0, lowest);
  const scale = top - bottom > 0 ? 1 / (top - bottom) : 0;
  const pillar = (kind: 'start' | 'end', amount: number): MovementBar => ({
    kind,
    amount,
    count: null,
    from: (Math.max(0, bottom) - bottom) * scale,
    width: (amount - Math.max(0, bottom)) * scale,
    isPillar: true,
  });
  const bars = [
    pillar('start', start),
    ...parts.map(({ low, high, ...part }) => ({
      ...part,
      from: (low - bottom) * scale,
      width: (high - low) * scale,
      isPillar: false,
    })),
    pillar('end', end),
  ];
  return { bars, isCut };
}
