import type { ExportedList } from '@milepost/contract/imports';
import { accounts } from '../features/accounts/store.ts';
import { accountViews } from '../features/accounts/views.ts';
import { activities } from '../features/activities/store.ts';
import { activityViews } from '../features/activities/views.ts';
import { contacts } from '../features/contacts/store.ts';
import { contactViews } from '../features/contacts/views.ts';
import { expenses } from '../features/expenses/store.ts';
import { expenseViews } from '../features/expenses/views.ts';
import { issues } from '../features/issues/store.ts';
import { issueViewsAt } from '../features/issues/views.ts';
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
import { major, tagsIn } from './export-cells.ts';
import { type ExportKind, exportKind } from './export-kind.ts';

/** What can be taken out, always as far as the asker sees; `now` tells what is late. */
export const exportKindsAt = (now: () => string): Readonly<Record<ExportedList, ExportKind>> => ({
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
  issues: exportKind(issues, issueViewsAt(now), {
    Issue: ({ name }) => name,
    Kind: ({ kind }) => kind,
    Severity: ({ severity }) => severity,
    State: ({ state }) => state,
    Department: ({ department }) => department?.name ?? null,
    'Raised by': ({ raisedBy }) => raisedBy?.name ?? null,
    'Raised at': ({ createdAt }) => createdAt,
    Solver: ({ owner }) => owner?.name ?? null,
    'Due at': ({ dueAt }) => dueAt,
    Late: ({ isLate }) => (isLate ? 'yes' : 'no'),
    Account: ({ account }) => account?.name ?? null,
    Opportunity: ({ opportunity }) => opportunity?.name ?? null,
    Invoice: ({ invoice }) => invoice?.name ?? null,
    Details: ({ details }) => details,
    'Resolved at': ({ resolvedAt }) => resolvedAt,
    Resolution: ({ resolution }) => resolution,
    Lesson: ({ lesson }) => lesson,
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
});
