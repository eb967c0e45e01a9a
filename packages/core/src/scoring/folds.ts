/** What a model is tried on: the rows it may learn from, and those it is asked about. Places of rows. */
export type Fold = { readonly learn: readonly number[]; readonly asked: readonly number[] };

/** `forward`: it learned from what came before. `shuffled`: too few rows to tell times apart, or no order among them. */
export type Folds = { readonly by: 'forward' | 'shuffled'; readonly folds: readonly Fold[] };

/** With fewer rows, half of them would be too few to learn from. */
const ENOUGH_FOR_TIME = 1000;
const FORWARD_FROM = 0.5;
const FORWARD_FOLDS = 5;
const SHUFFLED_PARTS = 5;
const SHUFFLES = 4;
/** What a row changes place by when they are shuffled; odd numbers without a pattern. */
const MIX = 0x9e3779b1;

/**
 * How a model is tried on rows in the order of time: each tenth of the later half by what came before it. Few rows, and rows that were
 * sorted by their outcome (neighbours end alike far more often than chance would have it), are shuffled instead: four times in five
 * parts, each with its share of successes. The same rows and seed give the same folds.
 */
export function foldsOf(outcomes: readonly number[], seed = 1): Folds {
  const all = outcomes.length;
  const rate = outcomes.reduce((sum, outcome) => sum + outcome, 0) / Math.max(1, all);
  const changes = outcomes.filter((outcome, at) => at > 0 && outcome !== outcomes[at - 1]).length;
  const isSorted = changes < 0.5 * 2 * rate * (1 - rate) * all;
  if (all >= ENOUGH_FOR_TIME && !isSorted) return { by: 'forward', folds: forwardFolds(all) };
  const folds = Array.from({ length: SHUFFLES }, (_, round) => shuffledFolds(outcomes, seed + round)).flat();
  return { by: 'shuffled', folds };
}

function forwardFolds(all: number): Fold[] {
  const cut = (part: number): number => Math.round(all * (FORWARD_FROM + (part * (1 - FORWARD_FROM)) / FORWARD_FOLDS));
  return Array.from({ length: FORWARD_FOLDS }, (_, part) => ({
    learn: range(0, cut(part)),
    asked: range(cut(part), cut(part + 1)),
  }));
}

function shuffledFolds(outcomes: readonly number[], seed: number): Fold[] {
  const parts: number[] = [];
  for (const side of [0, 1]) {
    const own = outcomes.flatMap((outcome, at) => (outcome === side ? [at] : []));
    own.sort((a, b) => mixed(a, seed) - mixed(b, seed) || a - b);
    for (const [rank, at] of own.entries()) parts[at] = (rank + side) % SHUFFLED_PARTS;
  }
  return Array.from({ length: SHUFFLED_PARTS }, (_, part) => ({
    learn: range(0, outcomes.length).filter((at) => parts[at] !== part),
    asked: range(0, outcomes.length).filter((at) => parts[at] === part),
  })).filter(({ asked }) => asked.length > 0);
}

function mixed(at: number, seed: number): number {
  let value = Math.imul(at + 1, MIX) ^ Math.imul(seed, 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d);
  value = Math.imul(value ^ (value >>> 12), 0x297a2d39);
  return (value ^ (value >>> 15)) >>> 0;
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, step) => from + step);
