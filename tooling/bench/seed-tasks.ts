import { uuidv7 } from '@milepost/api/ids';
import { toDay, toIso } from '@milepost/core/calendar/civil-day';
import Database from 'better-sqlite3';
import { bulkInsert } from './bulk-rows.ts';

const kinds = ['visit', 'call', 'email', 'meeting', 'note'];
const today = '2026-09-16';

/**
 * Makes one rep the owner of all accounts and gives them tasks about these, straight into the file: most wait for today or longer, some
 * have a deadline, some are strategic, one in four says what it takes. Each account is promised visits by its tier.
 */
export function seedTasks(file: string, repId: string, count: number): void {
  const database = new Database(file);
  database.prepare('update account set owner_id = ?').run(repId);
  // Every account has a promise: one in ten is an A, three are B.
  const tiers = database.prepare(
    "update account set tier = ?, tier_since = '2026-01-01', tier_score_minor = ? where id = ?",
  );
  const ids = database.prepare('select id from account order by id').all() as { id: string }[];
  database.transaction(() => {
    for (const [at, { id }] of ids.entries()) tiers.run('ABBBCCCCCC'[at % 10], ((at * 7919) % 1000) * 10_000, id);
  })();
  const accounts = database.prepare('select org_id, id, backup_id from account order by id').all() as {
    org_id: string;
    id: string;
    backup_id: string | null;
  }[];
  database.close();
  const rows = Array.from({ length: count }, (_, at) => {
    const account = accounts[(at * 7919) % accounts.length] as (typeof accounts)[number];
    const onDay = toIso(toDay(today) - ((at * 31) % 120));
    return {
      org_id: account.org_id,
      id: uuidv7(),
      version: 1,
      created_at: `${today}T08:00:00.000Z`,
      updated_at: `${today}T08:00:00.000Z`,
      owner_id: repId,
      backup_id: account.backup_id,
      kind: kinds[at % kinds.length],
      person_id: repId,
      account_id: account.id,
      on_day: onDay,
      is_done: 0,
      subject: `Task ${at}`,
      lane: at % 10 === 0 ? 'urgent' : at % 10 === 1 ? 'strategic' : null,
      deadline_on: at % 10 === 0 ? toIso(toDay(today) + (at % 15)) : null,
      minutes: at % 4 === 0 ? 15 + (at % 7) * 15 : null,
    };
  });
  bulkInsert(file, { activity: rows });
}
