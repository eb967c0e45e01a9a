import type { Day } from '../calendar/civil-day.ts';

/** A visit of the week; `district` is where it lies, so that neighbours are visited together. */
export type WeekVisit = { readonly id: string; readonly hours: number; readonly district: string | null };

/** A day on which visits can be made, with the hours that are left beside what is fixed. */
export type WorkDay = { readonly day: Day; readonly capacity: number; readonly taken: number };

/**
 * Lays the visits of a week on its days (rule 3): a district after the other, the one with most hours first, each visit on
 * the day that already has its district if it fits there, else on the day with the largest share of hours free. Days without
 * capacity get none. When nothing fits any more the emptiest day takes it: whether the week is too full is told by its load.
 * Same input, same days, whatever the order.
 *
 * Throws RangeError on visits that take no time and on negative hours.
 */
export function planDays(visits: readonly WeekVisit[], days: readonly WorkDay[]): Map<string, Day> {
  for (const { id, hours } of visits) if (!(hours > 0)) throw new RangeError(`The visit ${id} takes ${hours} hours.`);
  for (const { capacity, taken } of days)
    if (!(capacity >= 0 && taken >= 0)) throw new RangeError('A day has hours, or none.');
  const open = days.filter(({ capacity }) => capacity > 0).toSorted((a, b) => a.day - b.day);
  const placed = new Map<string, Day>();
  if (open.length === 0) return placed;
  const load = new Map(open.map(({ day, taken }) => [day, taken]));
  const loadOf = ({ day }: WorkDay): number => load.get(day) as number;
  const emptiest = (hours: number): WorkDay => {
    const after = (one: WorkDay): number => (loadOf(one) + hours) / one.capacity;
    return open.reduce((best, one) => (after(one) < after(best) - 1e-12 ? one : best), open[0] as WorkDay);
  };
  for (const group of districtsOf(visits)) {
    const used = new Set<Day>();
    for (const { id, hours } of group) {
      const beside = open.find((one) => used.has(one.day) && loadOf(one) + hours <= one.capacity + 1e-9);
      const { day } = beside ?? emptiest(hours);
      placed.set(id, day);
      used.add(day);
      load.set(day, (load.get(day) as number) + hours);
    }
  }
  return placed;
}

/** Visits by district, most hours first; those of no known district each by themselves. */
function districtsOf(visits: readonly WeekVisit[]): WeekVisit[][] {
  const groups = Map.groupBy(visits, ({ id, district }) =>
    district === null ? `visit ${id}` : `district ${district}`,
  );
  const hoursOf = (group: readonly WeekVisit[]): number => group.reduce((sum, { hours }) => sum + hours, 0);
  return [...groups]
    .sort(([nameA, a], [nameB, b]) => hoursOf(b) - hoursOf(a) || (nameA < nameB ? -1 : 1))
    .map(([, group]) => group.toSorted((a, b) => b.hours - a.hours || (a.id < b.id ? -1 : 1)));
}
