import { createRoute, z } from '@hono/zod-openapi';
import { AccountPatch, AccountView, NewAccount, StatusEntryView } from '@milepost/contract/accounts';
import { Id } from '@milepost/contract/scalars';
import type { Deps } from '../../deps.ts';
import { type App, json, refusals } from '../../http/app.ts';
import { serveRecords } from '../../http/serve-records.ts';
import { changeAccount, createAccount } from './save-account.ts';
import { statuses } from './status-store.ts';
import { accounts } from './store.ts';
import { accountViews, statusEntryViews } from './views.ts';

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
  app.openapi(
    createRoute({
      method: 'get',
      path: '/accounts/{id}/statuses',
      tags: ['account'],
      summary: 'Where an account stood, the newest first',
      request: { params: z.object({ id: Id }) },
      responses: { 200: json(z.object({ items: z.array(StatusEntryView) }), 'Its history'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      const { id } = await accounts.get(deps.db, actor, c.req.valid('param').id);
      const rows = await statuses.of(deps.db, actor.orgId, id);
      return c.json({ items: await statusEntryViews(deps.db, actor, rows) }, 200);
    },
  );
}
