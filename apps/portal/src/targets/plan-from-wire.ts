import type { PlanWire } from '@milepost/contract/targets';
import type { AxisSums, Plan } from '@milepost/core/targets/plan';

const floats = (values: readonly number[]) => Float64Array.from(values);
const sums = (of: Record<keyof AxisSums, readonly number[]>): AxisSums => ({
  persons: floats(of.persons),
  lines: floats(of.lines),
  segments: floats(of.segments),
  months: floats(of.months),
});

/** The plan as core reads it: what the browser previews with is what the server decides with. */
export function planFromWire(wire: PlanWire): Plan {
  const { shape } = wire;
  return {
    ...wire,
    leaves: floats(wire.leaves),
    segmentMonths: floats(wire.segmentMonths),
    shape: {
      ...sums(shape),
      personMonths: shape.personMonths && floats(shape.personMonths),
      personLines: shape.personLines && floats(shape.personLines),
      lineMonths: shape.lineMonths && floats(shape.lineMonths),
    },
    agreed: sums(wire.agreed),
  };
}
