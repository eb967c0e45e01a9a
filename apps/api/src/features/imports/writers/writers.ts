import type { ImportRun, ReadRecord } from '../import-run.ts';
import type { ImportKind } from '../kinds.ts';
import { writeAccounts } from './accounts.ts';
import { writeContacts } from './contacts.ts';
import { writeExpenses } from './expenses.ts';
import { writeInvoices } from './invoices.ts';
import { writeLeads } from './leads.ts';
import { writeLeave } from './leave.ts';
import { writeOpportunities } from './opportunities.ts';
import { writePeople } from './people.ts';
import { writeProducts } from './products.ts';
import { writeRates } from './rates.ts';
import { writeReceipts } from './receipts.ts';
import { writeSales } from './sales.ts';
import { writeSatisfaction } from './satisfaction.ts';
import { writeSkills } from './skills.ts';
import { writeTargets } from './targets.ts';

/** What writes the rows of each kind. */
export const writers = {
  people: writePeople,
  accounts: writeAccounts,
  contacts: writeContacts,
  leads: writeLeads,
  products: writeProducts,
  opportunities: writeOpportunities,
  sales: writeSales,
  invoices: writeInvoices,
  receipts: writeReceipts,
  rates: writeRates,
  targets: writeTargets,
  leave: writeLeave,
  expenses: writeExpenses,
  skills: writeSkills,
  satisfaction: writeSatisfaction,
} as const satisfies Record<ImportKind, (run: ImportRun, rows: readonly ReadRecord[]) => Promise<void>>;
