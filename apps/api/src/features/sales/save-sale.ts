import type { NewSale, SalePatch } from '@milepost/contract/sales';
import type { Actor } from '../../auth/actor.ts';
import { permitBackup, permitOwner } from '../../auth/permit.ts';
import { isInSight } from '../../db/sight-store.ts';
import type { SaleTable } from '../../db/tables/sales.ts';
import type { Work } from '../../db/work.ts';
import type { Deps } from '../../deps.ts';
import { Failure, fieldIssue } from '../../http/failure.ts';
import { people } from '../people/store.ts';
import { correctSales, postSales, repostSales, reverseSales } from './posting-store.ts';
import { splitBp } from './split-store.ts';
import { sales } from './store.ts';

/** What a sale refers to must be in sight, and whoever shares its credit must be of the organisation. */
async function checkReferences(work: Work, input: SalePatch): Promise<void> {
  const { db, actor } = work;
  for (const [field, subject] of [
    ['accountId', 'account'],
    ['productId', 'product'],
  ] as const) {
    const id = input[field];
    if (id && !(await isInSight(db, actor, subject, id)))
      throw new Failure('reference-unknown', fieldIssue(`/${field}`, 'unknown', 'no such record in your sight'));
  }
  for (const [index, { personId }] of (input.split ?? []).entries())
    if (!(await people.find(db, actor, personId)))
      throw new Failure('owner-unknown', fieldIssue(`/split/${index}/personId`, 'unknown', 'not a person'));
}

/** Enters a sale once; a second call with the same id answers the first one's record. */
export const createSale = (deps: Deps, actor: Actor, input: NewSale): Promise<{ row: SaleTable; isNew: boolean }> =>
  deps.transact(actor, async (work) => {
    const { ownerId } = await permitOwner(work.db, actor, input.ownerId);
    if (input.backupId) await permitBackup(work.db, actor, input.backupId);
    await checkReferences(work, input);
    const currency = input.currency ?? actor.organisation.currency;
    const { posted } = await postSales(work, [{ ...input, ownerId, currency, split: splitBp(input.split) }]);
    const row = await sales.find(work.db, actor, input.id);
    if (!row) throw new Failure('id-taken');
    return { row, isNew: posted.length === 1 };
  });

/** What belongs to the deal is corrected in the deal, so that both say the same. */
const ownToTheSale = new Set(['quantity', 'costMinor', 'externalId', 'orderId', 'line', 'segment', 'region', 'reason']);

/** In another currency the numbers mean something else: they are stated with it. */
function refuseUnsaidAmounts(row: SaleTable, { currency, revenueMinor, costMinor }: SalePatch): void {
  if (currency === undefined || currency === row.currency) return;
  if (revenueMinor === undefined)
    throw new Failure('currency-change-unsaid', fieldIssue('/revenueMinor', 'missing', 'state it in the new currency'));
  if (row.cost_minor !== null && costMinor === undefined)
    throw new Failure('currency-change-unsaid', fieldIssue('/costMinor', 'missing', 'state it in the new currency'));
}

/** Corrects a sale: its row gets a new version, the books a reversal and new credits. */
export const changeSale = (deps: Deps, actor: Actor, id: string, seen: number, patch: SalePatch): Promise<SaleTable> =>
  deps.transact(actor, async (work) => {
    const row = await sales.get(work.db, actor, id);
    if (patch.ownerId !== undefined) await permitOwner(work.db, actor, patch.ownerId);
    if (patch.backupId !== undefined) await permitBackup(work.db, actor, patch.backupId);
    await checkReferences(work, patch);
    const foreign = Object.keys(patch).find((field) => !ownToTheSale.has(field));
    if (row.opportunity_id !== null && foreign)
      throw new Failure('sale-of-opportunity', fieldIssue(`/${foreign}`, 'of-the-deal', 'this is kept with the deal'));
    refuseUnsaidAmounts(row, patch);
    const { reason, split, ...said } = patch;
    await correctSales(work, [{ id, seen, said: { ...said, split: splitBp(split) }, reason }]);
    return sales.get(work.db, actor, id);
  });

/** Takes a sale out of the books, as if it had not been entered, or puts it back. */
const move =
  (deed: (work: Work, id: string) => Promise<unknown>) =>
  (deps: Deps, actor: Actor, id: string, seen: number): Promise<SaleTable> =>
    deps.transact(actor, async (work) => {
      const row = await sales.get(work.db, actor, id);
      if (row.version !== seen) throw new Failure('version-clash', { row: row });
      if (row.opportunity_id !== null) throw new Failure('sale-of-opportunity');
      await deed(work, id);
      return sales.get(work.db, actor, id);
    });

export const withdrawSale = move((work, id) => reverseSales(work, [id], { on: 'own-day' }));
export const restoreSale = move((work, id) => repostSales(work, [id]));
