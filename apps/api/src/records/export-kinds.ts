import { shiftDecimal } from '@milepost/core/imports/decimal-text';
import { currencyExponent } from '@milepost/core/money/currency';
import type { Actor } from '../auth/actor.ts';
import type { Db } from '../db/open.ts';
import type { RecordRow, RecordTable, recordStore } from '../db/record-store.ts';
import { accounts } from '../features/accounts/store.ts';
import { accountViews } from '../features/accounts/views.ts';
import { contacts } from '../features/contacts/store.ts';
import { contactViews } from '../features/contacts/views.ts';
import { leads } from '../features/leads/store.ts';
import { leadViews } from '../features/leads/views.ts';
import { opportunities } from '../features/pipeline/store.ts';
import { opportunityViews } from '../features/pipeline/views.ts';
import { invoices, receipts } from '../features/receivables/store.ts';
import { invoiceViews, receiptViews } from '../features/receivables/views.ts';
import { sales } from '../features/sales/store.ts';
import { saleViews } from '../features/sales/views.ts';

type Cell = string | number | null;
type Query = Parameters<ReturnType<typeof recordStore<'account'>>['each']>[2];

/** A kind of record as a table: its headers are those that our own import knows. */
export type ExportKind = {
  header: readonly string[];
  rows(db: Db, actor: Actor, query: Query): AsyncGenerator<readonly Cell[]>;
};

const atOnce = 500;

/** Minor units as the number a spreadsheet adds up. */
const major = (minor: number | null, currency: string): number | null =>
  minor === null ? null : Number(shiftDecimal(String(minor), -currencyExponent(currency)));

function exportKind<T extends RecordTable, V>(
  store: Pick<ReturnType<typeof recordStore<T>>, 'each'>,
  views: (db: Db, actor: Actor, rows: readonly RecordRow<T>[]) => Promise<V[]>,
  columns: Readonly<Record<string, (view: V, currency: string) => Cell>>,
): ExportKind {
  const cells = Object.values(columns);
  return {
    header: Object.keys(columns),
    async *rows(db, actor, query) {
      const { currency } = actor.organisation;
      let some: RecordRow<T>[] = [];
      for await (const row of store.each(db, actor, query)) {
        some.push(row);
        if (some.length < atOnce) continue;
        for (const view of await views(db, actor, some)) yield cells.map((cell) => cell(view, currency));
        some = [];
      }
      for (const view of await views(db, actor, some)) yield cells.map((cell) => cell(view, currency));
    },
  };
}

/** What can be taken out as CSV, always as far as the asker sees. */
export const exportKinds: Readonly<Record<string, ExportKind>> = {
  accounts: exportKind(accounts, accountViews, {
    Account: ({ name }) => name,
    'Account ID': ({ externalId }) => externalId,
    Status: ({ status }) => status,
    Segment: ({ segment }) => segment,
    Region: ({ region }) => region,
    Website: ({ website }) => website,
    Phone: ({ phone }) => phone,
    Email: ({ email }) => email,
    Address: ({ address }) => address,
    Employees: ({ employees }) => employees,
    'Annual revenue': ({ annualRevenueMinor }, currency) => major(annualRevenueMinor, currency),
    'Parent account': ({ parent }) => parent?.name ?? null,
    Owner: ({ owner }) => owner?.name ?? null,
    Notes: ({ notes }) => notes,
  }),
  contacts: exportKind(contacts, contactViews, {
    Name: ({ name }) => name,
    'Contact ID': ({ externalId }) => externalId,
    Account: ({ account }) => account?.name ?? null,
    'Job title': ({ title }) => title,
    Email: ({ email }) => email,
    Phone: ({ phone }) => phone,
    Owner: ({ owner }) => owner?.name ?? null,
    Notes: ({ notes }) => notes,
  }),
  leads: exportKind(leads, leadViews, {
    Name: ({ name }) => name,
    Company: ({ company }) => company,
    'Job title': ({ title }) => title,
    Email: ({ email }) => email,
    Phone: ({ phone }) => phone,
    Website: ({ website }) => website,
    Address: ({ address }) => address,
    Status: ({ status }) => status,
    Event: ({ event }) => event?.name ?? null,
    Owner: ({ owner }) => owner?.name ?? null,
    Notes: ({ notes }) => notes,
  }),
  opportunities: exportKind(opportunities, opportunityViews, {
    'Opportunity ID': ({ externalId }) => externalId,
    Opportunity: ({ name }) => name,
    Account: ({ account }) => account?.name ?? null,
    Product: ({ product }) => product?.name ?? null,
    Event: ({ event }) => event?.name ?? null,
    Stage: ({ stage }) => stage.name,
    Amount: ({ amountMinor, currency }) => major(amountMinor, currency),
    Currency: ({ currency }) => currency,
    'Created on': ({ openedOn }) => openedOn,
    'Expected close date': ({ expectedCloseOn }) => expectedCloseOn,
    'Close date': ({ closedOn }) => closedOn,
    'Lost reason': ({ lostReason }) => lostReason,
    Owner: ({ owner }) => owner?.name ?? null,
    Notes: ({ notes }) => notes,
  }),
  sales: exportKind(sales, saleViews, {
    'Sale ID': ({ externalId }) => externalId,
    'Order ID': ({ orderId }) => orderId,
    'Order date': ({ day }) => day,
    Account: ({ account }) => account?.name ?? null,
    Product: ({ product }) => product?.name ?? null,
    Line: ({ line }) => line,
    Segment: ({ segment }) => segment,
    Region: ({ region }) => region,
    Quantity: ({ quantity }) => quantity,
    Revenue: ({ revenueMinor, currency }) => major(revenueMinor, currency),
    Cost: ({ costMinor, currency }) => major(costMinor, currency),
    Currency: ({ currency }) => currency,
    Owner: ({ owner }) => owner?.name ?? null,
  }),
  invoices: exportKind(invoices, invoiceViews, {
    'Invoice number': ({ number }) => number,
    Account: ({ account }) => account?.name ?? null,
    'Invoice date': ({ issuedOn }) => issuedOn,
    'Due date': ({ dueOn }) => dueOn,
    'Invoice amount': ({ amountMinor, currency }) => major(amountMinor, currency),
    Currency: ({ currency }) => currency,
    Open: ({ openMinor, currency }) => major(openMinor, currency),
    Disputed: ({ isDisputed }) => (isDisputed ? 'yes' : 'no'),
    'Payment terms': ({ terms }) => terms,
    Owner: ({ owner }) => owner?.name ?? null,
    Notes: ({ note }) => note,
  }),
  receipts: exportKind(receipts, receiptViews, {
    'Receipt number': ({ externalId }) => externalId,
    'Invoice number': ({ invoice }) => invoice.name,
    'Receipt date': ({ day }) => day,
    'Receipt amount': ({ amountMinor, currency }) => major(amountMinor, currency),
    Currency: ({ currency }) => currency,
    Kind: ({ kind }) => (kind === 'receipt' ? 'payment' : 'credit note'),
    Notes: ({ note }) => note,
  }),
};
