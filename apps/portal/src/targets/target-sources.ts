import type { TargetGridView } from '@milepost/contract/targets';
import { record, stored } from '@milepost/core/explain/derive';
import type { Plan } from '@milepost/core/targets/plan';
import type { TargetSources } from '@milepost/core/targets/why-target';

/** How the cells of a plan are named in a derivation: ids as pacing writes them, and labels for people. */
export function targetSources(
  plan: Plan,
  { target, people }: Pick<TargetGridView, 'target' | 'people'>,
  monthName: (month: number) => string,
): TargetSources {
  const unit = target.unit === 'count' ? 'count' : 'money';
  const personName = (id: string): string => people.find((person) => person.id === id)?.name ?? id;
  const partName = (axis: 'persons' | 'lines' | 'segments' | 'months', place: number): string => {
    if (axis === 'months') return monthName(place);
    const id = plan[axis][place] ?? '';
    return axis === 'persons' ? personName(id) : id;
  };
  const labelled = (...parts: string[]): string => parts.filter(Boolean).join(' · ');
  return {
    unit,
    total: (value) => record('target', target.id, value, unit, target.name),
    weight: (axis, place, value) =>
      stored('target-weight', `${target.id}:${axis}:${place}`, value, 'ratio', partName(axis, place)),
    cell: (person, line, month, value) => {
      const [personId = '', lineId = ''] = [plan.persons[person], plan.lines[line]];
      const label = labelled(personName(personId), lineId, monthName(month));
      return stored('target-cell', `${target.id}:${personId}:${lineId}:${month + 1}`, value, unit, label);
    },
    segmentCell: (segment, month, value) => {
      const id = plan.segments[segment] ?? '';
      return stored('target-segment', `${target.id}:${id}:${month + 1}`, value, unit, labelled(id, monthName(month)));
    },
    rounding: (at, value) => stored('target-rounding', `${target.id}:${JSON.stringify(at)}`, value, unit),
  };
}
