import { createRoute, z } from '@hono/zod-openapi';
import { AdjustmentsQuery, AdjustmentsView, EffectMeasure } from '@milepost/contract/adjustments';
import { ExplainedView } from '@milepost/contract/explain';
import { Id } from '@milepost/contract/scalars';
import type { Actor } from '../../auth/actor.ts';
import type { Deps } from '../../deps.ts';
import { type App, json, refusals } from '../../http/app.ts';
import { explainAdjustment } from './explain-adjustment.ts';
import { readAdjustments } from './read-adjustments.ts';

export function adjustmentRoutes(app: App, { db, clock }: Deps): void {
  const clockOf = ({ organisation }: Actor) => ({ today: clock.today(organisation.timeZone), now: clock.now() });
  app.openapi(
    createRoute({
      method: 'get',
      path: '/adjustments',
      tags: ['adjustment'],
      summary: 'Tiers, owners, promises and plans that were adjusted: by whom, why, and what changed after it',
      request: { query: AdjustmentsQuery },
      responses: { 200: json(AdjustmentsView, 'The adjustments in sight, the newest first'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      return c.json(await readAdjustments(db, actor, clockOf(actor), c.req.valid('query')), 200);
    },
  );
  app.openapi(
    createRoute({
      method: 'get',
      path: '/adjustments/{id}/why',
      tags: ['adjustment'],
      summary: 'How the difference after an adjustment comes about',
      request: { params: z.object({ id: Id }), query: z.object({ measure: EffectMeasure }) },
      responses: { 200: json(ExplainedView, 'The derivation'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      const about = { ...c.req.valid('param'), ...c.req.valid('query') };
      return c.json(await explainAdjustment(db, actor, clockOf(actor), about), 200) as never;
    },
  );
}
