import { createRoute, z } from '@hono/zod-openapi';
import { ExplainedView } from '@milepost/contract/explain';
import { Id } from '@milepost/contract/scalars';
import {
  AccountLock,
  BackupsAsked,
  BackupsView,
  GiveBackups,
  GivenBackups,
  LockedAccounts,
  NewRegrouping,
  RegroupingsView,
  RegroupingView,
  TerritoryAsked,
  TerritoryPeople,
  TerritoryView,
  TerritoryWhyAsked,
} from '@milepost/contract/territory';
import { type Actor, reaches } from '../../auth/actor.ts';
import type { RegroupingTable } from '../../db/tables/hand-over.ts';
import type { Deps } from '../../deps.ts';
import { type App, body, json, onlyManagers, refusals, versionSeen } from '../../http/app.ts';
import { people } from '../people/store.ts';
import { lockAccount } from './lock-account.ts';
import { giveBackups, proposeBackups } from './propose-backups.ts';
import { explainTerritory, readTerritory } from './read-territory.ts';
import { regroup, undoRegrouping } from './regroup.ts';
import { regroupings, territories } from './store.ts';
import { regroupingViews } from './views.ts';

const tags = ['territory'];

/** Territories are for managers, each of their own people. */
export function territoryRoutes(app: App, deps: Deps): void {
  const { db, clock } = deps;
  const todayOf = (actor: Actor) => clock.today(actor.organisation.timeZone);
  const viewOf = async (actor: Actor, row: RegroupingTable) =>
    (await regroupingViews(db, actor, [row]))[0] as RegroupingView;
  app.use('/territory/*', onlyManagers);

  app.openapi(
    createRoute({
      method: 'get',
      path: '/territory/people',
      tags,
      summary: 'Who sells, in reach',
      responses: { 200: json(TerritoryPeople, 'By name'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      const sellers = await people.sellers(db, actor.orgId, todayOf(actor));
      const items = sellers.filter((row) => row.is_active === 1 && reaches(actor, row.id));
      return c.json({ items: items.map(({ id, name }) => ({ id, name })) }, 200);
    },
  );
  app.openapi(
    createRoute({
      method: 'post',
      path: '/territory/proposal',
      tags,
      summary: 'Territories drawn anew: what every number of moves buys. Writes nothing',
      request: { body: body(TerritoryAsked) },
      responses: { 200: json(TerritoryView, 'As they are, and drawn anew'), ...refusals },
    }),
    async (c) => c.json(await readTerritory(db, c.get('actor'), todayOf(c.get('actor')), c.req.valid('json')), 200),
  );
  app.openapi(
    createRoute({
      method: 'post',
      path: '/territory/why',
      tags,
      summary: 'How a figure of a proposal comes about. Writes nothing',
      request: { body: body(TerritoryWhyAsked) },
      responses: { 200: json(ExplainedView, 'The derivation'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      const at = { today: todayOf(actor), now: clock.now() };
      return c.json((await explainTerritory(db, actor, at, c.req.valid('json'))) as never, 200);
    },
  );
  app.openapi(
    createRoute({
      method: 'get',
      path: '/territory/regroupings',
      tags,
      summary: 'The latest regroupings',
      responses: { 200: json(RegroupingsView, 'Newest first'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      const { items } = await regroupings.list(db, actor, { sort: '-createdAt', limit: 20 });
      return c.json({ items: await regroupingViews(db, actor, items) }, 200);
    },
  );
  app.openapi(
    createRoute({
      method: 'post',
      path: '/territory/regroupings',
      tags,
      summary: 'Move accounts to new owners, all or none',
      request: { body: body(NewRegrouping) },
      responses: { 201: json(RegroupingView, 'Moved'), 200: json(RegroupingView, 'Was done already'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      const { row, isNew } = await regroup(deps, actor, c.req.valid('json'));
      return c.json(await viewOf(actor, row), isNew ? 201 : 200, { etag: `"${row.version}"` });
    },
  );
  app.openapi(
    createRoute({
      method: 'post',
      path: '/territory/regroupings/{id}/undo',
      tags,
      summary: 'Take a regrouping back while nobody has touched what it moved',
      request: { params: z.object({ id: Id }) },
      responses: { 200: json(RegroupingView, 'Undone'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      const row = await undoRegrouping(deps, actor, c.req.valid('param').id, versionSeen(c));
      return c.json(await viewOf(actor, row), 200, { etag: `"${row.version}"` });
    },
  );
  app.openapi(
    createRoute({
      method: 'get',
      path: '/territory/locks',
      tags,
      summary: 'Accounts that stay with whom they are',
      responses: { 200: json(LockedAccounts, 'By name'), ...refusals },
    }),
    async (c) => c.json({ items: await territories.locked(db, c.get('actor')) }, 200),
  );
  app.openapi(
    createRoute({
      method: 'put',
      path: '/territory/locks/{id}',
      tags,
      summary: 'Keep an account with whom it is, or let go of it',
      request: { params: z.object({ id: Id }), body: body(AccountLock) },
      responses: { 204: { description: 'Done' }, ...refusals },
    }),
    async (c) => {
      await lockAccount(deps, c.get('actor'), c.req.valid('param').id, c.req.valid('json').isLocked);
      return c.body(null, 204);
    },
  );
  app.openapi(
    createRoute({
      method: 'post',
      path: '/territory/backups/proposal',
      tags,
      summary: 'Who could stand in at which account. Writes nothing',
      request: { body: body(BackupsAsked) },
      responses: { 200: json(BackupsView, 'By account'), ...refusals },
    }),
    async (c) => c.json(await proposeBackups(db, c.get('actor'), todayOf(c.get('actor')), c.req.valid('json')), 200),
  );
  app.openapi(
    createRoute({
      method: 'post',
      path: '/territory/backups',
      tags,
      summary: 'Make people backups, account by account',
      request: { body: body(GiveBackups) },
      responses: { 200: json(GivenBackups, 'What became of them'), ...refusals },
    }),
    async (c) => c.json(await giveBackups(deps, c.get('actor'), c.req.valid('json')), 200),
  );
}
