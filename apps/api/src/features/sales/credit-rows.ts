import { convertAt } from '@milepost/core/money/rate';
import { type CreditShare, splitCredit, WHOLE_BP } from '@milepost/core/sales/credit';
import { opposite, standing } from '@milepost/core/sales/reversal';
import { fromJson } from '../../db/columns.ts';
import type { CreditTable, SaleTable } from '../../db/tables/sales.ts';
import { rateKey } from '../money/store.ts';

/** What credits freeze of the records around a sale. */
export type Bearings = {
  accounts: Map<string, { segment: string | null; region: string | null }>;
  products: Map<string, { line: string | null }>;
  people: Map<string, { team_id: string | null; office: string | null }>;
  /** The organisation's own currency, and the rates of others by `rateKey`. */
  home: string;
  rates: ReadonlyMap<string, string>;
};

/** Where a person stood when a sale was first credited to them. Without an office, the present one counts. */
export type Stood = { team_id: string | null; office?: string | null };

const measuresOf = (sale: SaleTable) => ({
  revenue: sale.revenue_minor,
  cost: sale.cost_minor,
  quantity: sale.quantity,
  count: 1,
});

/** The parts of a sale by person; without a split all of it is the owner's, or nobody's. */
function partsOf(sale: SaleTable) {
  const measures = measuresOf(sale);
  if (sale.split === null) return [{ personId: sale.owner_id, shareBp: WHOLE_BP, measures }];
  const split = splitCredit(measures, fromJson<CreditShare[]>(sale.split));
  // A split is checked before it is kept.
  if (split.status !== 'ok')
    throw new RangeError(`The split of sale ${sale.id} sums to ${split.sumBp} hundredths of a percent.`);
  return split.credits;
}

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
    frozen = null,
    newId,
    at,
  }: {
    bearings: Bearings;
    before?: ReadonlyMap<string, Stood>;
    /** The rate that the sale was posted at already: it stays, whatever the table of rates says now. */
    frozen?: string | null;
    newId: () => string;
    at: string;
  },
): CreditTable[] {
  const credits = partsOf(sale).map(({ personId, shareBp, measures }): CreditTable => {
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
      sale_count: measures.count,
      quantity: measures.quantity,
      revenue_minor: measures.revenue,
      cost_minor: measures.cost,
      currency: sale.currency,
      rate: null,
      org_minor: null,
      org_cost_minor: null,
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
  if (sale.currency === bearings.home) return credits;
  const rate = frozen ?? bearings.rates.get(rateKey(sale));
  return rate === undefined ? credits : ratedAt(credits, rate, bearings.home);
}

/**
 * The credits that divide one sale, at a rate: the sale is converted once and shared out as it is, so that in the
 * organisation's currency, too, the credits sum to the sale.
 */
export function ratedAt(credits: readonly CreditTable[], rate: string, home: string): CreditTable[] {
  const [first] = credits;
  if (!first) return [];
  const pair = { from: first.currency, to: home };
  const costs = credits.map((credit) => credit.cost_minor);
  const known = costs.filter((cost) => cost !== null);
  const whole = {
    org_minor: convertAt(
      credits.reduce((sum, credit) => sum + credit.revenue_minor, 0),
      rate,
      pair,
    ),
    org_cost_minor: convertAt(known.length === 0 ? null : known.reduce((sum, cost) => sum + cost, 0), rate, pair),
  };
  if (credits.length === 1) return [{ ...first, rate, ...whole }];
  const split = splitCredit(
    whole,
    credits.map((credit) => ({ personId: credit.person_id ?? '', shareBp: credit.share_bp })),
  );
  if (split.status !== 'ok') throw new RangeError(`The credits of sale ${first.sale_id} are not all of it.`);
  return credits.map((credit, at) => ({ ...credit, rate, ...(split.credits[at]?.measures ?? whole) }));
}

/** The rate that a sale's credits were frozen at, if they still speak of the same currency and day. */
export const frozenRateOf = (sale: SaleTable, credits: readonly CreditTable[]): string | null =>
  credits.findLast(
    ({ kind, day, currency, rate }) =>
      kind === 'sale' && rate !== null && day === sale.day && currency === sale.currency,
  )?.rate ?? null;

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
  ...opposite({
    sale_count: credit.sale_count,
    quantity: credit.quantity,
    revenue_minor: credit.revenue_minor,
    cost_minor: credit.cost_minor,
    org_minor: credit.org_minor,
    org_cost_minor: credit.org_cost_minor,
  }),
  created_at: at,
});

/** Of all credits of some sales those that stand: credited and not reversed. */
export const standingOf = (credits: readonly CreditTable[]): CreditTable[] =>
  standing(credits.map((credit) => ({ id: credit.id, reverses: credit.reverses_id, credit }))).map(
    ({ credit }) => credit,
  );

/** Where the people of a sale stood when it was first credited to them, by person. */
export function stoodOf(sale: SaleTable, credits: readonly CreditTable[]): Map<string, Stood> {
  const stood = new Map<string, Stood>();
  for (const { kind, person_id, team_id, region } of credits) {
    if (kind !== 'sale' || stood.has(person_id ?? '')) continue;
    stood.set(person_id ?? '', { team_id, ...(sale.region === null ? { office: region } : {}) });
  }
  return stood;
}
