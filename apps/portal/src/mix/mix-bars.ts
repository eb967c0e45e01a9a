import type { MixPlanView, MixSolutionView, MixToDateView } from '@milepost/contract/mix';

/** A line as it is drawn; null is "not known" and leaves a gap. */
type MixBar = { line: string; role: MixPlanView['lines'][number]['role']; planned: number | null; sold: number | null };

/** The lines of the plan in its order, then what was sold beside it. */
export function mixBars(
  plan: Pick<MixPlanView, 'lines'>,
  { best }: Pick<MixSolutionView, 'best'>,
  toDate: Pick<MixToDateView, 'lines'> | null,
): MixBar[] {
  const planned = new Map(best?.lines.map(({ line, revenue }) => [line, revenue]));
  const sold = new Map(toDate?.lines.map(({ line, revenue }) => [line, revenue]));
  const known = new Set(plan.lines.map(({ line }) => line));
  const barOf = (line: string, role: MixBar['role']): MixBar => ({
    line,
    role,
    planned: planned.get(line) ?? null,
    sold: sold.get(line) ?? null,
  });
  return [
    ...plan.lines.map(({ line, role }) => barOf(line, role)),
    ...[...sold].flatMap(([line, revenue]) => (known.has(line) || revenue === 0 ? [] : [barOf(line, null)])),
  ];
}
