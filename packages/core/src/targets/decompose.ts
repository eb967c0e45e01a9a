import type { ApportionMethod, Weighted } from '../apportion/apportion.ts';
import { weightsOnGrid } from '../apportion/whole-weights.ts';
import type { Conflicted } from './conflicted.ts';
import { cubeOf } from './cube-of.ts';
import { type MonthHold, monthTotals } from './month-totals.ts';
import { axisSums, MONTHS_IN_YEAR, type Plan, type PlanShape, type Statement } from './plan.ts';
import { sharedFace } from './shared-face.ts';

/** How parts differ from the plain product of weights and shares: by id, a row of weights of zero or more. */
export type Seed = {
  /** Twelve a person, e.g. the capacity of someone who joins in July: zeros before. */
  readonly personMonths?: ReadonlyMap<string, readonly number[]>;
  /** A person's weight of each line, in the order the lines were given: zero where that line is not sold. */
  readonly personLines?: ReadonlyMap<string, readonly number[]>;
  /** Twelve a line: its own season. */
  readonly lineMonths?: ReadonlyMap<string, readonly number[]>;
};

/** What a year's plan is made from. Weights are any numbers of zero or more: revenue of last year, capacity, potential. */
export type Target = {
  readonly total: number;
  readonly persons: readonly Weighted[];
  readonly lines: readonly Weighted[];
  readonly segments?: readonly Weighted[];
  readonly seed?: Seed;
  /** Of people: `webster` for heads, so that nobody's share falls when the total rises. Largest remainder when left out. */
  readonly method?: ApportionMethod;
} & (
  | { readonly monthShares: readonly number[]; readonly holds?: readonly MonthHold[] }
  | { readonly monthTotals: readonly number[] }
);

export type Decomposition =
  | { readonly status: 'ok'; readonly plan: Plan }
  | { readonly status: 'invalidWeights'; readonly axis: WeightedAxis; readonly ids: readonly string[] }
  | { readonly status: 'overCommitted'; readonly excess: number; readonly held: readonly MonthHold[] }
  | Conflicted;

export type WeightedAxis = 'persons' | 'lines' | 'segments';

/**
 * Makes a year's plan from its total: months by cascade of the shares (held months first), persons, lines and segments by
 * largest remainder of the total (persons of a plan of heads by Webster), and leaves by controlled rounding, so that every axis sums to the total.
 *
 * - `monthTotals` instead of shares are taken as they are; where they do not sum to the total, the plan says so.
 * - Held months become statements of the plan, so a later edit that breaks one is seen.
 * - Negative weights (a year of returns) answer `invalidWeights`; zeros that leave a person or a line no way to its total
 *   answer `infeasible`, naming both sides.
 * - A negative total mirrors its absolute value. Weights that are all zero share equally.
 *
 * Throws RangeError on totals that are no safe whole numbers, weights that are no finite numbers, rows of a wrong length,
 * ids given twice, a plan without persons or lines, and on negative months of a positive year together with a seed.
 */
export function decompose(target: Target): Decomposition {
  const invalid = negativeWeights(target);
  if (invalid !== null) return invalid;
  if (target.persons.length === 0 || target.lines.length === 0) {
    throw new RangeError('A plan needs at least one person and one product line.');
  }
  const { persons, lines, segments, shape } = shapeOf(target);
  const year =
    'monthTotals' in target
      ? { status: 'ok' as const, months: givenMonths(target.monthTotals) }
      : monthTotals(target.total, target.monthShares, target.holds);
  if (year.status !== 'ok') return year;
  const planned = year.months.reduce((sum, month) => sum + month, 0);
  const { method } = target;
  const cube = cubeOf({ persons, lines, shape, months: year.months, planned, method });
  if (cube.status !== 'ok') return cube;
  const face = {
    persons,
    lines,
    segments,
    leaves: cube.leaves,
    segmentMonths: sharedFace(shape.segments, year.months),
  };
  const holds = 'monthTotals' in target ? [] : (target.holds ?? []);
  const stated: Statement[] = holds.map(({ months }) => ({
    at: { months },
    value: months.reduce((sum, month) => sum + (year.months[month] as number), 0),
  }));
  const agreed = axisSums(face);
  return {
    status: 'ok',
    plan: { ...face, total: wholeTotal(target.total), stated, locks: [], shape, agreed, ...(method ? { method } : {}) },
  };
}

function shapeOf(target: Target): Pick<Plan, 'persons' | 'lines' | 'segments' | 'shape'> {
  const persons = byId(target.persons);
  const lines = byId(target.lines);
  const segments = byId(target.segments ?? []);
  const lineOrder = byId(target.lines.map((line, weight) => ({ id: line.id, weight }))).map((line) => line.weight);
  const monthOrder = Array.from({ length: MONTHS_IN_YEAR }, (_, month) => month);
  const ids = (items: readonly Weighted[]): string[] => items.map((item) => item.id);
  const { personMonths, personLines, lineMonths } = target.seed ?? {};
  const shape: PlanShape = {
    persons: weightsOnGrid(persons.map((item) => item.weight)),
    lines: weightsOnGrid(lines.map((item) => item.weight)),
    segments: weightsOnGrid(segments.map((item) => item.weight)),
    months: weightsOnGrid('monthTotals' in target ? target.monthTotals.map(Math.abs) : target.monthShares),
    personMonths: seedRows(ids(persons), personMonths, monthOrder),
    personLines: seedRows(ids(persons), personLines, lineOrder),
    lineMonths: seedRows(ids(lines), lineMonths, monthOrder),
  };
  return { persons: ids(persons), lines: ids(lines), segments: ids(segments), shape };
}

/** Rows of a seed in the order of the ids, its columns in the given order; a missing row is all ones. */
function seedRows(
  ids: readonly string[],
  rows: ReadonlyMap<string, readonly number[]> | undefined,
  order: readonly number[],
): Float64Array | null {
  if (rows === undefined) return null;
  for (const [id, row] of rows) {
    if (!ids.includes(id)) throw new RangeError(`The seed has a row for ${id}, which the plan does not know.`);
    if (row.length !== order.length) throw new RangeError(`The seed row of ${id} has ${row.length} cells.`);
    if (!row.every((cell) => cell >= 0 && cell < Number.POSITIVE_INFINITY)) {
      throw new RangeError(`The seed row of ${id} holds something else than numbers of zero or more.`);
    }
  }
  return Float64Array.from(ids.flatMap((id) => order.map((column) => rows.get(id)?.[column] ?? 1)));
}

function byId(items: readonly Weighted[]): Weighted[] {
  const sorted = items.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const twice = sorted.find((item, index) => item.id === sorted[index + 1]?.id);
  if (twice !== undefined) throw new RangeError(`${twice.id} stands twice on one axis of the target.`);
  return sorted;
}

function negativeWeights(target: Target): Extract<Decomposition, { status: 'invalidWeights' }> | null {
  for (const axis of ['persons', 'lines', 'segments'] as const) {
    const ids = (target[axis] ?? []).filter((item) => item.weight < 0).map((item) => item.id);
    if (ids.length > 0) return { status: 'invalidWeights', axis, ids };
  }
  return null;
}

function givenMonths(months: readonly number[]): number[] {
  if (months.length !== MONTHS_IN_YEAR) throw new RangeError(`A year has twelve months; got ${months.length}.`);
  return months.map(wholeTotal);
}

function wholeTotal(total: number): number {
  if (!Number.isSafeInteger(total)) throw new RangeError(`Targets are whole numbers; got ${total}.`);
  return total + 0;
}
