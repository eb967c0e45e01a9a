import type { IdleAccountsQuery, IdleAccountsView } from '@milepost/contract/today';
import type { Actor } from '../../auth/actor.ts';
import { nameOf, namesOf } from '../../db/names-store.ts';
import type { Deps } from '../../deps.ts';
import { whoseDay } from './gather-day.ts';
import { idleAccounts } from './idle-accounts-store.ts';

/** Accounts of somebody for which nothing is planned, or which are parked. */
export async function readIdleAccounts(deps: Deps, actor: Actor, query: IdleAccountsQuery): Promise<IdleAccountsView> {
  const whose = await whoseDay(deps, actor, query);
  const asked = { isParked: query.parked === '1', limit: query.limit };
  const { total, rows } = await idleAccounts.list(deps.db, actor, whose, asked);
  const names = await namesOf(deps.db, actor, { person: rows.map((row) => row.owner_id) });
  return {
    total,
    items: rows.map((row) => ({
      account: { id: row.id, name: row.name },
      version: row.version,
      owner: nameOf(names.person, row.owner_id),
      lastActivityOn: row.last_on,
      parked: row.until_on === null ? null : { reason: row.reason ?? '', untilOn: row.until_on },
    })),
  };
}
