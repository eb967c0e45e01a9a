import { reversalDay } from '@milepost/core/pipeline/stages';
import type { CreditTable, SaleTable } from '../../db/tables/sales.ts';
import type { Work } from '../../db/work.ts';
import { Failure } from '../../http/failure.ts';
import { statuses } from '../accounts/status-store.ts';
import { customerTally } from '../overview/customer-tally-store.ts';
import { books } from './books-store.ts';
import { creditsOfSale, frozenRateOf, reversalOf, standingOf, stoodOf, withBearings } from './credit-rows.ts';
import { corrected, differing, pick, type SaleCorrection, type SaleToPost, saleRow, stated } from './sale-rows.ts';
import { sales } from './store.ts';

export type { SaleCorrection, SaleToPost };

/**
 * Enters sales into the books: the sale, its credits (owner or split) and the daily facts, in batches, with a change for
 * each sale. An id that is there already is left as it is, so posting twice posts once. Who may own what, and whether
 * accounts and products exist, the caller has checked.
 * @returns ids that were posted, and ids that were known
 * @throws Failure `split-not-whole`
 */
export async function postSales(
  work: Work,
  toPost: readonly SaleToPost[],
): Promise<{ posted: string[]; known: string[] }> {
  if (toPost.length === 0) return { posted: [], known: [] };
  await books.take(work);
  const stating = toPost.map((sale) => saleRow(work, sale));
  const bearings = await books.bearings(work, stating);
  const derived = { line: true, segment: true, region: true };
  const rows = stating.map((row) => withBearings(row, bearings, derived));
  const entered = await books.enter(work, rows);
  const fresh = rows.filter((row) => entered.has(row.id));
  const { newId, at } = work;
  await books.append(
    work,
    fresh.flatMap((row) => creditsOfSale(row, { bearings, newId, at })),
  );
  for (const row of fresh) sales.tell(work, 'created', row, { after: stated(row) });
  await follow(
    work,
    fresh.map((row) => row.account_id),
  );
  return {
    posted: fresh.map((row) => row.id),
    known: rows.filter((row) => !entered.has(row.id)).map((row) => row.id),
  };
}

/** What hangs on the books of accounts: where they stand, and what they add to the tally. */
async function follow(work: Work, accountIds: readonly (string | null)[]): Promise<void> {
  await statuses.follow(work, accountIds);
  await customerTally.follow(work, accountIds);
}

/** A correction of one sale; `seen` is the version it saw, the present one when left out. */
export type Correction = { id: string; seen?: number; said: SaleCorrection; reason?: string | undefined };

/**
 * Corrects sales that were entered wrongly: the standing credits are reversed on their own day and new ones posted on the
 * sale's day, so that the month reads right, and `created_at` still tells what was known when. People keep the team they
 * had. A correction that changes nothing writes nothing. No sale may stand twice among the corrections.
 * @returns ids of the sales that changed
 * @throws Failure `not-found`, `version-clash`, `split-not-whole`
 */
export async function correctSales(work: Work, corrections: readonly Correction[]): Promise<string[]> {
  const before = await standing(
    work,
    corrections.map(({ id }) => id),
  );
  const said = corrections.map((correction) => {
    const row = before.rows.get(correction.id);
    if (!row || (correction.seen !== undefined && correction.seen !== row.version)) throw clash(row);
    return { ...correction, row, ...corrected(row, correction.said) };
  });
  const bearings = await books.bearings(
    work,
    said.map(({ after }) => after),
  );
  const credits: CreditTable[] = [];
  const changed: string[] = [];
  const { newId, at } = work;
  for (const { id, row, after: stating, derived, reason } of said) {
    const after = withBearings(stating, bearings, derived);
    const { columns, touchesCredits } = differing(row, after);
    if (columns.length === 0) continue;
    await rewrite(work, row, after, { action: 'corrected', reason });
    changed.push(id);
    if (!touchesCredits || row.archived_at !== null) continue;
    const all = before.credits.get(id) ?? [];
    for (const credit of standingOf(all)) credits.push(reversalOf(credit, { day: credit.day, newId, at }));
    const frozen = frozenRateOf(after, all);
    credits.push(...creditsOfSale(after, { bearings, before: stoodOf(row, all), frozen, newId, at }));
  }
  await books.append(work, credits);
  await follow(
    work,
    said.flatMap(({ row, after }) => [row.account_id, after.account_id]),
  );
  return changed;
}

/**
 * Takes sales out of the books: their credits are reversed and their rows archived. `today` dates the reversals, for what
 * was true until now; `own-day` dates each like its credit, for what should never have been entered.
 * @returns ids of the sales that were standing
 */
export async function reverseSales(
  work: Work,
  ids: readonly string[],
  { on, reason }: { on: 'own-day' | { today: string }; reason?: string | undefined },
): Promise<string[]> {
  const before = await standing(work, ids);
  const credits: CreditTable[] = [];
  const reversed: string[] = [];
  const { newId, at } = work;
  for (const row of before.rows.values()) {
    if (row.archived_at !== null) continue;
    await rewrite(work, row, { ...row, archived_at: at }, { action: 'reversed', reason });
    reversed.push(row.id);
    for (const credit of standingOf(before.credits.get(row.id) ?? []))
      credits.push(
        reversalOf(credit, { day: on === 'own-day' ? credit.day : reversalDay(credit.day, on.today), newId, at }),
      );
  }
  await books.append(work, credits);
  await follow(
    work,
    [...before.rows.values()].map((row) => row.account_id),
  );
  return reversed;
}

/** Puts sales that were taken out back into the books, as they were. @returns ids of the sales that were restored */
export async function repostSales(work: Work, ids: readonly string[]): Promise<string[]> {
  const before = await standing(work, ids);
  const bearings = await books.bearings(work, [...before.rows.values()]);
  const credits: CreditTable[] = [];
  const restored: string[] = [];
  const { newId, at } = work;
  for (const row of before.rows.values()) {
    if (row.archived_at === null) continue;
    await rewrite(work, row, { ...row, archived_at: null }, { action: 'restored' });
    restored.push(row.id);
    const all = before.credits.get(row.id) ?? [];
    const frozen = frozenRateOf(row, all);
    credits.push(...creditsOfSale(row, { bearings, before: stoodOf(row, all), frozen, newId, at }));
  }
  await books.append(work, credits);
  await follow(
    work,
    [...before.rows.values()].map((row) => row.account_id),
  );
  return restored;
}

const clash = (row: SaleTable | undefined) =>
  row ? new Failure('version-clash', { row: row }) : new Failure('not-found');

/** Sales with all their credits, while no other poster of the organisation is at the books. */
async function standing(work: Work, ids: readonly string[]) {
  await books.take(work);
  const rows = new Map((await books.salesOf(work, ids)).map((row) => [row.id, row]));
  const credits = Map.groupBy(await books.creditsOf(work.db, work.actor.orgId, ids), (credit) => credit.sale_id);
  return { rows, credits };
}

async function rewrite(
  work: Work,
  before: SaleTable,
  changed: SaleTable,
  { action, reason }: { action: string; reason?: string | undefined },
): Promise<void> {
  const after = { ...changed, version: before.version + 1, updated_at: work.at };
  if (!(await books.rewrite(work, after, before.version))) throw clash(before);
  const { columns } = differing(before, after);
  sales.tell(work, action, after, {
    before: pick(before, columns),
    after: pick(after, columns),
    ...(reason ? { reason } : {}),
  });
}
