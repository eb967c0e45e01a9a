import type { ExpensePatch } from '@milepost/contract/expenses';
import type { ExpenseStatus } from '@milepost/core/expenses/decide';
import { isEditable } from '@milepost/core/expenses/decide';
import { foldName } from '@milepost/core/identity/fold-name';
import type { ExpenseTable } from '../../../db/tables/spend.ts';
import { blankExpense, expenseColumns, expenses } from '../../expenses/store.ts';
import { people } from '../../people/store.ts';
import type { ImportRun, ReadRecord } from '../import-run.ts';
import { saying } from '../record-writer.ts';
import { enterRecords } from '../store.ts';
import { resolveByNumberOrName } from './resolve-numbered.ts';
import { occurrences } from './sale-keys.ts';

type Said = Partial<ExpenseTable> & { person_id: string; day: string; amount_minor: number; category_key: string };
type Opened = Parameters<ImportRun['leftOpen']>[1];

/** By what a row and a claim are the same one: its number, else all that the row says of when, who, what and how much. */
const keyOf = (
  row: Pick<ExpenseTable, 'person_id' | 'day' | 'category_key' | 'amount_minor' | 'external_id'>,
): string => row.external_id ?? [row.person_id, row.day, row.category_key, row.amount_minor].join('\n');

/**
 * What people spent. A file may say that a claim was decided, as long as somebody else brings it in: one's own comes in as handed in,
 * to be decided by another. A claim that was handed in here stays as it is.
 */
export async function writeExpenses(run: ImportRun, rows: readonly ReadRecord[]): Promise<void> {
  const teamOf = new Map(
    (await people.teamsOf(run.work.db, run.work.actor.orgId)).map(({ id, team_id }) => [id, team_id]),
  );
  const read: { row: ReadRecord; said: Said; opened: Opened | null }[] = [];
  for (const row of rows) {
    const line = await readLine(run, row);
    if (line) read.push({ row, ...line });
  }
  const known = await standing(run, read);
  const nth = occurrences();
  const seen = new Set<string>();
  const made: Record<string, unknown>[] = [];
  for (const { row, said, opened } of read) {
    const plain = keyOf({ external_id: null, ...said });
    if (said.external_id && seen.has(plain)) {
      run.reject(row, 'externalId', said.external_id, 'duplicate-in-file');
      continue;
    }
    seen.add(plain);
    const before = known.get(nth(plain));
    if (before) {
      await change(run, before, said);
      continue;
    }
    const id = run.work.newId();
    made.push({ ...blankExpense, ...said, ...decided(run, said), id, team_id: teamOf.get(said.person_id) ?? null });
    run.created('expense', id);
    if (opened) run.leftOpen(id, opened);
  }
  await enterRecords<'expense'>(run.work, expenses, made);
}

async function readLine(run: ImportRun, row: ReadRecord): Promise<{ said: Said; opened: Opened | null } | null> {
  const { actor } = run.work;
  const owner = await run.owner(row);
  const amount = run.minor(row, 'amount');
  const [day, category] = [run.text(row, 'day'), run.text(row, 'category')];
  const currency = run.text(row, 'currency')?.toUpperCase() ?? actor.organisation.currency;
  if (currency !== actor.organisation.currency) run.reject(row, 'currency', currency, 'other-currency');
  if (amount != null && amount <= 0) run.reject(row, 'amount', run.text(row, 'amount') ?? '', 'not-positive');
  const personId = owner.id ?? actor.personId;
  for (const [field, value] of Object.entries({ day, category, amount, owner: personId }))
    if (value === null && !run.isRejected(row)) run.reject(row, field, '', 'missing');
  const { id: accountId, opened } = await resolveByNumberOrName(run, row, {
    subject: 'account',
    name: 'account',
    number: 'accountExternalId',
  });
  if (run.isRejected(row) || amount == null || day === null || category === null || personId === null) return null;
  const patch = saying({
    day,
    category,
    vendor: run.text(row, 'vendor'),
    amountMinor: amount,
    currency,
    purpose: run.text(row, 'purpose') ?? category,
    accountId,
    campaign: run.text(row, 'campaign'),
    externalId: run.text(row, 'externalId'),
  }) as ExpensePatch;
  const status = saying({ status: run.text(row, 'status') }) as Partial<ExpenseTable>;
  const said = { ...expenseColumns(patch), ...status, person_id: personId } as Said;
  return { said: { ...said, day, amount_minor: amount, category_key: foldName(category) }, opened };
}

/** Where a new claim of a file stands, and who said so. */
function decided(run: ImportRun, { status = 'draft', person_id }: Said): Partial<ExpenseTable> {
  const { at, actor } = run.work;
  const isOwn = person_id === actor.personId;
  const stands: ExpenseStatus = isOwn && !isEditable(status) ? 'submitted' : status;
  if (stands === 'draft') return { status: stands };
  if (stands === 'submitted') return { status: stands, submitted_at: at };
  const by = { submitted_at: at, decided_at: at, decided_by: actor.personId };
  if (stands !== 'reimbursed') return { status: stands, ...by, reason: run.fileName };
  return { status: stands, ...by, reimbursed_at: at, reimbursed_by: actor.personId };
}

/** The claims in sight that rows of the file may be, by the same key. */
async function standing(run: ImportRun, read: readonly { said: Said }[]): Promise<Map<string, ExpenseTable>> {
  const days = read.map(({ said }) => said.day).sort();
  const [from, to] = [days[0], days.at(-1)];
  if (from === undefined || to === undefined) return new Map();
  const nth = occurrences();
  const rows = await expenses.onDays(run.work.db, run.work.actor, { from, to });
  return new Map(rows.map((row) => [nth(keyOf(row)), row]));
}

async function change(run: ImportRun, before: ExpenseTable, { status: _, ...said }: Said): Promise<void> {
  const changed = (Object.keys(said) as (keyof typeof said)[]).filter((column) => said[column] !== before[column]);
  if (changed.length === 0 || !isEditable(before.status)) {
    run.counts.unchanged += 1;
    return;
  }
  const after = await expenses.update(
    run.work,
    before.id,
    before.version,
    Object.fromEntries(changed.map((column) => [column, said[column]])),
  );
  run.updated('expense', before.id, {
    version: after.version,
    before: Object.fromEntries(changed.map((column) => [column, before[column]])),
  });
}
