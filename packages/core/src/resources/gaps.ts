import { daysIn, type Span } from '../calendar/civil-day.ts';
import { derive, record, stored } from '../explain/derive.ts';
import type { Leaf, Why } from '../explain/why.ts';
import { foldName } from '../identity/fold-name.ts';

/** Work of a role for so many hours a week in a span of days: as it is needed, or as somebody was assigned to it. */
export type RoleWork = {
  readonly id: string;
  /** What the work or the person is called. */
  readonly name: string;
  readonly role: string;
  readonly hoursPerWeek: number;
  readonly span: Span;
  readonly skills: readonly string[];
};

/** What a role lacks over some months. Hours as derivations; `short` counts months one by one: spare hours lend nothing. */
export type RoleGap = {
  readonly role: string;
  readonly needed: Why;
  readonly assigned: Why;
  readonly short: Why;
  /** Skills that are asked for and that nobody assigned to the role has in that time, as they were written. */
  readonly missingSkills: readonly string[];
};

const weekDays = 7;

/**
 * Gaps of people and skills, role by role: `Σ months max(0, hours needed − hours assigned)`, where hours are
 * `hours a week · days in the month ÷ 7`. Roles and skills are told apart by their folded names. In the order of the roles.
 *
 * Throws RangeError on hours that are negative or not finite, and on a span that ends before it starts.
 */
export function resourceGaps(
  needs: readonly RoleWork[],
  assigned: readonly RoleWork[],
  months: readonly { readonly span: Span; readonly label: string }[],
): RoleGap[] {
  for (const { hoursPerWeek, span } of [...needs, ...assigned]) {
    if (!(hoursPerWeek >= 0 && hoursPerWeek <= 24 * weekDays))
      throw new RangeError(`A week has 0 to 168 hours; got ${hoursPerWeek}.`);
    if (span.last < span.first) throw new RangeError('Work ends before it starts.');
  }
  const roles = Map.groupBy([...needs, ...assigned], ({ role }) => foldName(role));
  return [...roles]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, [first]]) => {
      const of = (works: readonly RoleWork[]) => works.filter(({ role }) => foldName(role) === key);
      const [asked, given] = [of(needs), of(assigned)];
      const byMonth = months.map(({ span, label }) => ({
        label,
        needed: hoursIn('resource_need', asked, span, label),
        assigned: hoursIn('resource', given, span, label),
      }));
      const nothing = derive('sum', { rule: 'resources.nothing', unit: 'hours' }, []);
      return {
        role: first?.role ?? key,
        needed: derive(
          'sum',
          { rule: 'resources.needed', unit: 'hours' },
          byMonth.map(({ needed }) => needed),
        ),
        assigned: derive(
          'sum',
          { rule: 'resources.assigned', unit: 'hours' },
          byMonth.map((month) => month.assigned),
        ),
        short: derive(
          'sum',
          { rule: 'resources.short', unit: 'hours' },
          byMonth.map(({ label, needed, assigned: there }) =>
            derive('max', { rule: 'resources.short-in-month', unit: 'hours', label }, [
              nothing,
              derive('difference', { rule: 'resources.difference', unit: 'hours', label }, [needed, there]),
            ]),
          ),
        ),
        missingSkills: missingSkills(asked, given, months),
      };
    });
}

function hoursIn(kind: string, works: readonly RoleWork[], month: Span, label: string): Why {
  const parts = works.flatMap((work): Why[] => {
    const days = overlap(work.span, month);
    if (days === 0) return [];
    const weeks: (Why | Leaf)[] = [
      stored('calendar', label, days, 'days', label),
      stored('calendar', 'days-of-week', weekDays, 'days'),
    ];
    return [
      derive('product', { rule: 'resources.hours', unit: 'hours', label: work.name }, [
        record(kind, work.id, work.hoursPerWeek, 'hours', work.name),
        derive('quotient', { rule: 'resources.weeks', unit: 'ratio' }, weeks),
      ]),
    ];
  });
  return derive('sum', { rule: 'resources.month', unit: 'hours', label }, parts);
}

/** Days that two spans have in common. */
function overlap(a: Span, b: Span): number {
  return Math.max(0, daysIn({ first: Math.max(a.first, b.first), last: Math.min(a.last, b.last) }));
}

function missingSkills(
  needs: readonly RoleWork[],
  assigned: readonly RoleWork[],
  months: readonly { readonly span: Span }[],
): string[] {
  const missing = new Map<string, string>();
  for (const need of needs) {
    if (!months.some(({ span }) => overlap(need.span, span) > 0)) continue;
    const there = assigned.filter(({ span }) => overlap(span, need.span) > 0);
    const known = new Set(there.flatMap(({ skills }) => skills.map(foldName)));
    for (const skill of need.skills) if (!known.has(foldName(skill))) missing.set(foldName(skill), skill);
  }
  return [...missing].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, skill]) => skill);
}
