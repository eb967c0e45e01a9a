import { cascade } from '../apportion/cascade.ts';
import { MONTHS_IN_YEAR } from './plan.ts';

/**
 * Months that are held at a part of the year: "Q1 = 20 %" is `{ months: [0, 1, 2], share: 0.2 }`. A hold may lie within
 * another; `share` is always a share of the year.
 */
export type MonthHold = { readonly months: readonly number[] } & (
  | { readonly share: number }
  | { readonly value: number }
);

/** `excess` is by how much held months exceed what they lie in; negative when all are held and fall short of it. */
export type MonthTotals =
  | { readonly status: 'ok'; readonly months: number[] }
  | { readonly status: 'overCommitted'; readonly excess: number; readonly held: readonly MonthHold[] };

/**
 * A year's whole total by month: holds are taken out first, what is left is cascaded over the free months by their
 * shares, and so again inside every hold.
 *
 * Throws RangeError on anything but twelve shares, on months that are not 0 to 11, on holds that cross each other, and on
 * held values that are no whole numbers.
 */
export function monthTotals(total: number, shares: readonly number[], holds: readonly MonthHold[] = []): MonthTotals {
  if (shares.length !== MONTHS_IN_YEAR) throw new RangeError(`A year has twelve month shares; got ${shares.length}.`);
  const months = new Array<number>(MONTHS_IN_YEAR).fill(0);
  const valued = holds.map((hold) => ({ hold, inside: monthSet(hold), value: heldValue(hold, total) }));
  demandNested(valued);
  const year: Held = { hold: null, inside: new Set(months.keys()), value: total };
  const conflict = fill(year, { valued, shares, months });
  return conflict ?? { status: 'ok', months };
}

type Held = { readonly hold: MonthHold | null; readonly inside: ReadonlySet<number>; readonly value: number };
type Frame = { readonly valued: readonly Held[]; readonly shares: readonly number[]; readonly months: number[] };

/** Fills the months of one hold, and the holds inside it; answers the conflict if there is one. */
function fill(around: Held, frame: Frame): Exclude<MonthTotals, { status: 'ok' }> | null {
  const inside = frame.valued.filter((held) => held !== around && isWithin(held, around));
  const direct = inside.filter((held) => !inside.some((other) => other !== held && isWithin(held, other)));
  const free = [...around.inside]
    .filter((month) => !direct.some((held) => held.inside.has(month)))
    .sort((a, b) => a - b);
  const rest = direct.reduce((left, held) => left - held.value, around.value);
  const isOver = free.length === 0 ? rest !== 0 : around.value < 0 ? rest > 0 : rest < 0;
  if (isOver) {
    return { status: 'overCommitted', excess: 0 - rest, held: direct.map((held) => held.hold as MonthHold) };
  }
  const steps = cascade(
    rest,
    free.map((month) => frame.shares[month] as number),
  );
  for (const [index, month] of free.entries()) frame.months[month] = steps[index] as number;
  for (const held of direct) {
    const conflict = fill(held, frame);
    if (conflict !== null) return conflict;
  }
  return null;
}

/** Whether a hold has fewer months than another, and all of them in it. Every hold lies within the year. */
function isWithin(held: Held, around: Held): boolean {
  if (around.hold === null) return held.hold !== null;
  if (held.inside.size >= around.inside.size) return false;
  return [...held.inside].every((month) => around.inside.has(month));
}

function demandNested(valued: readonly Held[]): void {
  for (const [index, one] of valued.entries()) {
    for (const other of valued.slice(index + 1)) {
      const common = [...one.inside].filter((month) => other.inside.has(month)).length;
      if (common === 0 || isWithin(one, other) || isWithin(other, one)) continue;
      throw new RangeError('Two holds share some of their months; a hold may only lie wholly within another.');
    }
  }
}

function monthSet({ months }: MonthHold): Set<number> {
  const set = new Set(months);
  const isMonth = (month: number): boolean => Number.isInteger(month) && month >= 0 && month < MONTHS_IN_YEAR;
  if (set.size > 0 && months.every(isMonth)) return set;
  throw new RangeError(`A hold names months from 0 to 11; got ${months.join(', ') || 'none'}.`);
}

function heldValue(hold: MonthHold, total: number): number {
  if ('value' in hold) {
    if (Number.isSafeInteger(hold.value)) return hold.value;
    throw new RangeError(`Held months have a whole value; got ${hold.value}.`);
  }
  if (!(hold.share >= 0 && hold.share < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`A held share is a number of zero or more; got ${hold.share}.`);
  }
  // Half away from zero, as everywhere in time.
  return Math.sign(total) * Math.round(Math.abs(total) * hold.share) + 0;
}
