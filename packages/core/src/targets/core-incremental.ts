import { largestRemainder } from '../apportion/largest-remainder.ts';
import type { Minor } from '../money/minor.ts';

/** What is known of one account, line or person before the year. */
export type Base = {
  readonly id: string;
  /** Revenue of last year. */
  readonly base: Minor;
  /** Parts of it, 0.05 = 5 %: expected to be lost, and expected to come from prices. */
  readonly churn?: number;
  readonly price?: number;
  /** What could be sold at most. Null when nobody has said yet; 0 when there is nothing more to sell. */
  readonly potential: Minor | null;
  readonly segment: string;
};

/** A part of the target: what the base brings by itself, and what has to be won on top (below zero: given up). */
export type CoreIncremental = { readonly id: string; readonly core: Minor; readonly incremental: Minor };

/**
 * Splits a target into core and incremental: `core = base · (1 − churn) · (1 + price)`; the pool `T − Σ core` goes by
 * room, `max(0, potential − base)`, where an unknown potential is the median of its segment (of all, where the segment
 * has none). Without any room it goes by core. Where the target is below the core, every part gives up in proportion to
 * its core. Both parts are whole and sum: Σ core + Σ incremental = T. The result is in the order of the bases.
 *
 * Throws RangeError on a total or a base that is no whole number, on a base below zero, and on an id given twice.
 * Source: potential-based quotas (Zoltners & Sinha); core and incremental as in Salesforce's account targets.
 */
export function coreIncremental(bases: readonly Base[], total: Minor): CoreIncremental[] {
  const sorted = bases.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  demandBases(sorted);
  const exact = sorted.map(({ base, churn = 0, price = 0 }) => Math.max(0, base * (1 - churn) * (1 + price)));
  const coreTotal = Math.round(exact.reduce((sum, core) => sum + core, 0));
  const cores = largestRemainder(coreTotal, exact);
  const pool = total - coreTotal;
  const rooms = sorted.map((item) => Math.max(0, potentialOf(item, sorted) - item.base));
  const byRoom = pool >= 0 && rooms.some((room) => room > 0);
  const increments = largestRemainder(pool, byRoom ? rooms : exact);
  const parts = new Map(
    sorted.map(({ id }, place) => [
      id,
      { id, core: (cores[place] as number) + 0, incremental: (increments[place] as number) + 0 },
    ]),
  );
  return bases.map(({ id }) => parts.get(id) as CoreIncremental);
}

function potentialOf({ potential, segment, base }: Base, all: readonly Base[]): number {
  if (potential !== null) return potential;
  const known = all.flatMap((item) => (item.potential === null ? [] : [item]));
  const alike = known.filter((item) => item.segment === segment);
  return median((alike.length > 0 ? alike : known).map((item) => item.potential as number)) ?? base;
}

function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  if (sorted.length === 0) return null;
  if (sorted.length % 2 === 1) return sorted[middle] as number;
  return ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
}

function demandBases(sorted: readonly Base[]): void {
  for (const [place, { id, base }] of sorted.entries()) {
    if (id === sorted[place + 1]?.id) throw new RangeError(`${id} stands twice among the bases.`);
    if (!Number.isSafeInteger(base) || base < 0) throw new RangeError(`A base is a whole number from 0; got ${base}.`);
  }
}
