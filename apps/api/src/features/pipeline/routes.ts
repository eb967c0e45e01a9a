import { createRoute, z } from '@hono/zod-openapi';
import {
  BoardQuery,
  BoardView,
  NewOpportunity,
  NewStage,
  OpportunityPatch,
  OpportunityView,
  StageDeletion,
  StageOrder,
  StagePatch,
  StageView,
} from '@milepost/contract/pipeline';
import { Id } from '@milepost/contract/scalars';
import type { Deps } from '../../deps.ts';
import { type App, json, onlyAdmins, refusals, versionSeen } from '../../http/app.ts';
import { serveRecords } from '../../http/serve-records.ts';
import { boardOf } from './board.ts';
import { pilesOf } from './board-store.ts';
import { changeOpportunity, createOpportunity } from './save-opportunity.ts';
import { changeStage, createStage, deleteStage, orderStages } from './save-stage.ts';
import { stageOrder } from './stage-store.ts';
import { opportunities, stages } from './store.ts';
import { opportunityViews, stageView, stageViews } from './views.ts';

const StageList = z.object({ items: z.array(StageView) });

export function stageRoutes(app: App, deps: Deps): void {
  app.on(['POST', 'PATCH', 'PUT', 'DELETE'], ['/stages', '/stages/*'], onlyAdmins);
  app.openapi(
    createRoute({
      method: 'put',
      path: '/stages/order',
      tags: ['stage'],
      summary: 'Put all stages in a new order',
      request: { body: { required: true, content: { 'application/json': { schema: StageOrder } } } },
      responses: { 200: json(StageList, 'In the new order'), ...refusals },
    }),
    async (c) => {
      const rows = await orderStages(deps, c.get('actor'), c.req.valid('json'));
      return c.json({ items: rows.map(stageView) }, 200);
    },
  );
  serveRecords<'stage', StageView, NewStage, StagePatch>(app, deps, {
    path: '/stages',
    noun: 'stage',
    schemas: { view: StageView, create: NewStage, patch: StagePatch },
    store: stages,
    views: stageViews,
    create: createStage,
    change: changeStage,
    archive: deleteStage,
  });
  app.openapi(
    createRoute({
      method: 'delete',
      path: '/stages/{id}',
      tags: ['stage'],
      summary: 'Delete a stage, moving its deals where asked to',
      request: { params: z.object({ id: Id }), query: StageDeletion },
      responses: { 200: json(StageView, 'Deleted'), ...refusals },
    }),
    async (c) => {
      const { id } = c.req.valid('param');
      return c.json(stageView(await deleteStage(deps, c.get('actor'), id, versionSeen(c), c.req.valid('query'))), 200);
    },
  );
}

export function opportunityRoutes(app: App, deps: Deps): void {
  app.openapi(
    createRoute({
      method: 'get',
      path: '/opportunities/board',
      tags: ['opportunity'],
      summary: 'Totals of each stage and of the open pipeline',
      request: { query: BoardQuery },
      responses: { 200: json(BoardView, 'The board'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      const query = c.req.valid('query');
      const [all, piles] = [await stageOrder.all(deps.db, actor.orgId), await pilesOf(deps.db, actor, query)];
      return c.json(boardOf(all, piles, query.currency ?? actor.organisation.currency), 200);
    },
  );
  serveRecords<'opportunity', OpportunityView, NewOpportunity, OpportunityPatch>(app, deps, {
    path: '/opportunities',
    noun: 'opportunity',
    schemas: { view: OpportunityView, create: NewOpportunity, patch: OpportunityPatch },
    store: opportunities,
    views: opportunityViews,
    create: createOpportunity,
    change: changeOpportunity,
  });
}
