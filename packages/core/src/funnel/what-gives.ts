import { chancesOfWin, type FunnelStep } from './funnel-step.ts';
import { supposing } from './what-if.ts';

/**
 * What alone would make the work fit the hours:
 * - `hours`: so many more, in all
 * - `target`: a gap that is smaller by so many minor units, as far as the hours go
 * - `size`: a mean win of so many minor units
 * - `winRate`: such a chance of a win from the first step on, 0–1
 * - `time`: so many more weeks at the hours of a present week
 * `value` is null where that alone does not suffice.
 */
export type Relaxation = {
  readonly kind: 'hours' | 'target' | 'size' | 'winRate' | 'time';
  readonly value: number | null;
};

export type HoursFit = {
  /** `unknown`: no stage says its hours, or a rate is missing. */
  readonly status: 'fits' | 'over' | 'unknown';
  /** Hours the work needs; null when unknown. */
  readonly needed: number | null;
  readonly had: number;
  /** Stages whose hours nobody has said: their work is not in `needed`. */
  readonly unsaid: readonly string[];
  readonly relaxations: readonly Relaxation[];
};

export type HoursAsk = {
  readonly gap: number;
  readonly size: number;
  readonly steps: readonly FunnelStep[];
  /** Hours of selling until the end. */
  readonly had: number;
  /** Working weeks until the end. */
  readonly weeks: number;
};

/** Hours of one win: each stage's hours for all that must pass it, `Σ hours_j ÷ chance_j`. Null when none is known. */
export function hoursPerWin(steps: readonly FunnelStep[]): number | null {
  const chances = chancesOfWin(steps);
  let [sum, isKnown] = [0, false];
  for (const [at, { hours }] of steps.entries()) {
    if (hours === null) continue;
    const chance = chances[at] ?? null;
    if (chance === null) return null;
    sum += hours / chance;
    isKnown = true;
  }
  return isKnown ? sum : null;
}

/**
 * The hours that the work needs against the hours there are, and, when they do not suffice, what gives: each single relaxation that
 * would do by itself, as rule 1 asks of every conflict. Throws RangeError on negative hours or weeks.
 */
export function whatGives({ gap, size, steps, had, weeks }: HoursAsk): HoursFit {
  for (const value of [had, weeks])
    if (!(value >= 0 && Number.isFinite(value)))
      throw new RangeError(`Hours and weeks are not negative; got ${value}.`);
  if (!(size > 0 && Number.isFinite(size))) throw new RangeError(`A win has a size above 0; got ${size}.`);
  const unsaid = steps.filter(({ hours }) => hours === null).map(({ id }) => id);
  const wins = gap <= 0 ? 0 : Math.ceil(gap / size);
  const each = hoursPerWin(steps);
  if (wins === 0) return { status: 'fits', needed: 0, had, unsaid, relaxations: [] };
  if (each === null) return { status: 'unknown', needed: null, had, unsaid, relaxations: [] };
  const needed = wins * each;
  if (needed <= had) return { status: 'fits', needed, had, unsaid, relaxations: [] };
  const affordable = Math.floor(had / each);
  return {
    status: 'over',
    needed,
    had,
    unsaid,
    relaxations: [
      { kind: 'hours', value: needed - had },
      { kind: 'target', value: gap - affordable * size },
      { kind: 'size', value: affordable > 0 ? Math.ceil(gap / affordable) : null },
      { kind: 'winRate', value: winRateFor(steps, had / wins) },
      { kind: 'time', value: had > 0 && weeks > 0 ? (needed - had) / (had / weeks) : null },
    ],
  };
}

/** The least chance of a win at which one win takes no more than so many hours; null when even a sure one takes more. */
function winRateFor(steps: readonly FunnelStep[], hours: number): number | null {
  const now = chancesOfWin(steps)[0] ?? null;
  if (now === null || now >= 1) return null;
  const at = (winRate: number) => hoursPerWin(supposing(steps, { winRate })) ?? Number.POSITIVE_INFINITY;
  let [low, high] = [now, 1 - 1e-9];
  if (at(high) > hours) return null;
  while (high - low > 1e-9) {
    const middle = (low + high) / 2;
    if (at(middle) <= hours) high = middle;
    else low = middle;
  }
  return high;
}
