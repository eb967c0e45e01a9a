import { createRoute, z } from '@hono/zod-openapi';
import { ExplainedView } from '@milepost/contract/explain';
import { Id } from '@milepost/contract/scalars';
import {
  IdleAccountsQuery,
  IdleAccountsView,
  ParkAccount,
  ParkAccountView,
  TodayAboveQuery,
  TodayAboveView,
  TodayDeedBody,
  TodayDeedView,
  TodayItemParams,
  TodayQuery,
  TodayView,
  TodayWhyQuery,
} from '@milepost/contract/today';
import type { Deps } from '../../deps.ts';
import { type App, body, json, refusals, versionSeen } from '../../http/app.ts';
import { doItem } from './do-item.ts';
import { compareToday, explainToday } from './explain-today.ts';
import { parkAccount } from './park-account.ts';
import { readIdleAccounts } from './read-idle-accounts.ts';
import { readToday } from './read-today.ts';

const tags = ['today'];

export function todayRoutes(app: App, deps: Deps): void {
  app.openapi(
    createRoute({
      method: 'get',
      path: '/today',
      tags,
      summary: 'What to do now, in its order',
      request: { query: TodayQuery },
      responses: { 200: json(TodayView, 'The day'), ...refusals },
    }),
    async (c) => c.json(await readToday(deps, c.get('actor'), c.req.valid('query')), 200),
  );
  app.openapi(
    createRoute({
      method: 'get',
      path: '/today/why',
      tags,
      summary: 'How a figure of the day comes about',
      request: { query: TodayWhyQuery },
      responses: { 200: json(ExplainedView, 'The derivation'), ...refusals },
    }),
    async (c) => c.json(await explainToday(deps, c.get('actor'), c.req.valid('query')), 200) as never,
  );
  app.openapi(
    createRoute({
      method: 'get',
      path: '/today/above',
      tags,
      summary: 'Why one item stands above another',
      request: { query: TodayAboveQuery },
      responses: { 200: json(TodayAboveView, 'What decided'), ...refusals },
    }),
    async (c) => c.json(await compareToday(deps, c.get('actor'), c.req.valid('query')), 200),
  );
  app.openapi(
    createRoute({
      method: 'get',
      path: '/today/accounts',
      tags,
      summary: 'Accounts without a next step, and those that are parked',
      request: { query: IdleAccountsQuery },
      responses: { 200: json(IdleAccountsView, 'The accounts'), ...refusals },
    }),
    async (c) => c.json(await readIdleAccounts(deps, c.get('actor'), c.req.valid('query')), 200),
  );
  app.openapi(
    createRoute({
      method: 'post',
      path: '/today/items/{source}/{id}/{deed}',
      tags,
      summary: 'Do something with an item of the day',
      request: { params: TodayItemParams, body: body(TodayDeedBody) },
      responses: { 200: json(TodayDeedView, 'What became of it'), ...refusals },
    }),
    async (c) => {
      const asked = { ...c.req.valid('param'), seen: versionSeen(c) };
      return c.json(await doItem(deps, c.get('actor'), asked, c.req.valid('json')), 200);
    },
  );
  app.openapi(
    createRoute({
      method: 'post',
      path: '/accounts/{id}/park',
      tags,
      summary: 'Park an account, or take it back',
      request: { params: z.object({ id: Id }), body: body(ParkAccount) },
      responses: { 200: json(ParkAccountView, 'The new version of the account'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      const row = await parkAccount(deps, actor, c.req.valid('param').id, versionSeen(c), c.req.valid('json'));
      return c.json({ version: row.version }, 200);
    },
  );
}
