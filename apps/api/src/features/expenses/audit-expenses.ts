import { workingOf } from '@milepost/contract/calendar';
import type { AuditQuery, AuditView } from '@milepost/contract/expenses';
import { toDay, toIso } from '@milepost/core/calendar/civil-day';
import { audit, scoreOf } from '@milepost/core/expenses/audit';
import { type Benford, benfordOf } from '@milepost/core/expenses/benford';
import type { AuditContext, Expense } from '@milepost/core/expenses/expense';
import { roundUnitOf } from '@milepost/core/expenses/round-unit';
import type { Actor } from '../../auth/actor.ts';
import { reaches } from '../../auth/actor.ts';
import { isSet } from '../../db/columns.ts';
import type { Db } from '../../db/open.ts';
import type { LeaveTable } from '../../db/tables/planning.ts';
import type { ExpenseTable } from '../../db/tables/spend.ts';
import { leaveOf, leaves } from '../leave/store.ts';
import { contactsMade, eventsHeld } from './evidence-store.ts';
import { expenses, limits } from './store.ts';
import { expenseViews } from './views.ts';

const daysLooked = 90;
/** What was approved in so many days before says what is usual. */
const daysUsual = 730;

/** Flags over the claims in sight that were handed in, joined to visits and to what the organisation allows. */
export async function auditExpenses(db: Db, actor: Actor, today: string, query: AuditQuery): Promise<AuditView> {
  const to = query.to ?? today;
  const from = query.from ?? toIso(toDay(to) - daysLooked + 1);
  const [rows, before] = await Promise.all([
    expenses.handedIn(db, actor, { from, to }),
    expenses.handedIn(db, actor, { from: toIso(toDay(from) - daysUsual), to: toIso(toDay(from) - 1) }),
  ]);
  const context = await contextOf(db, actor, { from, to, today, rows, before });
  const labelsOfLeave = context.leave.map(({ id, first, last }) => [id, `${toIso(first)} – ${toIso(last)}`] as const);
  const flags = Map.groupBy(audit(rows.map(lineOfClaim), context), ({ id }) => id);
  const flagged = rows.filter(({ id }) => flags.has(id));
  const labels = new Map([...labelsOf(rows), ...labelsOfLeave]);
  const items = (await expenseViews(db, actor, flagged)).map((expense) => {
    const own = flags.get(expense.id) ?? [];
    return {
      expense,
      score: scoreOf(own),
      flags: own.map(({ rule, score, evidence }) => ({
        rule,
        score,
        evidence: evidence.map((id) => ({
          kind: rule === 'on-leave' ? ('leave' as const) : ('expense' as const),
          id,
          label: labels.get(id) ?? '',
        })),
      })),
    };
  });
  const own = rows.filter(({ currency }) => currency === actor.organisation.currency);
  return {
    from,
    to,
    looked: rows.length,
    items: items.sort((a, b) => b.score - a.score || (a.expense.id < b.expense.id ? -1 : 1)),
    benford: benfordView(benfordOf(own.map(({ amount_minor }) => amount_minor))),
  };
}

async function contextOf(
  db: Db,
  actor: Actor,
  about: { from: string; to: string; today: string; rows: readonly ExpenseTable[]; before: readonly ExpenseTable[] },
): Promise<AuditContext> {
  const allowed = await limits.all(db, actor.orgId);
  const [made, held, away] = await Promise.all([
    contactsMade(db, actor, about),
    eventsHeld(db, actor, about),
    leaves.between(db, actor.orgId, about),
  ]);
  const currencies = new Set(about.rows.map(({ currency }) => currency));
  return {
    asOf: toDay(about.today),
    calendar: workingOf(actor.organisation),
    policy: {
      limits: allowed.map((limit) => ({
        category: limit.category_key,
        currency: limit.currency,
        single: limit.single_minor,
        day: limit.day_minor,
      })),
      withContact: allowed.filter(({ asks_contact }) => isSet(asks_contact)).map(({ category_key }) => category_key),
      // A receipt is asked for with every claim.
      receiptFrom: {},
      roundUnit: Object.fromEntries([...currencies].map((currency) => [currency, roundUnitOf(currency)])),
    },
    visits: [
      ...made.map(({ id, person_id, on_day }) => ({ id, personId: person_id, day: toDay(on_day) })),
      ...held.flatMap(daysOfEvent),
    ],
    leave: away.flatMap((row) => (reaches(actor, row.person_id) ? wholeDaysOf(row) : [])),
    usual: about.before
      .filter(({ status }) => status !== 'submitted')
      .map(({ category_key, currency, amount_minor }) => ({ category: category_key, currency, amount: amount_minor })),
  };
}

/** The days on which whoever answers for an event was out. */
const daysOfEvent = ({ id, owner_id, starts_on, ends_on }: Awaited<ReturnType<typeof eventsHeld>>[number]) =>
  owner_id === null
    ? []
    : Array.from({ length: toDay(ends_on) - toDay(starts_on) + 1 }, (_, at) => ({
        id,
        personId: owner_id,
        day: toDay(starts_on) + at,
      }));

/** Whole days of leave: on half a day one may have worked, and in training one may have spent. */
function wholeDaysOf(row: LeaveTable): { id: string; personId: string; first: number; last: number }[] {
  if (row.kind === 'training') return [];
  const { first, last, startsAtNoon, endsAtNoon } = leaveOf(row);
  return [
    { id: row.id, personId: row.person_id, first: first + Number(startsAtNoon), last: last - Number(endsAtNoon) },
  ];
}

const lineOfClaim = (row: ExpenseTable): Expense => ({
  id: row.id,
  personId: row.person_id,
  day: toDay(row.day),
  category: row.category_key,
  vendor: row.vendor_key,
  amount: row.amount_minor,
  currency: row.currency,
  hasReceipt: row.receipt_id !== null,
  submittedOn: row.submitted_at === null ? null : toDay(row.submitted_at.slice(0, 10)),
});

const labelsOf = (rows: readonly ExpenseTable[]): Map<string, string> =>
  new Map(rows.map((row) => [row.id, [row.day, row.vendor ?? row.category, row.purpose].join(' · ')]));

const benfordView = (found: Benford): AuditView['benford'] => ({
  status: found.status,
  n: found.n,
  grade: found.status === 'ok' ? found.grade : null,
});
