import { accountColumns, blankAccount } from '@milepost/api/features/accounts/store';
import { type Bearings, creditsOfSale, withBearings } from '@milepost/api/features/sales/credit-rows';
import { factsOf } from '@milepost/api/features/sales/daily-facts';
import { saleRow } from '@milepost/api/features/sales/sale-rows';
import { toDay, toIso } from '@milepost/core/calendar/civil-day';
import Database from 'better-sqlite3';

type Work = Parameters<typeof saleRow>[0];
type Row = Readonly<Record<string, unknown>>;
/** Who owns, what is sold, and how much of both: what accounts and sales are made from. */
export type Plenty = {
  work: Work;
  today: string;
  accounts: number;
  salesOfEach: number;
  reps: readonly { id: string; teamId: string }[];
  products: readonly { id: string; line: string; price: number }[];
};

const firsts = ['Alder', 'Baltic', 'Cedar', 'Delta', 'Ember', 'Fjord', 'Granite', 'Harbour', 'Iris', 'Juniper'];
const trades = ['Instruments', 'Foods', 'Logistics', 'Optics', 'Pumps', 'Textiles', 'Turbines', 'Water'];
const forms = ['GmbH', 'Inc.', 'Ltd', 'S.p.A.', '有限公司'];
const segments = ['Chemistry', 'Energy', 'Food', 'Health', 'Machines', 'Paper', 'Transport', 'Water'];
const regions = ['North', 'East', 'South', 'West'];
const yearsOfSales = 3;

/** A number that looks drawn and is the same in every run; different kinds of it hang together in no way. */
function drawn(place: number, kind: number): number {
  let mixed = Math.imul(place ^ Math.imul(kind, 0x9e3779b1), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
const pick = <T>(list: readonly T[], place: number, kind: number): T => list[drawn(place, kind) % list.length] as T;

export function accountRow({ work, reps }: Plenty, place: number) {
  const id = work.newId();
  const name = `${pick(firsts, place, 1)} ${pick(trades, place, 2)} ${place} ${pick(forms, place, 3)}`;
  const domain = `customer-${place}.example`;
  return {
    ...blankAccount,
    org_id: work.actor.orgId,
    version: 1,
    created_at: work.at,
    updated_at: work.at,
    archived_at: null,
    ...accountColumns(
      {
        name,
        externalId: `C-${place}`,
        segment: pick(segments, place, 4),
        region: pick(regions, place, 5),
        website: `https://www.${domain}/`,
        phone: `+49 30 ${1_000_000 + place}`,
        email: `office@${domain}`,
        address: `${(place % 200) + 1} Long Street, 10115 Berlin`,
        employees: place % 11 === 0 ? null : (place * 31) % 5000,
        // One in fifty has no owner, one in five a backup.
        ownerId: place % 50 === 49 ? null : pick(reps, place, 6).id,
        backupId: place % 5 === 0 ? pick(reps, place, 7).id : null,
      },
      'DE',
    ),
    id,
  };
}

/** Accounts with their sales, credits and daily facts, as the house would have written them. */
export function bulkRows(plenty: Plenty) {
  const { work, today, reps, products, salesOfEach } = plenty;
  const accounts = Array.from({ length: plenty.accounts }, (_, place) => accountRow(plenty, place));
  const bearings: Bearings = {
    accounts: new Map(accounts.map(({ id, segment = null, region = null }) => [id, { segment, region }])),
    products: new Map(products.map(({ id, line }) => [id, { line }])),
    people: new Map(reps.map(({ id, teamId }) => [id, { team_id: teamId, office: null }])),
    home: plenty.work.actor.organisation.currency,
    rates: new Map(),
  };
  const derived = { line: true, segment: true, region: true };
  const sales = accounts.flatMap((account, place) =>
    Array.from({ length: salesOfEach }, (_, turn) => {
      const nth = place * salesOfEach + turn;
      const product = pick(products, nth, 8);
      const quantity = (nth % 6) + 1;
      return withBearings(
        saleRow(work, {
          id: work.newId(),
          day: toIso(toDay(today) - 1 - (drawn(nth, 9) % (yearsOfSales * 365))),
          revenueMinor: product.price * quantity,
          costMinor: Math.round(product.price * quantity * 0.7),
          quantity,
          currency: work.actor.organisation.currency,
          ownerId: account.owner_id ?? null,
          accountId: account.id,
          productId: product.id,
        }),
        bearings,
        derived,
      );
    }),
  );
  const { newId, at } = work;
  const credits = sales.flatMap((sale) => creditsOfSale(sale, { bearings, newId, at }));
  return {
    account: accounts,
    sale: sales,
    credit: credits,
    fact_day: factsOf(credits).map((fact) => ({ org_id: work.actor.orgId, ...fact })),
  };
}

/**
 * Writes rows straight into a SQLite file that nobody else has open: what nobody imports in a day, in seconds. Indexes are taken
 * away and made again, which is faster than keeping them in order.
 */
export function bulkInsert(file: string, tables: Readonly<Record<string, readonly Row[]>>): void {
  const database = new Database(file);
  // What is lost to a power cut here is a measurement, not a book.
  database.pragma('journal_mode = OFF');
  database.pragma('synchronous = OFF');
  database.pragma('cache_size = -262144');
  const indexes = database
    .prepare(`select name, sql from sqlite_master where type = 'index' and sql is not null`)
    .all() as { name: string; sql: string }[];
  database.transaction(() => {
    for (const { name } of indexes) database.exec(`drop index "${name}"`);
    for (const [table, rows] of Object.entries(tables)) {
      const columns = Object.keys(rows[0] ?? {});
      const names = columns.map((column) => `"${column}"`).join(', ');
      const marks = columns.map(() => '?').join(', ');
      const insert = database.prepare(`insert into "${table}" (${names}) values (${marks})`);
      for (const row of rows) insert.run(columns.map((column) => row[column]));
    }
    for (const { sql } of indexes) database.exec(sql);
  })();
  database.close();
}
