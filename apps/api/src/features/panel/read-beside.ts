import type { BesideQuery, BesideView } from '@milepost/contract/panel';
import type { Actor } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import { accounts } from '../accounts/store.ts';
import { contacts } from '../contacts/store.ts';
import { leads } from '../leads/store.ts';
import { panelFactsInUse } from './all-facts.ts';
import { accountOfSite } from './site-account-store.ts';

async function accountIdOf(db: Db, actor: Actor, { kind, id, site }: BesideQuery): Promise<string | null | undefined> {
  const said =
    kind === undefined || id === undefined
      ? null
      : kind === 'account'
        ? id
        : (await (kind === 'contact' ? contacts : leads).find(db, actor, id))?.account_id;
  return said ?? (site === undefined ? null : accountOfSite(db, actor, site));
}

/** The customer beside a page and what the rooms say of it. Out of sight is as if it were not there. */
export async function readBeside(db: Db, actor: Actor, today: string, query: BesideQuery): Promise<BesideView> {
  const id = await accountIdOf(db, actor, query);
  const account = id ? await accounts.find(db, actor, id) : undefined;
  if (!account || account.archived_at !== null) return { account: null, facts: [] };
  const facts = await Promise.all(panelFactsInUse.map((fact) => fact({ db, actor, account, today })));
  return { account: { id: account.id, name: account.name, status: account.status }, facts: facts.flat() };
}
