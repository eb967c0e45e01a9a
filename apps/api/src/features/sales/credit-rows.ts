import { apportion } from '@milepost/core/apportion/apportion';
import { WHOLE_BP } from '@milepost/core/pipeline/stages';
import { fromJson } from '../../db/columns.ts';
import type { CreditTable, SaleTable } from '../../db/tables/sales.ts';

/** What credits freeze of the records around a sale. */
export type Bearings = {
  accounts: Map<string, { segment: string | null; region: string | null }>;
  products: Map<string, { line: string | null }>;
  people: Map<string, { team_id: string | null; office: string | null }>;
};

/** Who gets which share of a sale, in hundredths of a percent. */
export type ShareBp = { readonly personId: string; readonly shareBp: number };

/** Where a person stood when a sale was first credited to them. Without an office, the present one counts. */
export type Stood = { team_id: string | null; office?: string | null };

const sharesOf = (sale: SaleTable): readonly { personId: string | null; shareBp: number }[] =>
  sale.split === null ? [{ personId: sale.owner_id, shareBp: WHOLE_BP }] : fromJson<ShareBp[]>(sale.split);

/** Which of a sale's own columns are to come from its product and its account, where it states none. */
export type Derived = { line: boolean; segment: boolean; region: boolean };

/** A sale with the line, segment and region that it does not state itself: those of its product and its account now. */
export function withBearings(sale: SaleTable, { accounts, products }: Bearings, derived: Derived): SaleTable {
  const account = sale.account_id === null ? undefined : accounts.get(sale.account_id);
  const product = sale.product_id === null ? undefined : products.get(sale.product_id);
  return {
    ...sale,
    line: sale.line ?? (derived.line ? (product?.line ?? null) : null),
    segment: sale.segment ?? (derived.segment ? (account?.segment ?? null) : null),
    region: sale.region ?? (derived.region ? (account?.region ?? null) : null),
  };
}

/**
 * The credits of a sale: each measure shared out by largest remainder, so that the credits sum to the sale. The team is
 * that of the person now, or the one they had when the sale was first credited to them; the region is the sale's, else
 * the person's office.
 */
export function creditsOfSale(
  sale: SaleTable,
  {
    bearings,
    before = new Map(),
    newId,
    at,
  }: { bearings: Bearings; before?: ReadonlyMap<string, Stood>; newId: () => string; at: string },
): CreditTable[] {
  const shares = sharesOf(sale);
  const weights = shares.map(({ personId, shareBp }) => ({ id: personId ?? '', weight: shareBp }));
  const part = (total: number | null): ReadonlyMap<string, number> | null => {
    if (total === null) return null;
    const [only, ...others] = weights;
    return only && others.length === 0 ? new Map([[only.id, total]]) : apportion(total, weights);
  };
  const [revenue, cost, quantity, count] = [
    part(sale.revenue_minor),
    part(sale.cost_minor),
    part(sale.quantity),
    part(1),
  ];
  return shares.map(({ personId, shareBp }) => {
    const key = personId ?? '';
    const stood = before.get(key);
    const person = bearings.people.get(key);
    return {
      org_id: sale.org_id,
      id: newId(),
      sale_id: sale.id,
      person_id: personId,
      team_id: stood ? stood.team_id : (person?.team_id ?? null),
      day: sale.day,
      kind: 'sale',
      reverses_id: null,
      share_bp: shareBp,
      sale_count: count?.get(key) ?? 0,
      quantity: quantity?.get(key) ?? null,
      revenue_minor: revenue?.get(key) ?? 0,
      cost_minor: cost?.get(key) ?? null,
      currency: sale.currency,
      account_id: sale.account_id,
      product_id: sale.product_id,
      line: sale.line,
      segment: sale.segment,
      region: sale.region ?? (stood?.office === undefined ? (person?.office ?? null) : stood.office),
      owner_id: sale.owner_id,
      backup_id: sale.backup_id,
      created_at: at,
    };
  });
}

/** The opposite of a credit, on a day of its own: line, segment, region and team stay those of the credit. */
export const reversalOf = (
  credit: CreditTable,
  { day, newId, at }: { day: string; newId: () => string; at: string },
): CreditTable => ({
  ...credit,
  id: newId(),
  day,
  kind: 'reversal',
  reverses_id: credit.id,
  sale_count: 0 - credit.sale_count,
  quantity: credit.quantity === null ? null : 0 - credit.quantity,
  revenue_minor: 0 - credit.revenue_minor,
  cost_minor: credit.cost_minor === null ? null : 0 - credit.cost_minor,
  created_at: at,
});

/** Of all credits of some sales those that stand: credited and not reversed. */
export function standingOf(credits: readonly CreditTable[]): CreditTable[] {
  const reversed = new Set(credits.map((credit) => credit.reverses_id));
  return credits.filter((credit) => credit.kind === 'sale' && !reversed.has(credit.id));
}

/** Where the people of a sale stood when it was first credited to them, by person. */
export function stoodOf(sale: SaleTable, credits: readonly CreditTable[]): Map<string, Stood> {
  const stood = new Map<string, Stood>();
  for (const { kind, person_id, team_id, region } of credits) {
    if (kind !== 'sale' || stood.has(person_id ?? '')) continue;
    stood.set(person_id ?? '', { team_id, ...(sale.region === null ? { office: region } : {}) });
  }
  return stood;
}
