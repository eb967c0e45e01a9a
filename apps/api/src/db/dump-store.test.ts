import { afterEach, expect, it } from 'vitest';
import { uuidv7 } from '../ids.ts';
import { closeTestHouses, openTestHouse } from '../testing-house.ts';
import { dumpRows, leftOut, loadRows, tables } from './dump-store.ts';
import type { Db } from './open.ts';
import { describeEachDialect } from './testing.ts';

const dumped = async (db: Db): Promise<string[]> => {
  const lines: string[] = [];
  await dumpRows(db, async (table, row) => void lines.push(JSON.stringify([table, row])));
  return lines.sort();
};

describeEachDialect('the dump of a database (A8)', (open, kind) => {
  afterEach(closeTestHouses);

  it('holds every table, or leaves it out by name', async () => {
    const { db } = await open();
    const there = (await db.introspection.getTables())
      .map(({ name }) => name)
      .filter((name) => !/^(kysely_|search_text|auth_(?!user$|account$|session$))/.test(name));
    expect([...tables, ...leftOut].sort()).toEqual(there.sort());
  });

  it('comes back as it was, exchange rates and all', async () => {
    const { deps, vera } = await openTestHouse(open);
    const rate = { id: uuidv7(), currency: 'EUR', day: '2026-03-02', rate: '1.0812345678', kind: 'day' };
    expect((await vera.call('POST', '/api/v1/rates', rate)).status).toBe(201);
    const before = await dumped(deps.db);
    const other = await open();
    await loadRows(
      other.db,
      kind,
      (async function* () {
        // In the order of the dump, which `dumped` sorts away.
        const rows: { table: string; row: Record<string, unknown> }[] = [];
        await dumpRows(deps.db, async (table, row) => void rows.push({ table, row }));
        yield* rows;
      })(),
    );
    expect(before.some((line) => line.includes('1.0812345678'))).toBe(true);
    expect(await dumped(other.db)).toEqual(before);
  });
});
