import { fiscalLabel, monthsOf, workingOf } from '@milepost/contract/calendar';
import type { MixProposalQuery, MixProposalView } from '@milepost/contract/mix';
import { addMonths, earlierOf, toDay, toIso } from '@milepost/core/calendar/civil-day';
import { workdays } from '@milepost/core/calendar/workdays';
import { capacityHours } from '@milepost/core/capacity/capacity';
import { roleOfLine } from '@milepost/core/mix/role-of-class';
import type * as z from 'zod';
import { type Actor, reaches } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import { sumsBy } from '../figures/store.ts';
import { targets } from '../targets/store.ts';
import { proposalFacts } from './proposal-store.ts';

/** The least high-margin share that a proposal begins with, where there is a high-margin line. */
const usualHighShare = 0.4;

/** The last twelve months before the year, or before today while it has not come that far. */
function historyOf(start: string, today: string): { from: string; to: string } {
  const to = toDay(earlierOf(start, today)) - 1;
  return { from: toIso(addMonths(to + 1, -12)), to: toIso(to) };
}

/** What a year is to bring in, told to those who see all of its people. */
async function targetOf(db: Db, actor: Actor, fiscalYear: number): Promise<number | null> {
  const target = await targets.ofYear(db, actor.orgId, fiscalYear);
  if (!target || target.currency !== actor.organisation.currency) return null;
  const cells = await targets.cells(db, actor.orgId, target.id);
  return cells.every(({ person_id }) => reaches(actor, person_id)) ? target.total_minor : null;
}

/**
 * What the mix of a year could begin with: the lines of products and books, the role that the products' margin classes agree on, the
 * margin of what was sold with a known cost, and the target of the year. What nothing says is null.
 */
export async function proposeMix(
  db: Db,
  actor: Actor,
  { fiscalYear, hoursPerDay }: z.output<typeof MixProposalQuery>,
  today: string,
): Promise<MixProposalView> {
  const { organisation } = actor;
  const months = monthsOf(organisation, fiscalYear);
  const [start, end] = [months[0]?.from ?? today, months.at(-1)?.to ?? today];
  const history = historyOf(start, today);
  const { currency } = organisation;
  const [{ classes, reps }, sums, targetMinor] = await Promise.all([
    proposalFacts(db, actor),
    sumsBy(db, actor, { ...history, currency, by: 'line' }, ['revenue', 'costed_revenue', 'cost']),
    targetOf(db, actor, fiscalYear),
  ]);
  const sold = new Map(sums.flatMap((one) => (one.group === null ? [] : [[one.group, one] as const])));
  const lines = [...new Set([...classes.keys(), ...sold.keys()])].sort().map((line) => {
    const { revenue = 0, costed_revenue = 0, cost = 0 } = sold.get(line) ?? {};
    return {
      line,
      role: roleOfLine(classes.get(line) ?? []),
      marginShare: costed_revenue > 0 ? (costed_revenue - cost) / costed_revenue : null,
      hoursPerThousand: null,
      demandCapMinor: null,
      floorMinor: 0,
      soldMinor: revenue,
      costedRevenueMinor: costed_revenue,
    };
  });
  const calendar = workingOf(organisation);
  const spans = months.map(({ from, to }) => ({ first: toDay(from), last: toDay(to) }));
  const full = { fte: 1, startsOn: null, endsOn: null, ramp: [], daysOff: new Set<number>() };
  const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);
  return {
    fiscalYear,
    fiscalYearLabel: fiscalLabel(organisation, start),
    currency,
    targetMinor,
    hours: hoursPerDay === undefined ? null : reps * sum(capacityHours(full, spans, calendar, hoursPerDay)),
    highShare: lines.some(({ role }) => role === 'high-margin') ? usualHighShare : null,
    lines,
    history,
    capacity: { people: reps, workdays: workdays(toDay(start), toDay(end), calendar) },
  };
}
