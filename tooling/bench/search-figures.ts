import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { operatorOf } from '@milepost/api/auth/session';
import type { SentStatement } from '@milepost/api/db/open';
import { indexEverything } from '@milepost/api/db/search-index';
import { startThrowawayPostgres } from '@milepost/api/db/throwaway-postgres';
import { organisations } from '@milepost/api/features/organisation/store';
import { searchRecords } from '@milepost/api/features/search/store';
import { plainSettings, setUp } from '@milepost/api/features/set-up/set-up';
import { uuidv7 } from '@milepost/api/ids';
import { openHouse } from '@milepost/api/open-house';
import { pino } from 'pino';
import { accountRow } from './bulk-rows.ts';
import type { Figure } from './figure.ts';
import { takeTurns } from './take-turns.ts';

type House = Awaited<ReturnType<typeof openHouse>>;
type Database = House['deps']['db'];

const accounts = 100_000;
const issues = 5_000;
const departments = 20;
const rowsAtOnce = 500;
const asks = 24;

/** What is typed: the beginning of names, words in their middle, two Chinese characters, one slip, two, nothing that is there. */
const typed = ['Gran', 'turbines granite', '公司', 'C-77123', 'granitf 5511', 'turbinse harboru', 'quodlibet'] as const;

/** Says statements to the database again, as they were sent, and drops what they answer. */
async function sayAgain(db: Database, sent: readonly SentStatement[]): Promise<void> {
  for (const { sql, parameters } of sent)
    await db.executeQuery({ sql, parameters, query: { kind: 'RawNode' }, queryId: { queryId: sql } } as never);
}

/** An issue about what accounts are called, before one of some departments. */
const issueRow = (
  { actor, at, newId }: Parameters<typeof accountRow>[0]['work'],
  place: number,
  { raisedById, departmentId }: { raisedById: string; departmentId: string },
) => ({
  ...{ org_id: actor.orgId, id: newId(), version: 1, created_at: at, updated_at: at, archived_at: null },
  ...{ name: `Granite turbines ${place} are late`, name_key: `granite turbines ${place} are late`, details: null },
  ...{ kind: 'delivery', severity: 'important', state: 'open', raised_by_id: raisedById, department_id: departmentId },
  ...{ runs_from: at, due_at: at, level: 0 },
});

/** An organisation with its accounts, each of one of a hundred reps, and issues of departments, as the search keeps them. */
async function seed({ deps }: House) {
  const admin = { id: uuidv7(), name: 'Vera', email: 'vera@acme.example', password: null };
  await setUp(deps, { organisation: plainSettings('Acme', 'EUR'), admin }, { onlyFirst: true });
  const [organisation] = await organisations.all(deps.db);
  if (!organisation) throw new Error('The set-up left no organisation.');
  const operator = operatorOf(organisation.view);
  const reps = Array.from({ length: 100 }, () => ({ id: uuidv7(), teamId: '' }));
  const departmentIds = Array.from({ length: departments }, () => uuidv7());
  await deps.transact(operator, async (work) => {
    const plenty = { work, today: '2026-09-16', accounts, salesOfEach: 0, reps, products: [] };
    for (let from = 0; from < accounts; from += rowsAtOnce) {
      const rows = Array.from({ length: rowsAtOnce }, (_, place) => accountRow(plenty, from + place));
      await work.db
        .insertInto('account')
        .values(rows as never)
        .execute();
    }
    for (let from = 0; from < issues; from += rowsAtOnce) {
      const rows = Array.from({ length: rowsAtOnce }, (_, place) =>
        issueRow(work, from + place, {
          raisedById: reps[(from + place) % reps.length]?.id ?? '',
          departmentId: departmentIds[(from + place) % departments] ?? '',
        }),
      );
      await work.db
        .insertInto('issue')
        .values(rows as never)
        .execute();
    }
  });
  await indexEverything(deps.db);
  const rep = { ...operator, personId: reps[0]?.id ?? '', role: 'rep' as const, reach: [reps[0]?.id ?? ''] };
  const member = { ...rep, personId: uuidv7(), departmentId: departmentIds[0] ?? '', isConfined: true };
  return {
    'who sees everything': operator,
    'one rep of a hundred': rep,
    'a member of one department of twenty': { ...member, reach: [member.personId] },
  };
}

/**
 * What one search over 100,000 accounts and 5,000 issues costs on both databases, for who sees everything, one rep, and a member of a department. The floor is what the
 * same statements cost without the house.
 */
export async function measureSearch(folder: string, report: (figure: Figure) => void): Promise<void> {
  const postgres = await startThrowawayPostgres();
  const file = join(folder, 'search.db');
  for (const [database, databaseUrl] of [
    ['SQLite', `sqlite:${file}`],
    ['PostgreSQL', postgres.url],
  ] as const) {
    let heard: SentStatement[] = [];
    const house = await openHouse({
      databaseUrl,
      secret: 'a secret of the benchmarks, long enough for them',
      baseUrl: 'http://localhost',
      log: pino({ level: 'silent' }),
      filesFolder: join(folder, 'files'),
      onStatement: (statement) => heard.push(statement),
    });
    for (const [who, actor] of Object.entries(await seed(house)))
      for (const q of typed) {
        heard = [];
        const found = await searchRecords(house.deps, actor, { q, limit: 30 });
        const sent = [...heard];
        heard = [];
        const times = await takeTurns(
          {
            real: async () => void (await searchRecords(house.deps, actor, { q, limit: 30 })),
            bare: () => sayAgain(house.deps.db, sent),
          },
          asks,
        );
        const name = `search "${q}" on ${database}, ${accounts.toLocaleString('en')} accounts, ${who}, ${found.length} found`;
        for (const part of ['median', 'p95'] as const)
          report({ name: `${name}: ${part}`, value: times.real[part], unit: 'ms', floor: times.bare[part] });
      }
    await house.close();
  }
  await postgres.stop();
  rmSync(file, { force: true });
}
