import { hasFields } from '@milepost/contract/fields';
import type { ExportedList } from '@milepost/contract/imports';
import type { Actor } from '../auth/actor.ts';
import type { Db } from '../db/open.ts';
import type { RecordRow, RecordTable, recordStore } from '../db/record-store.ts';
import { accounts } from '../features/accounts/store.ts';
import { accountViews } from '../features/accounts/views.ts';
import { activities } from '../features/activities/store.ts';
import { activityViews } from '../features/activities/views.ts';
import { contacts } from '../features/contacts/store.ts';
import { contactViews } from '../features/contacts/views.ts';
import { expenses } from '../features/expenses/store.ts';
import { expenseViews } from '../features/expenses/views.ts';
import { fieldsInUse } from '../features/fields/store.ts';
import { leads } from '../features/leads/store.ts';
import { leadViews } from '../features/leads/views.ts';
import { people } from '../features/people/store.ts';
import { personViews } from '../features/people/views.ts';
import { opportunities } from '../features/pipeline/store.ts';
import { opportunityViews } from '../features/pipeline/views.ts';
import { products } from '../features/products/store.ts';
import { productViews } from '../features/products/views.ts';
import { invoices, receipts } from '../features/receivables/store.ts';
import { invoiceViews, receiptViews } from '../features/receivables/views.ts';
import { sales } from '../features/sales/store.ts';
import { saleViews } from '../features/sales/views.ts';
import { type Cell, cellOf, type Fielded, major, tagsIn } from './export-cells.ts';
import type { Card } from './write-vcard.ts';

type Query = Parameters<ReturnType<typeof recordStore<'account'>>['each']>[2];

/** One record as it is taken out: as the wire has it, as cells of a table, and where it is somebody as a card. */
export type Exported = { view: object; cells: readonly Cell[]; card: Card | null };

/** A kind of record as a table: its headers are those that our own import knows. */
export type ExportKind = {
  /** The headers of its table, the organisation's own fields last. */
  header(db: Db, actor: Actor): Promise<readonly string[]>;
  each(db: Db, actor: Actor, query: Query): AsyncGenerator<Exported>;
};

const atOnce = 500;

function exportKind<T extends RecordTable, V extends { id: string }>(
  store: Pick<ReturnType<typeof recordStore<T>>, 'each' | 'spec'>,
  views: (db: Db, actor: Actor, rows: readonly RecordRow<T>[]) => Promise<V[]>,
  columns: Readonly<Record<string, (view: V, currency: string) => Cell>>,
  cardOf: ((view: V) => Omit<Card, 'uid'>) | null = null,
): ExportKind {
  const cells = Object.values(columns);
  const { table } = store.spec;
  const ownFields = async (db: Db, actor: Actor) => (hasFields(table) ? fieldsInUse(db, actor.orgId, table) : []);
  return {
    header: async (db, actor) => [...Object.keys(columns), ...(await ownFields(db, actor)).map(({ name }) => name)],
    async *each(db, actor, query) {
      const { currency } = actor.organisation;
      const own = await ownFields(db, actor);
      const exported = (view: V): Exported => ({
        view,
        cells: [
          ...cells.map((cell) => cell(view, currency)),
          ...own.map((field) => cellOf(field, view as unknown as Fielded, currency)),
        ],
        card: cardOf && { ...cardOf(view), uid: `urn:uuid:${view.id}` },
      });
      let some: RecordRow<T>[] = [];
      for await (const row of store.each(db, actor, query)) {
        some.push(row);
        if (some.length < atOnce) continue;
        yield* (await views(db, actor, some)).map(exported);
        some = [];
      }
      yield* (await views(db, actor, some)).map(exported);
    },
  };
}

/** What can be taken out, always as far as the asker sees. */
export const exportKinds: Readonly<Record<ExportedList, ExportKind>> = {
  accounts: exportKind(
    accounts,
    accountViews,
    {
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
      Tags: tagsIn,
    },
    (account) => ({ ...account, isCompany: true }),
  ),
  contacts: exportKind(
    contacts,
    contactViews,
    {
      Name: ({ name }) => name,
      'Contact ID': ({ externalId }) => externalId,
      Account: ({ account }) => account?.name ?? null,
      'Job title': ({ title }) => title,
      Email: ({ email }) => email,
      Phone: ({ phone }) => phone,
      Owner: ({ owner }) => owner?.name ?? null,
      Notes: ({ notes }) => notes,
      Tags: tagsIn,
    },
    (contact) => ({ ...contact, company: contact.account?.name ?? null }),
  ),
  leads: exportKind(
    leads,
    leadViews,
    {
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
      Tags: tagsIn,
    },
    (lead) => ({ ...lead, isCompany: lead.kind === 'company' }),
  ),
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
    Tags: tagsIn,
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
  products: exportKind(products, productViews, {
    Product: ({ name }) => name,
    'Product ID': ({ externalId }) => externalId,
    Line: ({ line }) => line,
    Kind: ({ kind }) => kind,
    'Margin class': ({ marginClass }) => marginClass,
    'List price': ({ listPriceMinor }, currency) => major(listPriceMinor, currency),
  }),
  activities: exportKind(activities, activityViews, {
    Date: ({ onDay }) => onDay,
    Kind: ({ kind }) => kind,
    Subject: ({ subject }) => subject,
    Done: ({ isDone }) => (isDone ? 'yes' : 'no'),
    Account: ({ account }) => account?.name ?? null,
    Contact: ({ contact }) => contact?.name ?? null,
    Lead: ({ lead }) => lead?.name ?? null,
    Opportunity: ({ opportunity }) => opportunity?.name ?? null,
    Owner: ({ person }) => person?.name ?? null,
    Notes: ({ body }) => body,
  }),
  expenses: exportKind(expenses, expenseViews, {
    'Expense ID': ({ externalId }) => externalId,
    Date: ({ day }) => day,
    Employee: ({ person }) => person?.name ?? null,
    Category: ({ category }) => category,
    Vendor: ({ vendor }) => vendor,
    Amount: ({ amountMinor, currency }) => major(amountMinor, currency),
    Currency: ({ currency }) => currency,
    Purpose: ({ purpose }) => purpose,
    Account: ({ account }) => account?.name ?? null,
    Campaign: ({ campaign }) => campaign,
    Status: ({ status }) => status,
  }),
  people: exportKind(
    people,
    personViews,
    {
      Name: ({ name }) => name,
      Email: ({ email }) => email,
      Role: ({ role }) => role,
      'Job title': ({ title }) => title,
      Team: ({ team }) => team?.name ?? null,
      Office: ({ office }) => office,
      'Employee ID': ({ externalId }) => externalId,
    },
    (person) => ({ name: person.name, title: person.title, email: person.email }),
  ),
};
