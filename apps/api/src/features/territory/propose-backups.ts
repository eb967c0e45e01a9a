import type { BackupsAsked, BackupsView, GiveBackups, GivenBackups } from '@milepost/contract/territory';
import { backups } from '@milepost/core/territory/backups';
import type { Actor } from '../../auth/actor.ts';
import { permitBackup, permitOwner } from '../../auth/permit.ts';
import type { Db } from '../../db/open.ts';
import type { Deps } from '../../deps.ts';
import { Failure, fieldIssue } from '../../http/failure.ts';
import { accounts } from '../accounts/store.ts';
import { territories } from './store.ts';
import { capacityOf, peopleOfTerritory } from './territory-facts.ts';

/** Who could stand in at which account, so that no single absence weighs on one colleague alone. Groups are parents. */
export async function proposeBackups(db: Db, actor: Actor, today: string, asked: BackupsAsked): Promise<BackupsView> {
  const persons = await peopleOfTerritory(db, actor, asked.personIds);
  const ids = persons.map(({ id }) => id);
  const nameOf = new Map(persons.map(({ id, name }) => [id, name]));
  const isThere = new Map(persons.map((row) => [row.id, row.is_active === 1]));
  const all = await territories.accounts(db, actor, { personIds: ids, withUnowned: false, from: today, to: today });
  const rows = all.filter(
    ({ backup_id }) => !asked.onlyMissing || backup_id === null || isThere.get(backup_id) === false,
  );
  const found = backups(
    rows.map(({ id, owner_id, parent_id }) => ({
      id,
      load: 1,
      ownerId: owner_id as string,
      ...(parent_id === null ? {} : { group: parent_id }),
    })),
    persons.filter((row) => row.is_active === 1).map((row) => ({ id: row.id, spare: capacityOf(row) })),
  );
  const reasons = new Map(found.without.map(({ accountId, reason }) => [accountId, reason]));
  return {
    worst: found.backups.size === 0 ? null : found.worst,
    rows: rows.map(({ id, name, version, owner_id }) => {
      const backup = found.backups.get(id);
      return {
        account: { id, name },
        version,
        owner: { id: owner_id as string, name: nameOf.get(owner_id as string) ?? '' },
        backup: backup === undefined ? null : { id: backup, name: nameOf.get(backup) ?? '' },
        reason: reasons.get(id) ?? null,
      };
    }),
  };
}

/** Makes people backups, account by account: each says what became of it. */
export async function giveBackups(deps: Deps, actor: Actor, { rows }: GiveBackups): Promise<GivenBackups> {
  const refused: GivenBackups['refused'] = [];
  for (const { accountId, version, backupId } of rows)
    try {
      await deps.transact(actor, async (work) => {
        const before = await accounts.get(work.db, actor, accountId);
        await permitOwner(work.db, actor, before.owner_id);
        await permitBackup(work.db, actor, backupId);
        if (before.owner_id === backupId)
          throw new Failure(
            'invalid-input',
            fieldIssue('/backupId', 'same-as-owner', 'the owner stands in for nobody'),
          );
        const row = await accounts.update(work, accountId, version, { backup_id: backupId });
        await accounts.handOver(work, row);
        await accounts.lendBackup(work, before, row);
      });
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      refused.push({ accountId, failure: error.code });
    }
  return { done: rows.length - refused.length, refused };
}
