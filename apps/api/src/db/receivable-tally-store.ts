import { toDay, toIso } from '@milepost/core/calendar/civil-day';
import { type CashPart, cashParts } from '@milepost/core/receivables/cash-parts';
import type { Invoice } from '@milepost/core/receivables/invoice';
import { type Kysely, sql } from 'kysely';
import type { Dialect } from './dialect.ts';
import type { Db } from './open.ts';
import type { InvoiceTallyTable, ReceivableTallyTable } from './tables/overview.ts';
import type { InvoiceTable } from './tables/receivables.ts';
import type { Work } from './work.ts';

type Touched = { readonly subject: string; readonly record_id: string };
type Loose = Record<string, Record<string, unknown>>;
type Known = { row: InvoiceTable; invoice: Invoice };

const idsAtOnce = 500;

/** Invoices as they stand, with all that was posted against them; archived ones, and what was taken back, are left out. */
export async function invoicesOf(db: Db, orgId: string, ids: readonly string[]): Promise<Known[]> {
  const standing = <Table extends 'invoice' | 'receipt'>(table: Table) =>
    (db as unknown as Kysely<Loose>)
      .selectFrom(table as string)
      .selectAll()
      .where('org_id', '=', orgId)
      .where('archived_at', 'is', null);
  const rows = (await standing('invoice').where('id', 'in', ids).execute()) as unknown as InvoiceTable[];
  const posted = (await standing('receipt').where('invoice_id', 'in', ids).execute()) as unknown as {
    id: string;
    invoice_id: string;
    day: string;
    amount_minor: number;
    kind: 'receipt' | 'credit-note';
  }[];
  const against = Map.groupBy(posted, ({ invoice_id }) => invoice_id);
  return rows.map((row) => ({
    row,
    invoice: {
      ...{ id: row.id, issued: toDay(row.issued_on), due: toDay(row.due_on), amount: row.amount_minor },
      receipts: (against.get(row.id) ?? []).map((one) => ({ ...one, day: toDay(one.day), amount: one.amount_minor })),
    },
  }));
}

/** Where a part stands among those of its kind. */
export const placeOf = (part: CashPart) => (part.kind === 'paid' ? String(part.age) : toIso(part.issued));

/** What an invoice adds, one row for each place. */
function entriesOf({ row, invoice }: Known): InvoiceTallyTable[] {
  const { org_id, owner_id, backup_id, currency } = row;
  const whose = { owner_id, backup_id };
  return [...Map.groupBy(cashParts(invoice), (part) => `${part.kind} ${placeOf(part)}`)].map(([, parts]) => {
    const [{ kind }, place] = [parts[0] as CashPart, placeOf(parts[0] as CashPart)];
    return {
      ...{ org_id, invoice_id: row.id, currency, kind, place, ...whose },
      id: [currency, kind, place, owner_id ?? '', backup_id ?? ''].join(' '),
      value: parts.reduce((sum, { amount }) => sum + amount, 0),
    };
  });
}

/** Adds rows with a sign to the sums that stand, in the order of their keys; a sum of nothing is no row. */
async function addToSums(db: Db, orgId: string, entries: readonly (InvoiceTallyTable & { sign: 1 | -1 })[]) {
  const sums = new Map<string, ReceivableTallyTable>();
  for (const { sign, invoice_id: _, ...entry } of entries) {
    const before = sums.get(entry.id) ?? { ...entry, value: 0, squares: 0 };
    const value = before.value + sign * entry.value;
    sums.set(entry.id, { ...before, value, squares: before.squares + squareOf(entry) * sign });
  }
  const rows = [...sums.values()].filter((row) => row.value !== 0 || row.squares !== 0);
  rows.sort((a, b) => (a.id < b.id ? -1 : 1));
  for (let from = 0; from < rows.length; from += idsAtOnce)
    await db
      .insertInto('receivable_tally')
      .values(rows.slice(from, from + idsAtOnce))
      .onConflict((conflict) =>
        conflict.columns(['org_id', 'id']).doUpdateSet({
          value: sql`receivable_tally.value + excluded.value`,
          squares: sql`receivable_tally.squares + excluded.squares`,
        }),
      )
      .execute();
  const ids = rows.map(({ id }) => id);
  for (let from = 0; from < ids.length; from += idsAtOnce)
    await db
      .deleteFrom('receivable_tally')
      .where('org_id', '=', orgId)
      .where('id', 'in', ids.slice(from, from + idsAtOnce))
      .where('value', '=', 0)
      .execute();
}

const squareOf = ({ kind, value }: Pick<InvoiceTallyTable, 'kind' | 'value'>) => (kind === 'open' ? value ** 2 : 0);

/** Takes out what invoices added, and adds what they add now. */
async function follow(db: Db, orgId: string, invoiceIds: readonly string[]): Promise<void> {
  for (let from = 0; from < invoiceIds.length; from += idsAtOnce) {
    const ids = invoiceIds.slice(from, from + idsAtOnce);
    const fresh = (await invoicesOf(db, orgId, ids)).flatMap(entriesOf);
    const known = await db
      .deleteFrom('invoice_tally')
      .where('org_id', '=', orgId)
      .where('invoice_id', 'in', ids)
      .returningAll()
      .execute();
    for (let at = 0; at < fresh.length; at += idsAtOnce)
      await db
        .insertInto('invoice_tally')
        .values(fresh.slice(at, at + idsAtOnce))
        .execute();
    await addToSums(db, orgId, [
      ...known.map((entry) => ({ ...entry, sign: -1 as const })),
      ...fresh.map((entry) => ({ ...entry, sign: 1 as const })),
    ]);
  }
}

/** Writers come one after the other: two who post against one invoice would each take out what the other does not know of. */
const takeReceivables = async (db: Db, dialect: Dialect, orgId: string): Promise<void> => {
  await dialect.lock(`receivables:${orgId}`)?.execute(db);
};

/** Keeps the sums of receivables by what a transaction changed or touched of invoices and of what was posted against them. */
export async function tallyInvoices(
  db: Db,
  dialect: Dialect,
  orgId: string,
  touched: readonly Touched[],
): Promise<void> {
  const of = (subject: string) => [
    ...new Set(touched.filter((one) => one.subject === subject).map(({ record_id }) => record_id)),
  ];
  const ids = new Set(of('invoice'));
  const posted = of('receipt');
  for (let from = 0; from < posted.length; from += idsAtOnce) {
    const rows = await db
      .selectFrom('receipt')
      .select('invoice_id')
      .where('org_id', '=', orgId)
      .where('id', 'in', posted.slice(from, from + idsAtOnce))
      .execute();
    for (const { invoice_id } of rows) ids.add(invoice_id);
  }
  if (ids.size === 0) return;
  await takeReceivables(db, dialect, orgId);
  await follow(db, orgId, [...ids].sort());
}

/** The sums of receivables of an organisation anew, where they do not agree with what they sum. */
export async function retallyInvoices({ db, dialect, actor: { orgId } }: Work): Promise<number> {
  await takeReceivables(db, dialect, orgId);
  for (const table of ['receivable_tally', 'invoice_tally'] as const)
    await db.deleteFrom(table).where('org_id', '=', orgId).execute();
  let [last, count] = ['', 0];
  for (;;) {
    const rows = await db
      .selectFrom('invoice')
      .select('id')
      .where('org_id', '=', orgId)
      .where('archived_at', 'is', null)
      .where('id', '>', last)
      .orderBy('id')
      .limit(idsAtOnce)
      .execute();
    const ids = rows.map(({ id }) => id);
    await follow(db, orgId, ids);
    count += ids.length;
    if (ids.length < idsAtOnce) return count;
    last = ids.at(-1) ?? '';
  }
}

/** The sums of all organisations for the first time, when their tables were made. */
export async function tallyAllInvoices(db: Db): Promise<void> {
  let last = { org_id: '', id: '' };
  for (;;) {
    const rows = await db
      .selectFrom('invoice')
      .select(['org_id', 'id'])
      .where((eb) =>
        eb.or([eb('org_id', '>', last.org_id), eb.and([eb('org_id', '=', last.org_id), eb('id', '>', last.id)])]),
      )
      .where('archived_at', 'is', null)
      .orderBy('org_id')
      .orderBy('id')
      .limit(idsAtOnce)
      .execute();
    for (const [orgId, own] of Map.groupBy(rows, ({ org_id }) => org_id))
      await follow(
        db,
        orgId,
        own.map(({ id }) => id),
      );
    if (rows.length < idsAtOnce) return;
    last = rows.at(-1) ?? last;
  }
}

/** Is there an invoice that adds something to the sums, owed or paid, and is in none of them? One that is credited in full adds nothing. */
async function isInvoiceMissed(db: Db, orgId: string): Promise<boolean> {
  for (let last = ''; ; ) {
    const rows = await db
      .selectFrom('invoice')
      .select('id')
      .where('org_id', '=', orgId)
      .where('archived_at', 'is', null)
      .where('id', '>', last)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('invoice_tally as t')
              .select('t.id')
              .whereRef('t.org_id', '=', 'invoice.org_id')
              .whereRef('t.invoice_id', '=', 'invoice.id'),
          ),
        ),
      )
      .orderBy('id')
      .limit(idsAtOnce)
      .execute();
    const ids = rows.map(({ id }) => id);
    if (ids.length > 0 && (await invoicesOf(db, orgId, ids)).some((known) => entriesOf(known).length > 0)) return true;
    if (ids.length < idsAtOnce) return false;
    last = ids.at(-1) ?? '';
  }
}

/** Do the sums agree with what single invoices added to them, and is every invoice in them that adds something? */
export async function areReceivablesTallied(db: Db, orgId: string): Promise<boolean> {
  const total = async (table: 'receivable_tally' | 'invoice_tally') =>
    Number(
      (
        await db
          .selectFrom(table)
          .select((eb) => eb.fn.sum('value').as('value'))
          .where('org_id', '=', orgId)
          .executeTakeFirst()
      )?.value ?? 0,
    );
  if ((await total('receivable_tally')) !== (await total('invoice_tally'))) return false;
  return !(await isInvoiceMissed(db, orgId));
}
