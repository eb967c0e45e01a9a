import type { OpportunityTable } from '../../db/tables/records.ts';
import type { SaleTable } from '../../db/tables/sales.ts';
import type { Work } from '../../db/work.ts';
import { books } from '../sales/books-store.ts';
import { type Correction, correctSales, postSales, reverseSales, type SaleToPost } from '../sales/posting-store.ts';
import { readSplit } from '../sales/split-store.ts';
import { stageOrder } from './stage-store.ts';

const idsAtOnce = 5000;

/** Deals as they stand, whoever may see them: the books do not hang on who asks. */
async function opportunitiesOf(work: Work, ids: readonly string[]): Promise<OpportunityTable[]> {
  const found: OpportunityTable[] = [];
  for (let from = 0; from < ids.length; from += idsAtOnce)
    found.push(
      ...(await work.db
        .selectFrom('opportunity')
        .selectAll()
        .where('org_id', '=', work.actor.orgId)
        .where('id', 'in', ids.slice(from, from + idsAtOnce))
        .execute()),
    );
  return found;
}

/** A win as a sale: to the owner or the split, on the day on which it closed. */
const saleOf = (work: Work, deal: OpportunityTable, day: string, revenueMinor: number): SaleToPost => ({
  id: work.newId(),
  day,
  revenueMinor,
  currency: deal.currency,
  ownerId: deal.owner_id,
  backupId: deal.backup_id,
  split: readSplit(deal.split),
  accountId: deal.account_id,
  opportunityId: deal.id,
  productId: deal.product_id,
});

/** What a won deal says otherwise than its sale. Its owner is not asked: what was won stays with who won it. */
function correctionOf(deal: OpportunityTable, sale: SaleTable, day: string, revenueMinor: number): Correction | null {
  const isSame =
    sale.day === day &&
    sale.revenue_minor === revenueMinor &&
    sale.currency === deal.currency &&
    sale.account_id === deal.account_id &&
    sale.product_id === deal.product_id &&
    sale.split === deal.split;
  if (isSame) return null;
  const { currency, account_id: accountId, product_id: productId } = deal;
  return { id: sale.id, said: { day, revenueMinor, currency, accountId, productId, split: readSplit(deal.split) } };
}

/**
 * Brings the books in line with deals as they stand, after any write of them, one or thousands:
 * won and not in the books → a sale with its credits on the close day; won and in the books otherwise → a correction, with
 * the credits staying with whoever had them; in the books and no longer won → a reversal dated `today`. Doing it twice
 * does nothing more.
 */
export async function settleWins(
  work: Work,
  opportunityIds: readonly string[],
  { today, reason }: { today: string; reason?: string },
): Promise<{ posted: number; corrected: number; reversed: number }> {
  if (opportunityIds.length === 0) return { posted: 0, corrected: 0, reversed: 0 };
  await books.take(work);
  const stages = await stageOrder.named(work.db, work.actor.orgId);
  const deals = await opportunitiesOf(work, opportunityIds);
  const standing = await books.salesOfOpportunities(work, opportunityIds);
  const toPost: SaleToPost[] = [];
  const toCorrect: Correction[] = [];
  const toReverse: string[] = [];
  for (const deal of deals) {
    const sale = standing.get(deal.id);
    const { closed_on, amount_minor } = deal;
    const isWon = stages.get(deal.stage_id)?.category === 'won' && closed_on !== null && amount_minor !== null;
    if (!isWon) {
      if (sale) toReverse.push(sale.id);
    } else if (sale) {
      const correction = correctionOf(deal, sale, closed_on, amount_minor);
      if (correction) toCorrect.push({ ...correction, reason });
    } else toPost.push(saleOf(work, deal, closed_on, amount_minor));
  }
  await postSales(work, toPost);
  if (toCorrect.length > 0) await correctSales(work, toCorrect);
  if (toReverse.length > 0) await reverseSales(work, toReverse, { on: { today }, reason });
  return { posted: toPost.length, corrected: toCorrect.length, reversed: toReverse.length };
}

/** Takes the wins of deals out of the books as if they had not been entered: an import that is undone. */
export async function withdrawWins(work: Work, opportunityIds: readonly string[], reason?: string): Promise<void> {
  const standing = await books.salesOfOpportunities(work, opportunityIds);
  if (standing.size > 0)
    await reverseSales(
      work,
      [...standing.values()].map((sale) => sale.id),
      { on: 'own-day', reason },
    );
}
