import { createRoute, z } from '@hono/zod-openapi';
import {
  NewRisk,
  NewRiskDrill,
  RiskDrillPatch,
  RiskDrillView,
  RiskPatch,
  RiskSettled,
  RiskValueView,
  RiskView,
} from '@milepost/contract/risks';
import { Id } from '@milepost/contract/scalars';
import type { Actor } from '../../auth/actor.ts';
import type { RiskTable } from '../../db/tables/risks.ts';
import type { Deps } from '../../deps.ts';
import { type App, body, json, onlyManagers, refusals, versionSeen } from '../../http/app.ts';
import { Failure } from '../../http/failure.ts';
import { serveRecords } from '../../http/serve-records.ts';
import { fireRisk, settleRisk, valueOfTrigger, watchRisk } from './respond.ts';
import { changeDrill, changeRisk, createDrill, createRisk } from './save-risk.ts';
import { riskDrills, risks } from './store.ts';
import { drillViews, riskViewsOn } from './views.ts';

const tags = ['risk'];
const params = z.object({ id: Id });
const headers = z.object({ 'if-match': z.string().optional() });

export function riskRoutes(app: App, deps: Deps): void {
  const { db, clock } = deps;
  const views = riskViewsOn(({ organisation }) => clock.today(organisation.timeZone));
  app.on(['POST', 'PATCH'], ['/risks', '/risks/:id'], onlyManagers);
  serveRecords<'risk', RiskView, NewRisk, RiskPatch>(app, deps, {
    path: '/risks',
    noun: 'risk',
    schemas: { view: RiskView, create: NewRisk, patch: RiskPatch },
    store: risks,
    views,
    create: createRisk,
    change: changeRisk,
  });
  serveRecords<'risk_drill', RiskDrillView, NewRiskDrill, RiskDrillPatch>(app, deps, {
    path: '/risk-drills',
    noun: 'risk drill',
    schemas: { view: RiskDrillView, create: NewRiskDrill, patch: RiskDrillPatch },
    store: riskDrills,
    views: drillViews,
    create: createDrill,
    change: changeDrill,
  });
  const answered = async (actor: Actor, id: string, deed: () => Promise<RiskTable>): Promise<RiskView> => {
    const viewOf = async (row: RiskTable) => (await views(db, actor, [row]))[0] as RiskView;
    try {
      return await viewOf(await deed());
    } catch (error) {
      if (!(error instanceof Failure && error.code === 'version-clash')) throw error;
      throw new Failure('version-clash', { current: await viewOf(await risks.get(db, actor, id)) });
    }
  };
  app.openapi(
    createRoute({
      method: 'get',
      path: '/risks/{id}/value',
      tags,
      summary: 'What the measure of a trigger is today',
      request: { params },
      responses: { 200: json(RiskValueView, 'The value'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      return c.json(await valueOfTrigger(deps, actor, await risks.get(db, actor, c.req.valid('param').id)), 200);
    },
  );
  for (const [deed, summary, act] of [
    ['fire', 'Begin the response', fireRisk],
    ['watch', 'Watch for it again', watchRisk],
  ] as const)
    app.openapi(
      createRoute({
        method: 'post',
        path: `/risks/{id}/${deed}`,
        tags,
        summary,
        request: { params, headers },
        responses: { 200: json(RiskView, 'The risk'), ...refusals },
      }),
      async (c) => {
        const [actor, { id }, seen] = [c.get('actor'), c.req.valid('param'), versionSeen(c)];
        return c.json(await answered(actor, id, () => act(deps, actor, id, seen)), 200);
      },
    );
  app.openapi(
    createRoute({
      method: 'post',
      path: '/risks/{id}/settle',
      tags,
      summary: 'End the response with what was learnt',
      request: { params, headers, body: body(RiskSettled) },
      responses: { 200: json(RiskView, 'The risk'), ...refusals },
    }),
    async (c) => {
      const [actor, { id }, seen, input] = [c.get('actor'), c.req.valid('param'), versionSeen(c), c.req.valid('json')];
      return c.json(await answered(actor, id, () => settleRisk(deps, actor, id, seen, input)), 200);
    },
  );
}
