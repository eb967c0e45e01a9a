import type { Actor } from '../../auth/actor.ts';
import { operatorOf } from '../../auth/session.ts';
import { fromJson, toJson } from '../../db/columns.ts';
import type { HandOverTable } from '../../db/tables/hand-over.ts';
import type { Work } from '../../db/work.ts';
import type { Deps } from '../../deps.ts';
import type { Job } from '../../jobs/job.ts';
import { type Absence, dutiesOf } from '../leave/on-duty-store.ts';
import { organisations } from '../organisation/store.ts';
import { people } from '../people/store.ts';
import { handOvers } from './store.ts';

type Account = Awaited<ReturnType<typeof handOvers.accountsOf>>[number];
type Standing = { personId: string; coverId: string; absence: Absence; accounts: Account[] };

/** Who stands in for whom today: by the accounts and open deals of those who are away. */
async function standingToday(work: Work, today: string): Promise<Standing[]> {
  const { db, actor } = work;
  const duties = await dutiesOf(db, actor.orgId, { today });
  const away = duties.awayOn(today);
  const standing = new Map<string, Standing>();
  const add = (row: Pick<Account, 'owner_id' | 'backup_id'>, account: Account | null) => {
    const duty = duties.workerOf(row, today);
    const absence = row.owner_id === null ? null : duties.absenceOf(row.owner_id, today);
    if (row.owner_id === null || duty.personId === null || duty.as === 'owner' || absence === null) return;
    const key = `${row.owner_id} ${duty.personId}`;
    const one = standing.get(key) ?? { personId: row.owner_id, coverId: duty.personId, absence, accounts: [] };
    if (account) one.accounts.push(account);
    standing.set(key, one);
  };
  for (const row of await handOvers.accountsOf(db, actor.orgId, away)) add(row, row);
  for (const row of await handOvers.dealsOf(db, actor.orgId, away)) add(row, null);
  return [...standing.values()];
}

/** Says on the time line of each account who works on it from now on: both names, and the days. */
async function tellAccounts(
  work: Work,
  accounts: readonly Account[],
  { action, from, to, days }: { action: 'handed-over' | 'handed-back'; from: string; to: string; days: Absence },
): Promise<void> {
  const [was, is] = [await people.get(work.db, work.actor, from), await people.get(work.db, work.actor, to)];
  for (const { id, owner_id, backup_id } of accounts)
    work.changed({
      subject: 'account',
      recordId: id,
      action,
      accountId: id,
      ownerId: owner_id,
      backupId: backup_id,
      before: { worker: was.name },
      after: { worker: is.name, absent_from: days.from, absent_to: days.to },
    });
}

async function handOut(work: Work, one: Standing, today: string): Promise<void> {
  const { personId, coverId, absence, accounts } = one;
  await handOvers.create(work, {
    id: work.newId(),
    person_id: personId,
    cover_id: coverId,
    from_day: absence.from,
    to_day: absence.to,
    status: 'out',
    out_on: today,
    back_on: null,
    accounts: toJson(accounts.map(({ id }) => id)),
    done: null,
    note: null,
  });
  await tellAccounts(work, accounts, { action: 'handed-over', from: personId, to: coverId, days: absence });
}

async function handBack(work: Work, row: HandOverTable, today: string): Promise<void> {
  const { person_id: personId, cover_id: coverId, created_at: since } = row;
  const done = await handOvers.doneBy(work, { coverId, personId, since });
  await handOvers.update(
    work,
    row.id,
    row.version,
    { status: 'back', back_on: today, done: toJson(done) },
    { action: 'handed-back' },
  );
  const handed = new Set(fromJson<string[]>(row.accounts));
  const accounts = (await handOvers.accountsOf(work.db, work.actor.orgId, [personId])).filter(({ id }) =>
    handed.has(id),
  );
  const days = { from: row.from_day, to: row.to_day };
  await tellAccounts(work, accounts, { action: 'handed-back', from: coverId, to: personId, days });
}

/**
 * Writes down both edges of every absence: what is handed over when somebody is away, and back with what was done when they are there
 * again. Who does the work is decided without it, whenever it is asked; this is the trail.
 */
export async function keepHandOvers(deps: Deps, actor: Actor): Promise<{ out: number; back: number }> {
  const today = deps.clock.today(actor.organisation.timeZone);
  return deps.transact(actor, async (work) => {
    await work.dialect.lock(`hand-over ${actor.orgId}`)?.execute(work.db);
    const [standing, out] = [await standingToday(work, today), await handOvers.out(work.db, actor.orgId)];
    const keyOf = (personId: string, coverId: string) => `${personId} ${coverId}`;
    const rows = new Map(out.map((row) => [keyOf(row.person_id, row.cover_id), row]));
    const counts = { out: 0, back: 0 };
    for (const one of standing) {
      const key = keyOf(one.personId, one.coverId);
      const row = rows.get(key);
      rows.delete(key);
      if (!row) {
        await handOut(work, one, today);
        counts.out += 1;
      } else if (row.to_day !== one.absence.to)
        await handOvers.update(work, row.id, row.version, { to_day: one.absence.to });
    }
    for (const row of rows.values()) {
      await handBack(work, row, today);
      counts.back += 1;
    }
    return counts;
  });
}

/** Hands work over and back with the days of those who are away. */
export const handOverJob: Job = {
  name: 'hand-over',
  every: '7 * * * *',
  run: async (deps, orgId) => keepHandOvers(deps, operatorOf(await organisations.get(deps.db, orgId))),
};
