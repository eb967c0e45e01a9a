import { AccountPatch, AccountView, NewAccount } from '@milepost/contract/accounts';
import type { Deps } from '../../deps.ts';
import type { App } from '../../http/app.ts';
import { serveRecords } from '../../http/serve-records.ts';
import { changeAccount, createAccount } from './save-account.ts';
import { accounts } from './store.ts';
import { accountViews } from './views.ts';

export function accountRoutes(app: App, deps: Deps): void {
  serveRecords<'account', AccountView, NewAccount, AccountPatch>(app, deps, {
    path: '/accounts',
    noun: 'account',
    schemas: { view: AccountView, create: NewAccount, patch: AccountPatch },
    store: accounts,
    views: accountViews,
    create: createAccount,
    change: changeAccount,
  });
}
