import { type Block, MONTHS_IN_YEAR, type Plan } from './plan.ts';

/** The ids of a plan's axes, in the plan's order. */
export type Axes = Pick<Plan, 'persons' | 'lines' | 'segments'>;

/** A block of leaves as places on the axes, each list ascending. */
export type LeafBox = {
  readonly persons: readonly number[];
  readonly lines: readonly number[];
  readonly months: readonly number[];
};

/** A block of the segment face as places on its axes, each list ascending. */
export type SegmentBox = { readonly segments: readonly number[]; readonly months: readonly number[] };

/** The leaves of a block, or null when it is a block of segments. Throws RangeError on ids and months not in the plan. */
export function leafBox(axes: Axes, block: Block): LeafBox | null {
  demandOneFace(block);
  if (block.segments !== undefined) return null;
  return {
    persons: placesOf('person', axes.persons, block.persons),
    lines: placesOf('line', axes.lines, block.lines),
    months: monthsOf(block),
  };
}

/**
 * The cells of the segment face in a block, or null when it is cut by person or line, which segments know nothing of.
 * Throws as `leafBox` does.
 */
export function segmentBox(axes: Axes, block: Block): SegmentBox | null {
  demandOneFace(block);
  if (block.persons !== undefined || block.lines !== undefined) return null;
  return { segments: placesOf('segment', axes.segments, block.segments), months: monthsOf(block) };
}

/** Calls back for every leaf of a box with its place in the plan and its place in the box. */
export function eachLeaf(axes: Axes, box: LeafBox, visit: (place: number, inBox: number) => void): void {
  let inBox = 0;
  for (const person of box.persons) {
    for (const line of box.lines) {
      const start = (person * axes.lines.length + line) * MONTHS_IN_YEAR;
      for (const month of box.months) {
        visit(start + month, inBox);
        inBox += 1;
      }
    }
  }
}

/** Calls back for every cell of a segment box with its place on the face and its place in the box. */
export function eachSegmentCell(box: SegmentBox, visit: (place: number, inBox: number) => void): void {
  let inBox = 0;
  for (const segment of box.segments) {
    for (const month of box.months) {
      visit(segment * MONTHS_IN_YEAR + month, inBox);
      inBox += 1;
    }
  }
}

/** The sum of a block. Throws as `leafBox` does. */
export function blockSum(plan: Axes & Pick<Plan, 'leaves' | 'segmentMonths'>, block: Block): number {
  let sum = 0;
  const leaves = leafBox(plan, block);
  if (leaves !== null) {
    eachLeaf(plan, leaves, (place) => {
      sum += plan.leaves[place] as number;
    });
    return sum;
  }
  eachSegmentCell(segmentBox(plan, block) as SegmentBox, (place) => {
    sum += plan.segmentMonths[place] as number;
  });
  return sum;
}

/** Whether two blocks are the same: the same cells on the same face. */
export function isSameBlock(axes: Axes, one: Block, other: Block): boolean {
  return contains(axes, one, other) && contains(axes, other, one);
}

/** Whether the inner block lies wholly in the outer one. A block of months holds the segments of those months too. */
export function contains(axes: Axes, outer: Block, inner: Block): boolean {
  if (inner.segments !== undefined) {
    const [around, within] = [segmentBox(axes, outer), segmentBox(axes, inner)];
    return (
      around !== null &&
      within !== null &&
      holdsAll(around.segments, within.segments) &&
      holdsAll(around.months, within.months)
    );
  }
  const [around, within] = [leafBox(axes, outer), leafBox(axes, inner)];
  return (
    around !== null &&
    within !== null &&
    holdsAll(around.persons, within.persons) &&
    holdsAll(around.lines, within.lines) &&
    holdsAll(around.months, within.months)
  );
}

/** Whether two blocks have cells of the leaves, or of the segment face, in common. */
export function overlaps(axes: Axes, one: Block, other: Block, face: 'leaves' | 'segments'): boolean {
  if (face === 'leaves') {
    const [a, b] = [leafBox(axes, one), leafBox(axes, other)];
    if (a === null || b === null) return false;
    return meets(a.persons, b.persons) && meets(a.lines, b.lines) && meets(a.months, b.months);
  }
  const [a, b] = [segmentBox(axes, one), segmentBox(axes, other)];
  if (a === null || b === null) return false;
  return meets(a.segments, b.segments) && meets(a.months, b.months);
}

function holdsAll(outer: readonly number[], inner: readonly number[]): boolean {
  const places = new Set(outer);
  return inner.every((place) => places.has(place));
}

function meets(one: readonly number[], other: readonly number[]): boolean {
  const places = new Set(one);
  return other.some((place) => places.has(place));
}

function demandOneFace(block: Block): void {
  if (block.segments === undefined || (block.persons === undefined && block.lines === undefined)) return;
  throw new RangeError('A block names segments, or persons and lines; there is no target of a person by segment.');
}

function placesOf(axis: string, ids: readonly string[], chosen: readonly string[] | undefined): number[] {
  if (chosen === undefined) return ids.map((_, place) => place);
  if (chosen.length === 0) throw new RangeError(`A block names at least one ${axis}, or leaves the list out.`);
  const places = chosen.map((id) => {
    const place = placeOf(ids, id);
    if (place < 0) throw new RangeError(`The plan has no ${axis} ${id}.`);
    return place;
  });
  return ascending(places);
}

function monthsOf({ months }: Block): number[] {
  if (months === undefined) return Array.from({ length: MONTHS_IN_YEAR }, (_, month) => month);
  if (months.length === 0) throw new RangeError('A block names at least one month, or leaves the list out.');
  for (const month of months) {
    if (Number.isInteger(month) && month >= 0 && month < MONTHS_IN_YEAR) continue;
    throw new RangeError(`Months of a plan are counted from 0 to 11; got ${month}.`);
  }
  return ascending(months);
}

/** By halving, since ids stand in ascending order; −1 when the id is not there. */
function placeOf(ids: readonly string[], id: string): number {
  let [low, high] = [0, ids.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const there = ids[middle] as string;
    if (there === id) return middle;
    if (there < id) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

function ascending(places: readonly number[]): number[] {
  return [...new Set(places)].sort((a, b) => a - b);
}
