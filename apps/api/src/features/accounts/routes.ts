import { AccountPatch, AccountView, NewAccount } from '@milepost/contract/accounts';
import type { Actor } from '../../auth/actor.ts';
import type { AccountTable } from '../../db/tables/records.ts';
import type { Deps } from '../../deps.ts';
import type { App } from '../../http/app.ts';
import { mountRecordRoutes } from '../../http/record-routes.ts';
import { changeAccount, createAccount } from './save-account.ts';
import { accounts } from './store.ts';
import { accountViews } from './views.ts';

export function accountRoutes(app: App, deps: Deps): void {
  const { db } = deps;
  const view = async (actor: Actor, row: AccountTable) => (await accountViews(db, actor, [row]))[0] as AccountView;
  mountRecordRoutes<AccountView, NewAccount, AccountPatch>(app, {
    path: '/accounts',
    noun: 'account',
    view: AccountView,
    create: NewAccount,
    patch: AccountPatch,
    async list(actor, query) {
      const page = await accounts.list(db, actor, query);
      return { ...page, items: await accountViews(db, actor, page.items) };
    },
    read: async (actor, id) => view(actor, await accounts.get(db, actor, id)),
    async add(actor, input) {
      const { row, isNew } = await createAccount(deps, actor, input);
      return { view: await view(actor, row), isNew };
    },
    change: async (actor, id, seen, patch) => view(actor, await changeAccount(deps, actor, id, seen, patch)),
    archive: async (actor, id, seen) =>
      view(actor, await deps.transact(actor, (work) => accounts.archive(work, id, seen))),
    restore: async (actor, id, seen) =>
      view(actor, await deps.transact(actor, (work) => accounts.restore(work, id, seen))),
    stateOf: (actor, row) => view(actor, row as AccountTable),
  });
}
