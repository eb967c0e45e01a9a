import type { InvoicePatch, ReceiptPatch } from '@milepost/contract/receivables';
import { toDay, toIso } from '@milepost/core/calendar/civil-day';
import { foldName } from '@milepost/core/identity/fold-name';
import { flag } from '../../db/columns.ts';
import type { Db } from '../../db/open.ts';
import { recordStore } from '../../db/record-store.ts';
import type { InvoiceTable, ReceiptTable } from '../../db/tables/receivables.ts';
import type { Work } from '../../db/work.ts';

const invoiceBase = recordStore({
  table: 'invoice',
  sort: {
    issuedOn: 'issued_on',
    dueOn: 'due_on',
    number: 'number_key',
    amountMinor: 'amount_minor',
    createdAt: 'created_at',
    updatedAt: 'updated_at',
  },
  filter: {
    number: 'number_key',
    accountId: 'account_id',
    ownerId: 'owner_id',
    backupId: 'backup_id',
    issuedOn: 'issued_on',
    dueOn: 'due_on',
    amountMinor: 'amount_minor',
    currency: 'currency',
    terms: 'terms',
  },
  search: ['number_key'],
  account: 'account_id',
});

const idsAtOnce = 5000;

export const invoices = {
  ...invoiceBase,

  /** Those that write numbers come one after the other, so that no two invoices take the same. */
  async lockNumbers(work: Work): Promise<void> {
    await work.dialect.lock(`invoice-numbers:${work.actor.orgId}`)?.execute(work.db);
  },

  /** Does an invoice of the organisation that stands bear this number, seen by the actor or not? */
  async isTaken(work: Work, number: string, otherThan: string): Promise<boolean> {
    const found = await work.db
      .selectFrom('invoice')
      .select('id')
      .where('org_id', '=', work.actor.orgId)
      .where('number', '=', number)
      .where('archived_at', 'is', null)
      .where('id', '!=', otherThan)
      .executeTakeFirst();
    return found !== undefined;
  },

  /** The numbers of all invoices of the organisation that stand. */
  async numbers(db: Db, orgId: string): Promise<Set<string>> {
    const rows = await db
      .selectFrom('invoice')
      .select('number')
      .where('org_id', '=', orgId)
      .where('archived_at', 'is', null)
      .execute();
    return new Set(rows.map(({ number }) => number));
  },

  /** Gives what was posted against an invoice its people and its account: it is seen by whoever sees the invoice. */
  async handOver(
    work: Work,
    { id, owner_id, backup_id, account_id }: Pick<InvoiceTable, 'id' | 'owner_id' | 'backup_id' | 'account_id'>,
  ): Promise<void> {
    await work.db
      .updateTable('receipt')
      .set({ owner_id, backup_id, account_id })
      .where('org_id', '=', work.actor.orgId)
      .where('invoice_id', '=', id)
      .execute();
  },
};

export const receipts = {
  ...recordStore({
    table: 'receipt',
    sort: { day: 'day', amountMinor: 'amount_minor', createdAt: 'created_at', updatedAt: 'updated_at' },
    filter: {
      invoiceId: 'invoice_id',
      accountId: 'account_id',
      kind: 'kind',
      day: 'day',
      amountMinor: 'amount_minor',
      externalId: 'external_id',
    },
    search: [],
    account: 'account_id',
  }),

  /** What stands against these invoices, whoever asks: an invoice in sight is told with all that was posted against it. */
  async against(db: Db, orgId: string, invoiceIds: readonly string[]): Promise<Map<string, ReceiptTable[]>> {
    const found: ReceiptTable[] = [];
    for (let from = 0; from < invoiceIds.length; from += idsAtOnce)
      found.push(
        ...(await db
          .selectFrom('receipt')
          .selectAll()
          .where('org_id', '=', orgId)
          .where('archived_at', 'is', null)
          .where('invoice_id', 'in', invoiceIds.slice(from, from + idsAtOnce))
          .orderBy('day')
          .orderBy('id')
          .execute()),
      );
    return Map.groupBy(found, ({ invoice_id }) => invoice_id);
  },
};

/** The day an invoice is due by default terms. */
export const dueByTerms = (issuedOn: string, termsDays: number): string => toIso(toDay(issuedOn) + termsDays);

/** What was sent → columns, with the folded number. The due day is decided by who saves. */
export function invoiceColumns({
  accountId,
  issuedOn,
  dueOn,
  amountMinor,
  isDisputed,
  ownerId,
  backupId,
  ...same
}: InvoicePatch): Partial<InvoiceTable> {
  return {
    ...same,
    ...(same.number === undefined ? {} : { number_key: foldName(same.number) }),
    ...(accountId === undefined ? {} : { account_id: accountId }),
    ...(issuedOn === undefined ? {} : { issued_on: issuedOn }),
    ...(dueOn === undefined || dueOn === null ? {} : { due_on: dueOn, is_due_by_terms: flag(false) }),
    ...(amountMinor === undefined ? {} : { amount_minor: amountMinor }),
    ...(isDisputed === undefined ? {} : { is_disputed: flag(isDisputed) }),
    ...(ownerId === undefined ? {} : { owner_id: ownerId }),
    ...(backupId === undefined ? {} : { backup_id: backupId }),
  };
}

export function receiptColumns({ amountMinor, externalId, ...same }: ReceiptPatch): Partial<ReceiptTable> {
  return {
    ...same,
    ...(amountMinor === undefined ? {} : { amount_minor: amountMinor }),
    ...(externalId === undefined ? {} : { external_id: externalId }),
  };
}
