/** Dice that always fall the same way for one seed (mulberry32). */
export type Dice = {
  /** In [0, 1). */
  next(): number;
  /** A whole number between two, both included. */
  whole(from: number, to: number): number;
  pick<T>(from: readonly T[]): T;
  /** Skewed to the right, mean about 1: the size of deals. */
  size(): number;
};

export function dice(seed: number): Dice {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const whole = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  return {
    next,
    whole,
    pick: (from) => from[whole(0, from.length - 1)] as (typeof from)[number],
    size: () => Math.exp(0.7 * (next() + next() + next() - 1.5) * 2 - 0.245),
  };
}
