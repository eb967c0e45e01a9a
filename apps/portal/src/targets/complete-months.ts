import { monthsOf } from '@milepost/contract/calendar';
import type { OrganisationView } from '@milepost/contract/organisation';

/** The months of a fiscal year that are over, as one span of days; null while the first one runs. */
export function completeMonths(
  organisation: OrganisationView,
  fiscalYear: number,
  today: string,
): { from: string; to: string } | null {
  const over = monthsOf(organisation, fiscalYear).filter(({ to }) => to < today);
  const [first, last] = [over[0], over.at(-1)];
  return first && last ? { from: first.from, to: last.to } : null;
}
