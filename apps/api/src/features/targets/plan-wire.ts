import type { PlanWire } from '@milepost/contract/targets';
import { type AxisSums, leafPlace, MONTHS_IN_YEAR, type Plan, type PlanShape } from '@milepost/core/targets/plan';

type Lists<T> = {
  [K in keyof T]: T[K] extends Float64Array ? number[] : T[K] extends Float64Array | null ? number[] | null : T[K];
};

/** Everything of a plan beside its cells, as the target's row keeps it. */
export type PlanFrame = Pick<Plan, 'persons' | 'lines' | 'segments' | 'stated' | 'locks' | 'method'> & {
  shape: Lists<PlanShape>;
  agreed: Lists<AxisSums>;
};

export type PlanParts = {
  frame: PlanFrame;
  leaves: { person: string; line: string; month: number; amount: number }[];
  segmentMonths: { segment: string; month: number; amount: number }[];
};

const list = (values: Float64Array): number[] => [...values];
const maybe = (values: Float64Array | null): number[] | null => values && list(values);
const sums = (of: AxisSums): Lists<AxisSums> => ({
  persons: list(of.persons),
  lines: list(of.lines),
  segments: list(of.segments),
  months: list(of.months),
});

const frameOf = (plan: Plan): PlanFrame => ({
  persons: plan.persons,
  lines: plan.lines,
  segments: plan.segments,
  stated: plan.stated,
  locks: plan.locks,
  shape: {
    ...sums(plan.shape),
    personMonths: maybe(plan.shape.personMonths),
    personLines: maybe(plan.shape.personLines),
    lineMonths: maybe(plan.shape.lineMonths),
  },
  agreed: sums(plan.agreed),
  ...(plan.method ? { method: plan.method } : {}),
});

/** A plan as rows: its frame, and its cells with the ids they belong to. */
export function partsOf(plan: Plan): PlanParts {
  const leaves: PlanParts['leaves'] = [];
  plan.persons.forEach((person, p) => {
    plan.lines.forEach((line, l) => {
      for (let month = 0; month < MONTHS_IN_YEAR; month += 1)
        leaves.push({ person, line, month, amount: plan.leaves[leafPlace(plan, p, l, month)] ?? 0 });
    });
  });
  const segmentMonths = [...plan.segmentMonths].map((amount, place) => ({
    segment: plan.segments[Math.floor(place / MONTHS_IN_YEAR)] ?? '',
    month: place % MONTHS_IN_YEAR,
    amount,
  }));
  return { frame: frameOf(plan), leaves, segmentMonths };
}

/** Rows → plan. Cells that have no row are zero. */
export function planOf(frame: PlanFrame, total: number, { leaves, segmentMonths }: Omit<PlanParts, 'frame'>): Plan {
  const floats = (values: readonly number[]) => Float64Array.from(values);
  const axes = (of: Lists<AxisSums>): AxisSums => ({
    persons: floats(of.persons),
    lines: floats(of.lines),
    segments: floats(of.segments),
    months: floats(of.months),
  });
  const { shape, agreed, ...rest } = frame;
  const places = (ids: readonly string[]) => new Map(ids.map((id, place) => [id, place]));
  const [persons, lines, segments] = [places(frame.persons), places(frame.lines), places(frame.segments)];
  const plan: Plan = {
    ...rest,
    total,
    leaves: new Float64Array(frame.persons.length * frame.lines.length * MONTHS_IN_YEAR),
    segmentMonths: new Float64Array(frame.segments.length * MONTHS_IN_YEAR),
    shape: {
      ...axes(shape),
      personMonths: shape.personMonths && floats(shape.personMonths),
      personLines: shape.personLines && floats(shape.personLines),
      lineMonths: shape.lineMonths && floats(shape.lineMonths),
    },
    agreed: axes(agreed),
  };
  for (const { person, line, month, amount } of leaves) {
    const [p, l] = [persons.get(person), lines.get(line)];
    if (p !== undefined && l !== undefined) plan.leaves[leafPlace(plan, p, l, month)] = amount;
  }
  for (const { segment, month, amount } of segmentMonths) {
    const s = segments.get(segment);
    if (s !== undefined) plan.segmentMonths[s * MONTHS_IN_YEAR + month] = amount;
  }
  return plan;
}

/** A plan as it travels. */
export const planWire = (plan: Plan): PlanWire => ({
  ...(frameOf(plan) as unknown as Omit<PlanWire, 'total' | 'leaves' | 'segmentMonths'>),
  total: plan.total,
  leaves: list(plan.leaves),
  segmentMonths: list(plan.segmentMonths),
});

/** The part of a plan that belongs to some of its people. What is left of the total is theirs. */
export function planOfPeople(plan: Plan, persons: ReadonlySet<string>): Plan {
  const kept = plan.persons.map((id, place) => ({ id, place })).filter(({ id }) => persons.has(id));
  const size = plan.lines.length * MONTHS_IN_YEAR;
  const leaves = new Float64Array(kept.length * size);
  kept.forEach(({ place }, at) => {
    leaves.set(plan.leaves.subarray(place * size, (place + 1) * size), at * size);
  });
  const pick = (values: Float64Array) => Float64Array.from(kept.map(({ place }) => values[place] ?? 0));
  return {
    ...plan,
    persons: kept.map(({ id }) => id),
    segments: [],
    segmentMonths: new Float64Array(0),
    leaves,
    total: leaves.reduce((sum, leaf) => sum + leaf, 0),
    stated: [],
    locks: plan.locks.filter(({ at }) => !at.segments && (at.persons ?? plan.persons).every((id) => persons.has(id))),
    shape: {
      ...plan.shape,
      persons: pick(plan.shape.persons),
      segments: new Float64Array(0),
      personMonths: null,
      personLines: null,
    },
    agreed: { ...plan.agreed, persons: pick(plan.agreed.persons), segments: new Float64Array(0) },
  };
}
