import type { ReceivablesDefinition, ReceivablesQuery } from '@milepost/contract/receivables';
import { type Day, toDay } from '@milepost/core/calendar/civil-day';
import { type Standing, standingsOn } from '@milepost/core/receivables/invoice';
import { beginOf } from '@milepost/core/receivables/receivables-on';
import type { Actor } from '../../auth/actor.ts';
import { nameOf, namesOf } from '../../db/names-store.ts';
import type { Db } from '../../db/open.ts';
import type { InvoiceTable } from '../../db/tables/receivables.ts';
import { Failure } from '../../http/failure.ts';
import { people } from '../people/store.ts';
import { definitions } from './definition-store.ts';
import { issuedBy } from './facts-store.ts';
import { invoiceFact } from './invoice-facts.ts';

/** Whose receivables a row is. */
export type Part = { id: string; name: string; standings: Standing[] };

/** Everything that receivables are computed from: what the actor sees, as of the end of a day, in one currency. */
export type ReceivablesFacts = {
  asOf: string;
  on: Day;
  currency: string;
  currencies: string[];
  definition: Omit<ReceivablesDefinition, 'version'>;
  /** The first day the books know of; null without an invoice. */
  begins: Day | null;
  rows: ReadonlyMap<string, InvoiceTable>;
  whole: Part;
  parts: Part[];
};

/** Money in several currencies has no sum. @throws Failure `mixed-currencies` with what is open in each */
function onlyCurrency(
  standings: readonly Standing[],
  rows: ReadonlyMap<string, InvoiceTable>,
  otherwise: string,
): string {
  const byCurrency = Map.groupBy(standings, ({ invoice }) => rows.get(invoice.id)?.currency ?? otherwise);
  if (byCurrency.size > 1)
    throw new Failure('mixed-currencies', {
      issues: [...byCurrency]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([currency, some]) => {
          const open = some.reduce((sum, one) => sum + one.open, 0);
          return {
            path: `/subtotals/${currency}`,
            code: 'subtotal',
            message: `${open} minor units of ${currency} are open`,
            value: String(open),
          };
        }),
    });
  return [...byCurrency.keys()][0] ?? otherwise;
}

/** @throws Failure `mixed-currencies` when the query names none of several */
export async function receivablesFacts(
  db: Db,
  actor: Actor,
  today: string,
  query: ReceivablesQuery,
): Promise<ReceivablesFacts> {
  const asOf = query.asOf ?? today;
  const on = toDay(asOf);
  const [{ version: _, ...own }, { invoices, posted }] = await Promise.all([
    definitions.get(db, actor.orgId),
    issuedBy(db, actor, { asOf, disputed: query.disputed }),
  ]);
  const rows = new Map(invoices.map((row) => [row.id, row]));
  const all = standingsOn(
    invoices.map((row) => invoiceFact(row, posted.get(row.id) ?? [])),
    on,
  );
  const currency = query.currency ?? onlyCurrency(all, rows, actor.organisation.currency);
  const standings = all.filter(({ invoice }) => rows.get(invoice.id)?.currency === currency);
  return {
    asOf,
    on,
    currency,
    currencies: [...new Set(invoices.map((row) => row.currency))].sort(),
    definition: {
      ...own,
      withinDays: query.withinDays ?? own.withinDays,
      withinFrom: query.withinFrom ?? own.withinFrom,
      windowDays: query.windowDays ?? own.windowDays,
    },
    begins: beginOf(standings),
    rows,
    whole: { id: '', name: '', standings },
    parts: await partsBy(db, actor, query.by, { standings, rows }),
  };
}

/** What is nobody's, or of no account, stands under an empty id. */
async function partsBy(
  db: Db,
  actor: Actor,
  by: ReceivablesQuery['by'],
  { standings, rows }: { standings: readonly Standing[]; rows: ReadonlyMap<string, InvoiceTable> },
): Promise<Part[]> {
  if (by === 'total') return [];
  const teamOf =
    by === 'team' ? new Map((await people.teamsOf(db, actor.orgId)).map((row) => [row.id, row.team_id])) : new Map();
  const keyOf = ({ invoice }: Standing): string => {
    const row = rows.get(invoice.id);
    if (by === 'account') return row?.account_id ?? '';
    return (by === 'team' ? teamOf.get(row?.owner_id ?? '') : row?.owner_id) ?? '';
  };
  const groups = [...Map.groupBy(standings, keyOf)];
  const subject = by === 'rep' ? 'person' : by;
  const names = await namesOf(db, actor, { [subject]: groups.map(([id]) => id).filter(Boolean) });
  return groups
    .map(([id, some]) => ({ id, name: nameOf(names[subject], id)?.name ?? '', standings: some }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
