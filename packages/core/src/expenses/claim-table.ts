import type { Expense } from './expense.ts';

/** One number a line, from 0 to below `size`: lines with the same one have the same values. −1: there is none. */
export type Column = { readonly of: Int32Array; readonly size: number };

/** Lines with what they are compared by as whole numbers, so that a hundred thousand are grouped without a text for each. */
export type ClaimTable = {
  readonly lines: readonly Expense[];
  readonly person: Column;
  /** −1 where nobody has said. */
  readonly vendor: Column;
  /** Category and currency: what a limit holds for, and what an amount is usual in. */
  readonly kind: Column;
  /** Person, category and currency. */
  readonly own: Column;
  /** Amount and currency. */
  readonly price: Column;
  readonly day: Column;
};

/** Reads lines into columns, once for all rules. */
export function claimTable(lines: readonly Expense[]): ClaimTable {
  const person = numbered(lines, ({ personId }) => personId);
  const currency = numbered(lines, (line) => line.currency);
  const category = numbered(lines, (line) => line.category);
  const kind = paired(category, currency);
  return {
    lines,
    person,
    kind,
    vendor: numbered(lines, ({ vendor }) => vendor),
    day: numbered(lines, ({ day }) => day),
    own: paired(person, kind),
    price: paired(
      numbered(lines, ({ amount }) => amount),
      currency,
    ),
  };
}

/** Values by their first appearance; −1 for null. */
function numbered(lines: readonly Expense[], read: (line: Expense) => string | number | null): Column {
  const known = new Map<string | number, number>();
  const of = new Int32Array(lines.length);
  for (let at = 0; at < of.length; at += 1) {
    const value = read(lines[at] as Expense);
    if (value === null) {
      of[at] = -1;
      continue;
    }
    const number = known.get(value) ?? known.size;
    if (number === known.size) known.set(value, number);
    of[at] = number;
  }
  return { of, size: known.size };
}

/** Pairs of two columns by their first appearance: again no more numbers than lines, so that pairs of pairs stay whole. */
function paired(one: Column, other: Column): Column {
  const known = tableOf(one.size * other.size, one.of.length);
  const of = new Int32Array(one.of.length);
  let size = 0;
  for (let at = 0; at < of.length; at += 1) {
    const pair = (one.of[at] as number) * other.size + (other.of[at] as number);
    const number = known.get(pair) ?? size;
    if (number === size) {
      known.set(pair, number);
      size += 1;
    }
    of[at] = number;
  }
  return { of, size };
}

/** Places of lines that share the numbers of two columns, two and more of them, each group in the order in which the places came. */
export function groupsOf(places: readonly number[], one: Column, other: Column): number[][] {
  // Of a key the place of its only line so far; below zero the number of its group.
  const known = tableOf(one.size * other.size, places.length);
  const groups: number[][] = [];
  for (const place of places) {
    const key = keyAt(place, one, other);
    const seen = known.get(key);
    if (seen === undefined) known.set(key, place);
    else if (seen < 0) (groups[-1 - seen] as number[]).push(place);
    else {
      known.set(key, -1 - groups.length);
      groups.push([seen, place]);
    }
  }
  return groups;
}

/** One number for a pair of two columns: below 2^53 for up to ninety million lines. */
export const keyAt = (place: number, one: Column, other: Column): number =>
  (one.of[place] as number) * other.size + (other.of[place] as number);

/** What is known of whole numbers from 0 to below `size`: in a row of cells where they are few for the lines, else hashed. */
function tableOf(size: number, lines: number): Pick<Map<number, number>, 'get' | 'set'> {
  const cellsALine = 32;
  if (size > cellsALine * lines) return new Map<number, number>();
  const none = -(2 ** 31);
  const cells = new Int32Array(size).fill(none);
  const table = {
    get: (key: number) => (cells[key] === none ? undefined : cells[key]),
    set(key: number, value: number) {
      cells[key] = value;
      return table as never;
    },
  };
  return table;
}

/** The places of lines for which something holds. */
export function placesWhere({ lines }: ClaimTable, holds: (place: number, line: Expense) => boolean): number[] {
  const places: number[] = [];
  for (let at = 0; at < lines.length; at += 1) if (holds(at, lines[at] as Expense)) places.push(at);
  return places;
}

/** One value for each number of a column, by the first line that has it. */
export function byNumber<T>({ lines }: ClaimTable, column: Column, read: (line: Expense) => T): T[] {
  const values: T[] = [];
  for (let at = 0; at < lines.length; at += 1)
    if (column.of[at] === values.length) values.push(read(lines[at] as Expense));
  return values;
}
