import { createRoute } from '@hono/zod-openapi';
import { ExplainedView } from '@milepost/contract/explain';
import {
  NewSatisfaction,
  SatisfactionPatch,
  SatisfactionQuery,
  SatisfactionScore,
  SatisfactionView,
  SatisfactionWhyQuery,
} from '@milepost/contract/satisfaction';
import type { Deps } from '../../deps.ts';
import { type App, json, refusals } from '../../http/app.ts';
import { serveRecords } from '../../http/serve-records.ts';
import { explainScore } from './explain-score.ts';
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
  app.openapi(
    createRoute({
      method: 'get',
      path: '/satisfaction-score/why',
      tags: ['satisfaction'],
      summary: 'How a score comes about, down to what customers said',
      request: { query: SatisfactionWhyQuery },
      responses: { 200: json(ExplainedView, 'The derivation'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      const at = { today: deps.clock.today(actor.organisation.timeZone), now: deps.clock.now() };
      return c.json((await explainScore(deps.db, actor, at, c.req.valid('query'))) as never, 200);
    },
  );
}
