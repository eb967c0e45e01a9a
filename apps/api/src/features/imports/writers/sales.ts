import { foldCompany } from '@milepost/core/identity/fold-company';
import { foldName } from '@milepost/core/identity/fold-name';
import type { SaleTable } from '../../../db/tables/sales.ts';
import { accounts, blankAccount } from '../../accounts/store.ts';
import { products } from '../../products/store.ts';
import { books } from '../../sales/books-store.ts';
import { type Correction, correctSales, postSales, type SaleToPost } from '../../sales/posting-store.ts';
import type { ImportRun, ReadRecord } from '../import-run.ts';
import { saying } from '../record-writer.ts';
import { salesBy } from '../store.ts';
import { NewReferences } from './new-references.ts';
import { blankProduct } from './products.ts';
import { occurrences, type SaleKey, saleKeyOf } from './sale-keys.ts';

type Opened = Parameters<ImportRun['leftOpen']>[1];
type Line = { row: ReadRecord; key: string; said: Omit<SaleToPost, 'id' | 'currency'>; opened: Opened[] };

/**
 * What was sold. Accounts and products that nobody knows yet are created from what the lines say of them. A profit stands
 * for a cost: cost = revenue − profit, both as rounded.
 */
export async function writeSales(run: ImportRun, rows: readonly ReadRecord[]): Promise<void> {
  const key = saleKeyOf(run.mapped);
  const made = {
    account: new NewReferences(run, accounts, { subject: 'account', blank: blankAccount }),
    product: new NewReferences(run, products, { subject: 'product', blank: blankProduct }),
  };
  const nth = occurrences();
  const seen = new Set<string>();
  const lines: Line[] = [];
  for (const row of rows) {
    const line = await readLine(run, row, { key, nth, made });
    if (!line) continue;
    if (seen.has(line.key)) {
      run.reject(row, 'externalId', run.text(row, 'externalId') ?? '', 'duplicate-in-file');
      continue;
    }
    seen.add(line.key);
    lines.push(line);
  }
  await made.account.flush();
  await made.product.flush();
  await post(run, lines, await standing(run, lines, key));
}

async function readLine(
  run: ImportRun,
  row: ReadRecord,
  {
    key,
    nth,
    made,
  }: { key: SaleKey; nth: (key: string) => string; made: Record<'account' | 'product', NewReferences> },
): Promise<Line | null> {
  const owner = await run.owner(row);
  const revenueMinor = run.minor(row, 'revenue');
  const costStated = run.minor(row, 'cost');
  const profit = run.minor(row, 'profit');
  const quantity = run.whole(row, 'quantity');
  const currency = run.text(row, 'currency')?.toUpperCase() ?? run.work.actor.organisation.currency;
  if (currency !== run.work.actor.organisation.currency) run.reject(row, 'currency', currency, 'other-currency');
  const day = run.text(row, 'day');
  if (run.isRejected(row)) return null;
  if (revenueMinor == null || day === null) {
    run.reject(row, day === null ? 'day' : 'revenue', '', 'missing');
    return null;
  }
  const costMinor = costStated ?? (profit == null ? null : revenueMinor - profit);
  const text = (field: string) => run.text(row, field);
  const account = await made.account.find(row, {
    name: 'account',
    number: 'accountExternalId',
    columns: (name) => ({
      name_key: foldName(name),
      company_key: foldCompany(name),
      segment: text('segment'),
      region: text('region'),
      owner_id: owner.id ?? run.work.actor.personId,
    }),
  });
  const product = await made.product.find(row, {
    name: 'product',
    number: 'productExternalId',
    columns: (name) => ({ name_key: foldName(name), line: text('line') }),
  });
  const said = {
    day,
    revenueMinor,
    costMinor,
    quantity: quantity ?? null,
    ownerId: owner.id ?? (run.mapped.has('owner') ? null : run.work.actor.personId),
    externalId: text('externalId'),
    orderId: text('orderId'),
    accountId: account.id,
    productId: product.id,
    line: text('line'),
    segment: text('segment'),
    region: text('region'),
  };
  const opened = [account.opened, product.opened].filter((open) => open !== null);
  return { row, key: nth(key.of(said)), said, opened };
}

/** The sales in the books that lines of the file may be, by the same key. */
async function standing(run: ImportRun, lines: readonly Line[], key: SaleKey): Promise<Map<string, SaleTable>> {
  const values = lines.flatMap(({ said }) => said[key.by] ?? []);
  const rows = await salesBy(run.work, key.column, values);
  const nth = occurrences();
  return new Map(
    rows.map((row) => [
      nth(
        key.of({
          externalId: row.external_id,
          orderId: row.order_id,
          productId: row.product_id,
          line: row.line,
          day: row.day,
          revenueMinor: row.revenue_minor,
          accountId: row.account_id,
          ownerId: row.owner_id,
        }),
      ),
      row,
    ]),
  );
}

async function post(run: ImportRun, lines: readonly Line[], known: ReadonlyMap<string, SaleTable>): Promise<void> {
  const { work } = run;
  const toPost: (SaleToPost & { id: string })[] = [];
  const corrections: (Correction & { before: SaleTable })[] = [];
  for (const { key, said, opened } of lines) {
    const before = known.get(key);
    const id = before?.id ?? work.newId();
    for (const open of opened) run.leftOpen(id, open);
    if (before) corrections.push({ id, seen: before.version, said: saying(said), before });
    else toPost.push({ ...said, id, currency: work.actor.organisation.currency });
  }
  await postSales(work, toPost);
  for (const { id } of toPost) run.created('sale', id);
  const changed = new Set(await correctSales(work, corrections));
  const after = new Map((await books.salesOf(work, [...changed])).map((row) => [row.id, row.version]));
  for (const { id, before } of corrections)
    if (changed.has(id)) run.updated('sale', id, { version: after.get(id) ?? before.version, before });
    else run.counts.unchanged += 1;
}
