import { type DateOrder, dateOrderOf, partsOfDate } from './dates.ts';

/** What a record says in one place: a number, a word, or nothing. */
export type Cell = string | number | null;

/** Why a column teaches nothing. */
export type IgnoredBecause = 'constant' | 'identifier' | 'free-text' | 'clock' | 'ambiguous-date';

/** A column of numbers: where it is cut off, and whether it is told by its logarithm. */
export type NumberField = {
  readonly kind: 'number';
  readonly name: string;
  /** Beyond these, a value counts like them (1st and 99th percentile of what was learned on). */
  readonly low: number;
  readonly high: number;
  /** Whether `log(1 + value)` is taken: for amounts and counts that are spread far to the right. */
  readonly isLog: boolean;
  /** Where its line may bend, on the scale that is taken, rising. */
  readonly knots: readonly number[];
  /** Mean and spread of the value and of each hinge. */
  readonly scales: readonly { readonly mean: number; readonly spread: number }[];
  /** Whether zero and nothing are told apart from other values. */
  readonly isZeroApart: boolean;
};

/** A column of words: the levels seen often enough to be told apart; the others are one. */
export type CategoryField = {
  readonly kind: 'category';
  readonly name: string;
  readonly levels: readonly string[];
};

/** A column of dates: told by weekday, and by month where the same months were seen in more than one year. */
export type DateField = {
  readonly kind: 'date';
  readonly name: string;
  readonly order: DateOrder;
  readonly hasMonths: boolean;
};

export type Field = NumberField | CategoryField | DateField;
export type IgnoredField = { readonly name: string; readonly because: IgnoredBecause };

/** The level of what is not there, and of what was seen too seldom to be told apart. */
export const MISSING = '(missing)';
export const OTHER = '(other)';

const RAREST_SHARE = 0.005;
const RAREST_COUNT = 5;
const MOST_LEVELS = 60;
/** Numbers with no more different values than this are told apart value by value. */
const FEW_VALUES = 3;

/** A word as it is compared: without outer blanks, in lower case. Nothing for an empty one. */
export function levelOf(cell: Cell): string | null {
  if (cell === null) return null;
  const text = String(cell).trim().toLowerCase().replace(/\s+/g, ' ');
  return text === '' ? null : text;
}

/** A word as it is written most often, for reading: among equals the first in the alphabet. Null where no cell says it. */
export function spellingOf(cells: readonly Cell[], level: string): string | null {
  const counts = new Map<string, number>();
  for (const cell of cells) {
    if (levelOf(cell) !== level) continue;
    const text = String(cell).trim();
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const [first] = [...counts].sort(([a, some], [b, others]) => others - some || (a < b ? -1 : 1));
  return first?.[0] ?? null;
}

const NUMBER = /^[-+]?(\d{1,3}(,\d{3})+|\d+)?(\.\d+)?(e[-+]?\d+)?%?$/i;

/** The number that a cell says, `1,200.5` and `12%` included. Nothing for words. */
export function numberOf(cell: Cell): number | null {
  if (cell === null) return null;
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : null;
  const text = cell.trim();
  if (text === '' || !NUMBER.test(text)) return null;
  const value = Number(text.replace(/,/g, '').replace(/%$/, ''));
  return Number.isFinite(value) ? value : null;
}

/**
 * What a column can teach, by what stands in it: numbers are cut off at their 1st and 99th percentile, words seen less than five
 * times or in less than half a percent are one level, and what is empty is a level of its own. Ignored with its reason are columns
 * that say always the same, that name the record (nearly every value once), that hold free text, and that only count on with time.
 */
export function fieldOf(name: string, cells: readonly Cell[]): Field | (IgnoredField & { readonly kind: 'ignored' }) {
  const ignored = (because: IgnoredBecause) => ({ kind: 'ignored', name, because }) as const;
  const words = cells.map(levelOf);
  const counts = new Map<string, number>();
  for (const word of words) if (word !== null) counts.set(word, (counts.get(word) ?? 0) + 1);
  const filled = words.filter((word) => word !== null).length;
  const isMissingSomewhere = filled < cells.length;
  if (counts.size === 0 || (counts.size === 1 && !isMissingSomewhere)) return ignored('constant');
  const numbers = cells.map(numberOf);
  const numeric = numbers.filter((value) => value !== null);
  if (numeric.length >= 0.95 * filled && new Set(numeric).size > FEW_VALUES) {
    if (runsWithTime(numbers)) return ignored('clock');
    if (isNearlyUnique(counts.size, filled) && numeric.every(Number.isInteger) && sameLength(numeric))
      return ignored('identifier');
    return numberField(name, numbers);
  }
  const order = dateOrderOf([...counts.keys()]);
  if (order === 'ambiguous') return ignored('ambiguous-date');
  if (order !== null) return dateField(name, [...counts.keys()], order);
  if (isNearlyUnique(counts.size, filled)) {
    return ignored(words.some((word) => word?.includes(' ') === true) ? 'free-text' : 'identifier');
  }
  const leastCount = Math.max(RAREST_COUNT, RAREST_SHARE * cells.length);
  const levels = [...counts]
    .filter(([, count]) => count >= leastCount)
    .sort(([a, first], [b, second]) => second - first || (a < b ? -1 : 1))
    .slice(0, MOST_LEVELS)
    .map(([level]) => level);
  if (levels.length === 0) return ignored('free-text');
  if (levels.length === 1 && counts.get(levels[0] as string) === cells.length) return ignored('constant');
  return { kind: 'category', name, levels };
}

function dateField(name: string, words: readonly string[], order: DateOrder): DateField {
  const months = new Map<number, Set<number>>();
  for (const word of words) {
    const parts = partsOfDate(word, order);
    if (parts !== null) months.set(parts.month, (months.get(parts.month) ?? new Set()).add(parts.year));
  }
  // A month seen in one year only stands for that time, not for a season.
  return { kind: 'date', name, order, hasMonths: [...months.values()].every((years) => years.size > 1) };
}

const isNearlyUnique = (different: number, filled: number): boolean => filled >= 20 && different > 0.9 * filled;

const sameLength = (values: readonly number[]): boolean =>
  new Set(values.map((value) => String(Math.abs(value)).length)).size <= 2;

/** A number that only grows or only falls from record to record tells when it was written, not what it is about. */
function runsWithTime(numbers: readonly (number | null)[]): boolean {
  const placed = numbers.flatMap((value, at) => (value === null ? [] : [{ value, at }]));
  if (placed.length < 20) return false;
  const ranked = placed.toSorted((a, b) => a.value - b.value || a.at - b.at);
  const middle = (placed.length - 1) / 2;
  const order = new Map(placed.map(({ at }, rank) => [at, rank]));
  let [product, square] = [0, 0];
  for (const [rank, { at }] of ranked.entries()) {
    product += (rank - middle) * ((order.get(at) as number) - middle);
    square += (rank - middle) ** 2;
  }
  return new Set(placed.map(({ value }) => value)).size > placed.length / 2 && Math.abs(product / square) > 0.95;
}

function numberField(name: string, numbers: readonly (number | null)[]): NumberField {
  const values = numbers.filter((value) => value !== null).sort((a, b) => a - b);
  const at = (share: number, of: readonly number[]): number => of[Math.round(share * (of.length - 1))] as number;
  const [low, high] = [at(0.01, values), at(0.99, values)];
  const [middle, upper] = [at(0.5, values), at(0.95, values)];
  const isLog = low >= 0 && upper - middle > 2 * (middle - low) + 1e-12 && upper > 5;
  const zeros = values.filter((value) => value === 0).length;
  const isZeroApart = zeros >= 0.05 * values.length && zeros < 0.95 * values.length;
  const scaled = values.map((value) => scaleOf({ low, high, isLog }, value));
  const spreadOut = isZeroApart ? scaled.filter((_, place) => values[place] !== 0) : scaled;
  const shares = values.length < 200 ? [0.5] : values.length < 1000 ? [0.33, 0.67] : [0.2, 0.4, 0.6, 0.8];
  const knots = [...new Set(shares.map((share) => at(share, spreadOut)))].filter(
    (knot) => knot > (spreadOut[0] as number) && knot < (spreadOut.at(-1) as number),
  );
  const columns = [scaled, ...knots.map((knot) => scaled.map((value) => Math.max(0, value - knot)))];
  return { kind: 'number', name, low, high, isLog, knots, scales: columns.map(scaleOfColumn), isZeroApart };
}

function scaleOfColumn(column: readonly number[]): { mean: number; spread: number } {
  const mean = column.reduce((sum, value) => sum + value, 0) / column.length;
  const variance = column.reduce((sum, value) => sum + (value - mean) ** 2, 0) / column.length;
  return { mean, spread: variance > 0 ? Math.sqrt(variance) : 1 };
}

/** A value cut off at the ends of what was learned on, and by its logarithm where that is taken. */
export function scaleOf({ low, high, isLog }: Pick<NumberField, 'low' | 'high' | 'isLog'>, value: number): number {
  const kept = Math.min(high, Math.max(low, value));
  return isLog ? Math.log1p(kept) : kept;
}
