import type { KindSpec } from '@milepost/core/imports/kind';
import { accounts } from './kinds/accounts.ts';
import { contacts } from './kinds/contacts.ts';
import { expenses } from './kinds/expenses.ts';
import { invoices } from './kinds/invoices.ts';
import { leads } from './kinds/leads.ts';
import { leave } from './kinds/leave.ts';
import { opportunities } from './kinds/opportunities.ts';
import { people } from './kinds/people.ts';
import { products } from './kinds/products.ts';
import { rates } from './kinds/rates.ts';
import { receipts } from './kinds/receipts.ts';
import { sales } from './kinds/sales.ts';
import { satisfaction } from './kinds/satisfaction.ts';
import { skills } from './kinds/skills.ts';
import { targets } from './kinds/targets.ts';

/** What can be imported, by kind. A room that brings a kind of its own adds it here. */
export const kinds = {
  people,
  accounts,
  contacts,
  leads,
  products,
  opportunities,
  sales,
  invoices,
  receipts,
  rates,
  targets,
  leave,
  expenses,
  skills,
  satisfaction,
} as const satisfies Record<string, KindSpec>;

export type ImportKind = keyof typeof kinds;

export const isImportKind = (name: string): name is ImportKind => Object.hasOwn(kinds, name);
