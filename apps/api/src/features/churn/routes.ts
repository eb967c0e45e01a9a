import { createRoute, z } from '@hono/zod-openapi';
import {
  ChurnAlertView,
  ChurnHealthView,
  ChurnRecordQuery,
  ChurnRecordView,
  ChurnRecordWhyQuery,
  ChurnSettingsPatch,
  ChurnSettingsView,
} from '@milepost/contract/churn';
import { ExplainedView } from '@milepost/contract/explain';
import { ListQuery, pageOf } from '@milepost/contract/page';
import { Id } from '@milepost/contract/scalars';
import { WinBackChoices } from '@milepost/contract/win-back';
import type { Actor } from '../../auth/actor.ts';
import type { Deps } from '../../deps.ts';
import { type App, body, json, onlyAdmins, refusals, versionSeen } from '../../http/app.ts';
import { Failure } from '../../http/failure.ts';
import { winBackChoices } from './choices.ts';
import { explainHealth } from './explain-health.ts';
import { modelView, readHealth } from './read-health.ts';
import { explainRecord, readRecord } from './read-record.ts';
import { churnSettings } from './settings-store.ts';
import { alerts, churnModels } from './store.ts';
import { alertViews } from './views.ts';
import { winBackRoutes } from './win-back-routes.ts';

const tags = ['churn'];
const params = z.object({ id: Id });

export function churnRoutes(app: App, deps: Deps): void {
  const { db } = deps;
  app.openapi(
    createRoute({
      method: 'get',
      path: '/churn-alerts',
      tags,
      summary: 'Warnings in sight',
      request: { query: ListQuery },
      responses: { 200: json(pageOf(ChurnAlertView), 'A page'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      const page = await alerts.list(db, actor, c.req.valid('query'));
      return c.json({ ...page, items: await alertViews(db, actor, page.items) }, 200);
    },
  );
  app.openapi(
    createRoute({
      method: 'get',
      path: '/churn-alerts/{id}',
      tags,
      summary: 'Read a warning',
      request: { params },
      responses: { 200: json(ChurnAlertView, 'The warning'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      const row = await alerts.get(db, actor, c.req.valid('param').id);
      return c.json((await alertViews(db, actor, [row]))[0] as ChurnAlertView, 200, { etag: `"${row.version}"` });
    },
  );
  app.openapi(
    createRoute({
      method: 'get',
      path: '/churn-alerts/{id}/choices',
      tags,
      summary: 'What could be done about a warning, by what it is expected to bring',
      request: { params },
      responses: { 200: json(WinBackChoices, 'The choices'), ...refusals },
    }),
    async (c) => c.json(await winBackChoices(deps, c.get('actor'), c.req.valid('param').id), 200),
  );
  app.openapi(
    createRoute({
      method: 'get',
      path: '/accounts/{id}/health',
      tags,
      summary: 'How a customer is, with causes',
      request: { params },
      responses: { 200: json(ChurnHealthView, 'The health'), ...refusals },
    }),
    async (c) => c.json(await readHealth(deps, c.get('actor'), c.req.valid('param').id), 200),
  );
  app.openapi(
    createRoute({
      method: 'get',
      path: '/accounts/{id}/health/why',
      tags,
      summary: 'How the health of a customer comes about',
      request: { params },
      responses: { 200: json(ExplainedView, 'The derivation'), ...refusals },
    }),
    async (c) => c.json((await explainHealth(deps, c.get('actor'), c.req.valid('param').id)) as never, 200),
  );
  app.openapi(
    createRoute({
      method: 'get',
      path: '/churn/record',
      tags,
      summary: 'A month of the warning, and how good it was',
      request: { query: ChurnRecordQuery },
      responses: { 200: json(ChurnRecordView, 'The record'), ...refusals },
    }),
    async (c) => c.json(await readRecord(deps, c.get('actor'), c.req.valid('query')), 200),
  );
  app.openapi(
    createRoute({
      method: 'get',
      path: '/churn/record/why',
      tags,
      summary: 'How a share of the record comes about',
      request: { query: ChurnRecordWhyQuery },
      responses: { 200: json(ExplainedView, 'The derivation'), ...refusals },
    }),
    async (c) => c.json((await explainRecord(deps, c.get('actor'), c.req.valid('query'))) as never, 200),
  );
  const settingsView = async (actor: Actor): Promise<ChurnSettingsView> => ({
    ...(await churnSettings.inForce(db, actor)),
    model: modelView(await churnModels.latest(db, actor.orgId)),
  });
  app.openapi(
    createRoute({
      method: 'get',
      path: '/churn/settings',
      tags,
      summary: 'Thresholds of the warning as they are in force',
      responses: { 200: json(ChurnSettingsView, 'The settings'), ...refusals },
    }),
    async (c) => c.json(await settingsView(c.get('actor')), 200),
  );
  app.on('PATCH', '/churn/settings', onlyAdmins);
  app.openapi(
    createRoute({
      method: 'patch',
      path: '/churn/settings',
      tags,
      summary: 'Change the thresholds of the warning',
      request: { body: body(ChurnSettingsPatch) },
      responses: { 200: json(ChurnSettingsView, 'Changed'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      const [seen, patch] = [versionSeen(c), c.req.valid('json')];
      try {
        await deps.transact(actor, (work) => churnSettings.change(work, seen, patch));
      } catch (error) {
        if (!(error instanceof Failure) || error.code !== 'version-clash') throw error;
        throw new Failure('version-clash', { current: await settingsView(actor) });
      }
      return c.json(await settingsView(actor), 200);
    },
  );
  winBackRoutes(app, deps);
}
