import type { ExpenseLimitView, ExpenseView } from '@milepost/contract/expenses';
import { decideExpense, isEditable } from '@milepost/core/expenses/decide';
import type { Actor } from '../../auth/actor.ts';
import { isSet } from '../../db/columns.ts';
import { nameOf, namesOf } from '../../db/names-store.ts';
import type { Db } from '../../db/open.ts';
import { recordFields } from '../../db/record-fields.ts';
import type { ExpenseLimitTable, ExpenseTable } from '../../db/tables/spend.ts';
import { standingOf } from './decide-expense.ts';
import { receipts } from './receipt-store.ts';

/** What somebody may do with a claim as it stands: the same rule by which the steps are decided. */
function mayOf(actor: Actor, row: ExpenseTable): ExpenseView['may'] {
  const standing = standingOf(actor, row);
  const isThere = row.archived_at === null;
  const can = (deed: Parameters<typeof decideExpense>[0]) =>
    isThere && decideExpense(deed, { status: row.status, standing }).status === 'ok';
  return {
    edit: standing === 'claimant' && isEditable(row.status),
    submit: can('submit'),
    withdraw: can('withdraw'),
    decide: can('approve'),
    reimburse: can('reimburse'),
  };
}

export async function expenseViews(db: Db, actor: Actor, rows: readonly ExpenseTable[]): Promise<ExpenseView[]> {
  const names = await namesOf(db, actor, {
    person: rows.flatMap((row) => [row.person_id, row.decided_by, row.reimbursed_by]),
    team: rows.map((row) => row.team_id),
    account: rows.map((row) => row.account_id),
  });
  const files = await receipts.of(
    db,
    actor,
    rows.flatMap((row) => row.receipt_id ?? []),
  );
  const receiptOf = new Map(
    files.map((file) => [
      file.id,
      { id: file.id, fileName: file.file_name, mediaType: file.media_type, size: file.size },
    ]),
  );
  return rows.map((row) => ({
    ...recordFields(row),
    day: row.day,
    category: row.category,
    vendor: row.vendor,
    amountMinor: row.amount_minor,
    currency: row.currency,
    purpose: row.purpose,
    accountId: row.account_id,
    activityId: row.activity_id,
    campaign: row.campaign,
    externalId: row.external_id,
    status: row.status,
    person: nameOf(names.person, row.person_id),
    team: nameOf(names.team, row.team_id),
    account: nameOf(names.account, row.account_id),
    receipt: receiptOf.get(row.receipt_id ?? '') ?? null,
    submittedAt: row.submitted_at,
    decidedAt: row.decided_at,
    decidedBy: nameOf(names.person, row.decided_by),
    reason: row.reason,
    reimbursedAt: row.reimbursed_at,
    reimbursedBy: nameOf(names.person, row.reimbursed_by),
    may: mayOf(actor, row),
  }));
}

export const limitViews = async (_: Db, __: Actor, rows: readonly ExpenseLimitTable[]): Promise<ExpenseLimitView[]> =>
  rows.map((row) => ({
    ...recordFields(row),
    category: row.category,
    singleMinor: row.single_minor,
    dayMinor: row.day_minor,
    contact: isSet(row.asks_contact) ? 'asked' : 'free',
    currency: row.currency,
  }));
