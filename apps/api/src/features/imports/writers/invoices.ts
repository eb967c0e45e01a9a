import { foldCompany } from '@milepost/core/identity/fold-company';
import { foldName } from '@milepost/core/identity/fold-name';
import { currencyExponent } from '@milepost/core/money/currency';
import { flag } from '../../../db/columns.ts';
import type { InvoiceTable } from '../../../db/tables/receivables.ts';
import type { OwnedColumns } from '../../../db/tables/record.ts';
import { accounts, blankAccount } from '../../accounts/store.ts';
import { definitions } from '../../receivables/definition-store.ts';
import { dueByTerms, invoiceColumns, invoices } from '../../receivables/store.ts';
import type { ImportRun, ReadRecord } from '../import-run.ts';
import { saying } from '../record-writer.ts';
import { enterRecords } from '../store.ts';
import { NewReferences } from './new-references.ts';
import { type Settling, writeSettlements } from './settlements.ts';

type Opened = Parameters<ImportRun['leftOpen']>[1];
type Columns = Partial<InvoiceTable>;
type Context = {
  known: ReadonlyMap<string, InvoiceTable>;
  taken: ReadonlySet<string>;
  termsDays: number;
  made: NewReferences;
  peopleOf: ReadonlyMap<string, OwnedColumns>;
};
type Line = { row: ReadRecord; said: Columns; known: InvoiceTable | undefined; opened: Opened | null };

/**
 * Invoices, known again by their number; a customer that nobody knows yet is created from what the line says. A day of settlement is a
 * payment of what is open then.
 */
export async function writeInvoices(run: ImportRun, rows: readonly ReadRecord[]): Promise<void> {
  const { db, actor } = run.work;
  await invoices.lockNumbers(run.work);
  const known = new Map<string, InvoiceTable>();
  for await (const row of invoices.each(db, actor, {})) known.set(row.number, row);
  const peopleOf = new Map<string, OwnedColumns>();
  for await (const row of accounts.each(db, actor, {})) peopleOf.set(row.id, row);
  const context: Context = {
    known,
    taken: await invoices.numbers(db, actor.orgId),
    termsDays: (await definitions.get(db, actor.orgId)).termsDays,
    made: new NewReferences(run, accounts, { subject: 'account', blank: blankAccount }),
    peopleOf,
  };
  const lines = new Map<string, Line>();
  for (const row of rows) {
    const number = run.text(row, 'number');
    if (number === null) run.reject(row, 'number', '', 'missing');
    else if (lines.has(number)) run.reject(row, 'number', number, 'duplicate-in-file');
    else if (!known.has(number) && context.taken.has(number)) run.reject(row, 'number', number, 'out-of-reach');
    else {
      const line = await readLine(run, row, number, context);
      if (line) lines.set(number, line);
    }
  }
  await context.made.flush();
  await save(run, [...lines.values()]);
}

async function readLine(run: ImportRun, row: ReadRecord, number: string, at: Context): Promise<Line | null> {
  const { organisation, personId } = run.work.actor;
  const before = at.known.get(number);
  const owner = await run.owner(row);
  const amountMinor = run.minor(row, 'amount');
  if (amountMinor != null && amountMinor <= 0) run.reject(row, 'amount', run.text(row, 'amount') ?? '', 'not-positive');
  const currency = run.text(row, 'currency')?.toUpperCase() ?? null;
  // Amounts are read with the places of the organisation's currency: one with other places would be read wrongly.
  if (currency !== null && !isLike(currency, organisation.currency))
    run.reject(row, 'currency', currency, 'other-currency');
  const issuedOn = run.text(row, 'issuedOn') ?? before?.issued_on ?? null;
  const dueOn = run.text(row, 'dueOn');
  if (issuedOn === null) run.reject(row, 'issuedOn', '', 'missing');
  if (amountMinor === null && !before) run.reject(row, 'amount', '', 'missing');
  if (dueOn !== null && issuedOn !== null && dueOn < issuedOn) run.reject(row, 'dueOn', dueOn, 'before-issue');
  if (run.isRejected(row) || issuedOn === null) return null;
  const account = await at.made.find(row, {
    name: 'account',
    number: 'accountExternalId',
    columns: (name) => ({
      name_key: foldName(name),
      company_key: foldCompany(name),
      owner_id: owner.id ?? personId,
    }),
  });
  const isByTerms = dueOn === null && (before ? before.is_due_by_terms === 1 : true);
  const disputed = row.values['isDisputed'];
  const said = {
    ...invoiceColumns(
      saying({
        number,
        accountId: account.id,
        issuedOn,
        dueOn,
        amountMinor,
        currency: currency ?? (before ? null : organisation.currency),
        isDisputed: typeof disputed === 'boolean' ? disputed : null,
        terms: run.text(row, 'terms'),
        note: run.text(row, 'notes'),
        ownerId: owner.id,
      }),
    ),
    ...(isByTerms ? { due_on: dueByTerms(issuedOn, at.termsDays), is_due_by_terms: flag(true) } : {}),
  };
  const held = at.peopleOf.get(account.id ?? '');
  const first = before
    ? {}
    : { owner_id: owner.id ?? (held ? held.owner_id : personId), backup_id: held?.backup_id ?? null };
  return { row, said: { ...said, ...first }, known: before, opened: account.opened };
}

const isLike = (code: string, other: string): boolean =>
  /^[A-Z]{3}$/.test(code) && currencyExponent(code) === currencyExponent(other);

const blank = { account_id: null, is_disputed: flag(false), terms: null, note: null };

async function save(run: ImportRun, lines: readonly Line[]): Promise<void> {
  const { work } = run;
  const fresh: Record<string, unknown>[] = [];
  const settling: Settling[] = [];
  for (const { row, said, known, opened } of lines) {
    const id = known?.id ?? work.newId();
    if (opened) run.leftOpen(id, opened);
    const wasUnchanged = known ? await change(run, known, said) : false;
    if (!known) {
      fresh.push({ ...blank, ...said, id });
      run.created('invoice', id);
    }
    const settledOn = run.text(row, 'settledOn');
    const invoice = { ...known, ...blank, ...known, ...said, id } as InvoiceTable;
    if (settledOn !== null) settling.push({ invoice, settledOn, wasUnchanged });
  }
  await enterRecords(work, invoices, fresh);
  await writeSettlements(run, settling);
}

/** Writes what the line says otherwise; true when that is nothing. */
async function change(run: ImportRun, known: InvoiceTable, said: Columns): Promise<boolean> {
  const before = known as unknown as Record<string, unknown>;
  const changed = Object.entries(said).filter(([column, value]) => before[column] !== value);
  if (changed.length === 0) {
    run.counts.unchanged += 1;
    return true;
  }
  const after = await invoices.update(run.work, known.id, known.version, Object.fromEntries(changed));
  await invoices.handOver(run.work, after);
  run.updated('invoice', known.id, {
    version: after.version,
    before: Object.fromEntries(changed.map(([column]) => [column, before[column] ?? null])),
  });
  return false;
}
