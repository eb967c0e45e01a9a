import type { ReceivablesQuery, ReceivablesView } from '@milepost/contract/receivables';
import { addMonths, civilDateOf, type Day, dayOf, toDay, toIso, type Weekday } from '@milepost/core/calendar/civil-day';
import { cohortsOf } from '@milepost/core/receivables/cohorts';
import { agedAmounts, curveOf } from '@milepost/core/receivables/collected-share';
import { expectedCash } from '@milepost/core/receivables/expected-cash';
import { effectivenessIn } from '@milepost/core/receivables/receivables-on';
import type { Actor } from '../../auth/actor.ts';
import { isSet } from '../../db/columns.ts';
import { nameOf, namesOf } from '../../db/names-store.ts';
import type { Db } from '../../db/open.ts';
import { Failure, fieldIssue } from '../../http/failure.ts';
import { type ReceivablesFacts, receivablesFacts } from './receivables-facts.ts';
import { receivablesRow } from './receivables-row.ts';

/** Ages of the curve by month of invoice, in days. */
export const cohortAges = [15, 30, 45, 60, 90];
/** Weeks of cash that are told: two months and the rest of the week under way. */
export const weeksAhead = 9;
const overdueListed = 200;

/** The first day of collection effectiveness: as asked, else the month under way and the two before it. */
export function effectivenessFrom({ from }: Pick<ReceivablesQuery, 'from'>, on: Day): Day {
  const first = from === undefined ? addMonths(dayOf({ ...civilDateOf(on), dayOfMonth: 1 }), -2) : toDay(from);
  if (first > on) throw new Failure('invalid-input', fieldIssue('/from', 'after-asOf', 'begins after the day'));
  return first;
}

/** What is open, and the curve of the past by which it is expected to come in. */
export const curveOfPast = ({ whole, on }: ReceivablesFacts) => curveOf(agedAmounts(whole.standings, on, 'issue'));

async function overdueList(
  db: Db,
  actor: Actor,
  { whole, on, rows }: ReceivablesFacts,
): Promise<Pick<ReceivablesView, 'overdue' | 'overdueCount'>> {
  const late = whole.standings
    .filter(({ invoice, open }) => open > 0 && invoice.due < on)
    .sort((a, b) => a.invoice.due - b.invoice.due || b.open - a.open || (a.invoice.id < b.invoice.id ? -1 : 1));
  const shown = late.slice(0, overdueListed).flatMap(({ invoice, open }) => {
    const row = rows.get(invoice.id);
    return row ? [{ row, open, daysLate: on - invoice.due }] : [];
  });
  const names = await namesOf(db, actor, {
    account: shown.map(({ row }) => row.account_id),
    person: shown.map(({ row }) => row.owner_id),
  });
  return {
    overdueCount: late.length,
    overdue: shown.map(({ row, open, daysLate }) => ({
      id: row.id,
      number: row.number,
      account: nameOf(names.account, row.account_id),
      owner: nameOf(names.person, row.owner_id),
      dueOn: row.due_on,
      daysLate,
      open,
      isDisputed: isSet(row.is_disputed),
    })),
  };
}

/**
 * Receivables of everybody in sight as of a day, in total and by an axis.
 * @throws Failure `mixed-currencies`, `invalid-input`
 */
export async function readReceivables(
  db: Db,
  actor: Actor,
  today: string,
  query: ReceivablesQuery,
): Promise<ReceivablesView> {
  const facts = await receivablesFacts(db, actor, today, query);
  const { whole, on } = facts;
  const from = effectivenessFrom(query, on);
  const invoices = whole.standings.map(({ invoice }) => invoice);
  const cash = expectedCash(whole.standings, curveOfPast(facts), {
    on,
    count: weeksAhead,
    weekStart: actor.organisation.weekStart as Weekday,
  });
  return {
    asOf: facts.asOf,
    currency: facts.currency,
    currencies: facts.currencies,
    definition: facts.definition,
    total: receivablesRow(facts, whole),
    rows: facts.parts.map((part) => receivablesRow(facts, part)),
    effectiveness: { from: toIso(from), ...effectivenessIn(invoices, { first: from, last: on }) },
    cohortAges,
    cohorts: cohortsOf(whole.standings, on, cohortAges).map(({ month, exposure, shares, ...same }) => ({
      ...same,
      month: toIso(month),
      owed: exposure,
      shares: [...shares],
    })),
    ...(await overdueList(db, actor, facts)),
    weeks: cash.weeks.map(({ first, last, expected }) => ({ from: toIso(first), to: toIso(last), expected })),
    expectedLater: cash.later,
    expectedUnknown: cash.unknown,
  };
}
