import type { BigCycle } from '@milepost/core/goals/big-cycles';
import type { DiscountedSale } from '@milepost/core/goals/discount-depth';
import type { Db } from '../../db/open.ts';

type Between = { orgId: string; personId: string; from: string; to: string; currency: string };
/** Records of the span that cannot be measured, by the reason. */
export type LeftOut = Readonly<Record<string, number>>;

/** The deals that goals are measured by: those of their owner, by the day they were opened. */
export async function bigCyclesOf(
  db: Db,
  { orgId, personId, from, to, currency }: Between,
  leastMinor: number,
): Promise<{ deals: BigCycle[]; leftOut: LeftOut }> {
  const rows = await db
    .selectFrom('opportunity')
    .innerJoin('stage', (join) =>
      join.onRef('stage.org_id', '=', 'opportunity.org_id').onRef('stage.id', '=', 'opportunity.stage_id'),
    )
    .select([
      'opportunity.id as id',
      'opportunity.name as name',
      'opportunity.opened_on as openedOn',
      'opportunity.closed_on as closedOn',
      'opportunity.amount_minor as amount',
      'opportunity.currency as currency',
      'stage.category as category',
    ])
    .where('opportunity.org_id', '=', orgId)
    .where('opportunity.archived_at', 'is', null)
    .where('opportunity.owner_id', '=', personId)
    .where('opportunity.opened_on', '>=', from)
    .where('opportunity.opened_on', '<=', to)
    .orderBy('opportunity.opened_on')
    .orderBy('opportunity.id')
    .execute();
  const leftOut = { 'no-amount': 0, 'other-currency': 0, 'no-closing-day': 0 };
  const deals: BigCycle[] = [];
  for (const row of rows) {
    const isClosed = row.category !== 'open';
    if (row.amount === null) leftOut['no-amount'] += 1;
    else if (row.currency !== currency) leftOut['other-currency'] += 1;
    else if (isClosed && row.closedOn === null) leftOut['no-closing-day'] += 1;
    else if (row.amount >= leastMinor && row.openedOn !== null)
      deals.push({
        ...{ id: row.id, name: row.name, openedOn: row.openedOn, isWon: row.category === 'won' },
        closedOn: isClosed ? row.closedOn : null,
      });
  }
  return { deals, leftOut };
}

/** The sales that discounts are measured by: those of their owner with a quantity and a list price, by their day. */
export async function discountedSalesOf(
  db: Db,
  { orgId, personId, from, to, currency }: Between,
): Promise<{ sales: DiscountedSale[]; leftOut: LeftOut }> {
  const rows = await db
    .selectFrom('sale')
    .leftJoin('product', (join) =>
      join.onRef('product.org_id', '=', 'sale.org_id').onRef('product.id', '=', 'sale.product_id'),
    )
    .select([
      'sale.id as id',
      'sale.day as day',
      'sale.order_id as orderId',
      'sale.quantity as quantity',
      'sale.revenue_minor as revenue',
      'sale.currency as currency',
      'product.id as productId',
      'product.name as product',
      'product.list_price_minor as listPrice',
    ])
    .where('sale.org_id', '=', orgId)
    .where('sale.archived_at', 'is', null)
    .where('sale.owner_id', '=', personId)
    .where('sale.day', '>=', from)
    .where('sale.day', '<=', to)
    .orderBy('sale.day')
    .orderBy('sale.id')
    .execute();
  const leftOut = { 'other-currency': 0, 'no-quantity': 0, 'no-list-price': 0 };
  const sales: DiscountedSale[] = [];
  for (const row of rows) {
    const quantity = row.quantity === null ? 0 : row.quantity;
    const listPriceMinor = row.listPrice === null ? 0 : row.listPrice;
    if (row.currency !== currency) leftOut['other-currency'] += 1;
    else if (quantity <= 0) leftOut['no-quantity'] += 1;
    else if (listPriceMinor <= 0 || row.productId === null) leftOut['no-list-price'] += 1;
    else
      sales.push({
        ...{ id: row.id, name: row.orderId ?? row.day, netMinor: row.revenue, quantity, listPriceMinor },
        ...{ productId: row.productId, product: row.product ?? '' },
      });
  }
  return { sales, leftOut };
}
