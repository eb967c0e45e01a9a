import { createRoute } from '@hono/zod-openapi';
import {
  NewSatisfaction,
  SatisfactionPatch,
  SatisfactionQuery,
  SatisfactionScore,
  SatisfactionView,
} from '@milepost/contract/satisfaction';
import type { Deps } from '../../deps.ts';
import { type App, json, refusals } from '../../http/app.ts';
import { serveRecords } from '../../http/serve-records.ts';
import { readScore } from './read-score.ts';
import { changeSatisfaction, createSatisfaction } from './save-satisfaction.ts';
import { satisfactions } from './store.ts';
import { satisfactionViews } from './views.ts';

export function satisfactionRoutes(app: App, deps: Deps): void {
  serveRecords<'satisfaction', SatisfactionView, NewSatisfaction, SatisfactionPatch>(app, deps, {
    path: '/satisfaction',
    noun: 'satisfaction',
    schemas: { view: SatisfactionView, create: NewSatisfaction as never, patch: SatisfactionPatch },
    store: satisfactions,
    views: satisfactionViews,
    create: createSatisfaction,
    change: changeSatisfaction,
  });
  app.openapi(
    createRoute({
      method: 'get',
      path: '/satisfaction-score',
      tags: ['satisfaction'],
      summary: 'Net promoter score and satisfied share between two days, with their intervals',
      request: { query: SatisfactionQuery },
      responses: { 200: json(SatisfactionScore, 'The scores'), ...refusals },
    }),
    async (c) => c.json(await readScore(deps.db, c.get('actor'), c.req.valid('query')), 200),
  );
}
