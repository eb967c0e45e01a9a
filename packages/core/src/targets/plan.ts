import type { ApportionMethod } from '../apportion/apportion.ts';
import type { Minor } from '../money/minor.ts';

/** A fiscal year has twelve months, counted 0 to 11 from its first. */
export const MONTHS_IN_YEAR = 12;

/**
 * A part of a plan: what lies in all of the named lists. A list that is left out means everything on that axis, so `{}`
 * is the whole year. A team is the list of its people, a quarter the list of its months (0 to 11 of the fiscal year).
 * Segments are a second face of the same months: a block names segments, or persons and lines, not both.
 */
export type Block = {
  readonly persons?: readonly string[];
  readonly lines?: readonly string[];
  readonly segments?: readonly string[];
  readonly months?: readonly number[];
};

/** A block whose cells stay bit for bit as they are, until it is unlocked. */
export type Lock = { readonly id: string; readonly at: Block };

/** What somebody said a block shall sum to (a milestone, a quota). It is compared, not enforced. */
export type Statement = { readonly at: Block; readonly value: Minor };

/** Sums by axis, in the order of the plan's ids and months. */
export type AxisSums = {
  readonly persons: Float64Array;
  readonly lines: Float64Array;
  readonly segments: Float64Array;
  readonly months: Float64Array;
};

/** The weights a plan was made by; cells that are all zero are filled in their proportion. */
export type PlanShape = AxisSums & {
  /** How a person's year differs from the plan's: persons × months, e.g. the capacity of someone who joins in July. */
  readonly personMonths: Float64Array | null;
  /** What a person sells: persons × lines. */
  readonly personLines: Float64Array | null;
  /** The season of a line: lines × months. */
  readonly lineMonths: Float64Array | null;
};

/**
 * A year's plan. Its truth are whole leaves, person × product line × month; quarters, years, teams, lines and persons
 * are sums of leaves, so all axes agree to the unit by construction. Segments × months is a second face, whose months
 * are kept equal to the months of the leaves.
 *
 * Ids stand in ascending order, whatever order they were given in. Plans are values: nothing here is changed in place.
 */
export type Plan = {
  readonly persons: readonly string[];
  readonly lines: readonly string[];
  readonly segments: readonly string[];
  /** The stated total of the year, which the leaves are compared with. */
  readonly total: Minor;
  readonly stated: readonly Statement[];
  readonly locks: readonly Lock[];
  /** persons × lines × months, month fastest: see `leafPlace`. */
  readonly leaves: Float64Array;
  /** segments × months, month fastest; empty when the plan has no segments. */
  readonly segmentMonths: Float64Array;
  readonly shape: PlanShape;
  /** The sums by axis when the plan last added up to its stated total: what over-allocation is told against. */
  readonly agreed: AxisSums;
  /** How people share a total: money by largest remainder, which is meant when nothing is said, heads by `webster`. */
  readonly method?: ApportionMethod | undefined;
};

/** Where a leaf lies: `(person · lines + line) · 12 + month`, all counted from 0. */
export function leafPlace(plan: Pick<Plan, 'lines'>, person: number, line: number, month: number): number {
  return (person * plan.lines.length + line) * MONTHS_IN_YEAR + month;
}

/** The sum of all leaves. */
export function plannedTotal(plan: Pick<Plan, 'leaves'>): Minor {
  let sum = 0;
  for (const leaf of plan.leaves) sum += leaf;
  return sum;
}

/** The sums of the leaves by person, line and month, and of the segment face by segment. */
export function axisSums(plan: Pick<Plan, 'persons' | 'lines' | 'segments' | 'leaves' | 'segmentMonths'>): AxisSums {
  const sums: AxisSums = {
    persons: new Float64Array(plan.persons.length),
    lines: new Float64Array(plan.lines.length),
    segments: new Float64Array(plan.segments.length),
    months: new Float64Array(MONTHS_IN_YEAR),
  };
  let place = 0;
  for (let person = 0; person < plan.persons.length; person += 1) {
    for (let line = 0; line < plan.lines.length; line += 1) {
      for (let month = 0; month < MONTHS_IN_YEAR; month += 1, place += 1) {
        const leaf = plan.leaves[place] as number;
        add(sums.persons, person, leaf);
        add(sums.lines, line, leaf);
        add(sums.months, month, leaf);
      }
    }
  }
  for (const [cell, value] of plan.segmentMonths.entries()) {
    add(sums.segments, Math.floor(cell / MONTHS_IN_YEAR), value);
  }
  return sums;
}

/** The sums of the leaves by month. */
export function monthSums(leaves: Float64Array): Float64Array {
  const sums = new Float64Array(MONTHS_IN_YEAR);
  for (let start = 0; start < leaves.length; start += MONTHS_IN_YEAR) {
    for (let month = 0; month < MONTHS_IN_YEAR; month += 1) add(sums, month, leaves[start + month] as number);
  }
  return sums;
}

function add(sums: Float64Array, place: number, value: number): void {
  sums[place] = (sums[place] as number) + value;
}
