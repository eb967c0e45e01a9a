import { sharesOf } from '../apportion/apportion.ts';
import { cascade } from '../apportion/cascade.ts';
import { cascadeStep, derive, type Heading, largestRemainderShare } from '../explain/derive.ts';
import type { Leaf, Unit, Why } from '../explain/why.ts';
import { blockSum, eachLeaf, eachSegmentCell, type LeafBox, leafBox, type SegmentBox, segmentBox } from './block.ts';
import { type Block, leafPlace, MONTHS_IN_YEAR, type Plan } from './plan.ts';

/** The axes a plan is weighted by. */
export type WeightedBy = 'persons' | 'lines' | 'segments' | 'months';

/** How the caller names what a derivation rests on: records and stored values with their ids. Places count from 0. */
export type TargetSources = {
  /** What the plan counts; money when left out. */
  readonly unit?: Unit;
  /** The stated total of the year. */
  readonly total: (value: number) => Leaf;
  /** What a person, line, segment or month was weighted with when the plan was made. */
  readonly weight: (axis: WeightedBy, place: number, value: number) => Leaf;
  /** A stored leaf of the plan. */
  readonly cell: (person: number, line: number, month: number, value: number) => Leaf;
  /** A stored cell of the segment face. */
  readonly segmentCell: (segment: number, month: number, value: number) => Leaf;
  /** The unit that a controlled rounding gave (1, 0) to this block, so that rows and columns sum. */
  readonly rounding: (at: Block, value: number) => Leaf;
};

/**
 * How the sum of a block comes about; it evaluates to `blockSum`. What still stands as the plan was made is derived from
 * its total: a person, line or segment as a largest-remainder share with the unit from the leftover, a month as a step of
 * the cascade, each of them in a month as its part of that month, a leaf as its part of person and line in it. Everything else, and what was edited since, is the
 * sum of its stored cells by month.
 *
 * Throws RangeError on ids and months that the plan does not have.
 */
export function whyBlock(plan: Plan, at: Block, sources: TargetSources): Why {
  const box = leafBox(plan, at);
  if (box === null) return whySegments(plan, segmentBox(plan, at) as SegmentBox, sources);
  return asMade(plan, box, sources) ?? sumOfCells(plan, box, sources);
}

/** The derivation from the plan's total, or null where the block has another sum by now. */
function asMade(plan: Plan, box: LeafBox, sources: TargetSources): Why | null {
  const [person, line, month] = [onlyOf(box.persons), onlyOf(box.lines), onlyOf(box.months)];
  const all = {
    persons: box.persons.length === plan.persons.length,
    lines: box.lines.length === plan.lines.length,
    months: box.months.length === MONTHS_IN_YEAR,
  };
  if (all.lines && all.months && person !== null) return axisShare(plan, 'persons', person, sources);
  if (all.persons && all.months && line !== null) return axisShare(plan, 'lines', line, sources);
  if (all.persons && all.lines && month !== null) return monthStep(plan, month, sources);
  if (month === null) return null;
  if (person !== null && all.lines) return inMonth(plan, 'persons', person, month, sources);
  if (line !== null && all.persons) return inMonth(plan, 'lines', line, month, sources);
  return person === null || line === null ? null : madeLeaf(plan, { person, line, month }, sources);
}

function axisShare(
  plan: Plan,
  axis: 'persons' | 'lines' | 'segments',
  place: number,
  sources: TargetSources,
): Why | null {
  const weights = plan.shape[axis];
  const at = { [axis]: [plan[axis][place] as string] };
  if (!weights.some((weight) => weight > 0)) return null;
  const method = axis === 'persons' ? plan.method : undefined;
  if (sharesOf(plan.total, weights, method)[place] !== blockSum(plan, at)) return null;
  const own = weights[place] as number;
  const [ahead, behind]: [Leaf[], Leaf[]] = [[], []];
  for (const [other, weight] of weights.entries()) {
    if (other === place) continue;
    const winsTie = weight > own || (weight === own && other < place);
    (winsTie ? ahead : behind).push(sources.weight(axis, other, weight));
  }
  const heading: Heading = { rule: `targets.${axis}`, unit: sources.unit ?? 'money' };
  const share = { total: sources.total(plan.total), own: sources.weight(axis, place, own), ahead, behind };
  if (method !== 'webster') return largestRemainderShare(heading, share);
  const weight = { rule: 'apportion.weights', unit: share.own.unit };
  const cut = derive('whole-units', { rule: 'apportion.whole-units', unit: heading.unit }, [
    share.total,
    share.own,
    derive('sum', weight, ahead),
    derive('sum', weight, behind),
  ]);
  return derive('sum', { ...heading, rule: 'targets.persons-webster' }, [
    cut,
    sources.rounding(at, blockSum(plan, at) - cut.value),
  ]);
}

function monthStep(plan: Plan, month: number, sources: TargetSources): Why | null {
  const { months } = plan.shape;
  if (!months.some((weight) => weight > 0)) return null;
  if (cascade(plan.total, months)[month] !== blockSum(plan, { months: [month] })) return null;
  const weights = Array.from(months, (weight, place) => sources.weight('months', place, weight));
  return cascadeStep(
    { rule: 'targets.months', unit: sources.unit ?? 'money' },
    {
      total: sources.total(plan.total),
      before: weights.slice(0, month),
      own: weights[month] as Leaf,
      after: weights.slice(month + 1),
    },
  );
}

/** A person, a line or a segment in one month: its year by the month's part of the plan, and the unit of the rounding. */
function inMonth(
  plan: Plan,
  axis: 'persons' | 'lines' | 'segments',
  place: number,
  month: number,
  sources: TargetSources,
): Why | null {
  const year = axisShare(plan, axis, place, sources);
  const step = monthStep(plan, month, sources);
  if (year === null || step === null) return null;
  const at = { [axis]: [plan[axis][place] as string], months: [month] };
  const others = derive('difference', { rule: 'targets.other-months', unit: sources.unit ?? 'money' }, [
    sources.total(plan.total),
    step,
  ]);
  return rounded(plan, at, { whole: year, own: step, others, rule: `targets.${axis}-month` }, sources);
}

function madeLeaf(
  plan: Plan,
  { person, line, month }: { readonly person: number; readonly line: number; readonly month: number },
  sources: TargetSources,
): Why | null {
  const ofPerson = inMonth(plan, 'persons', person, month, sources);
  const ofLine = inMonth(plan, 'lines', line, month, sources);
  const step = monthStep(plan, month, sources);
  if (ofPerson === null || ofLine === null || step === null) return null;
  const at = {
    persons: [plan.persons[person] as string],
    lines: [plan.lines[line] as string],
    months: [month],
  };
  const others = derive('difference', { rule: 'targets.other-lines', unit: sources.unit ?? 'money' }, [step, ofLine]);
  return rounded(plan, at, { whole: ofPerson, own: ofLine, others, rule: 'targets.leaf' }, sources);
}

/** `whole · own / (own + others)` cut to whole units, and the unit that was given on top; null if that is not the block. */
function rounded(
  plan: Plan,
  at: Block,
  { whole, own, others, rule }: { readonly whole: Why; readonly own: Why; readonly others: Why; readonly rule: string },
  sources: TargetSources,
): Why | null {
  if (own.value < 0 || others.value < 0 || own.value + others.value === 0) return null;
  const weight = { rule: 'apportion.weights', unit: sources.unit ?? 'money' } as const;
  const cut = derive('whole-units', { rule: 'apportion.whole-units', unit: sources.unit ?? 'money' }, [
    whole,
    own,
    derive('sum', weight, [others]),
    derive('sum', weight, []),
  ]);
  const unit = blockSum(plan, at) - cut.value;
  if (Math.abs(unit) > 1) return null;
  return derive('sum', { rule, unit: sources.unit ?? 'money' }, [cut, sources.rounding(at, unit)]);
}

function sumOfCells(plan: Plan, box: LeafBox, sources: TargetSources): Why {
  const months = box.months.map((month) => {
    const cells: Leaf[] = [];
    eachLeaf(plan, { ...box, months: [month] }, (place) => {
      const row = Math.floor(place / MONTHS_IN_YEAR);
      const [person, line] = [Math.floor(row / plan.lines.length), row % plan.lines.length];
      cells.push(sources.cell(person, line, month, plan.leaves[leafPlace(plan, person, line, month)] as number));
    });
    return derive('sum', { rule: 'targets.month-cells', unit: sources.unit ?? 'money' }, cells);
  });
  return derive('sum', { rule: 'targets.cells', unit: sources.unit ?? 'money' }, months);
}

function whySegments(plan: Plan, box: SegmentBox, sources: TargetSources): Why {
  const segment = onlyOf(box.segments);
  const month = onlyOf(box.months);
  if (segment !== null && (month !== null || box.months.length === MONTHS_IN_YEAR)) {
    const made =
      month === null
        ? axisShare(plan, 'segments', segment, sources)
        : inMonth(plan, 'segments', segment, month, sources);
    if (made !== null) return made;
  }
  const months = box.months.map((month) => {
    const cells: Leaf[] = [];
    eachSegmentCell({ ...box, months: [month] }, (place) => {
      const value = plan.segmentMonths[place] as number;
      cells.push(sources.segmentCell(Math.floor(place / MONTHS_IN_YEAR), month, value));
    });
    return derive('sum', { rule: 'targets.month-cells', unit: sources.unit ?? 'money' }, cells);
  });
  return derive('sum', { rule: 'targets.cells', unit: sources.unit ?? 'money' }, months);
}

function onlyOf(places: readonly number[]): number | null {
  return places.length === 1 ? (places[0] as number) : null;
}
