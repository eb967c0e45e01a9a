import { createRoute, z } from '@hono/zod-openapi';
import { ExplainedView } from '@milepost/contract/explain';
import { FigureQuery, FigureView, FigureWhyQuery, Measure, MeasureView } from '@milepost/contract/figures';
import type { Actor } from '../../auth/actor.ts';
import type { Deps } from '../../deps.ts';
import { type App, json, refusals } from '../../http/app.ts';
import type { Asked } from './measure.ts';
import { explainFigure, readFigure } from './read-figure.ts';
import { registry } from './registry.ts';

const params = z.object({ measure: Measure });

export function figureRoutes(app: App, deps: Deps): void {
  const asked = (actor: Actor, query: FigureQuery): Asked => ({
    db: deps.db,
    actor,
    query,
    today: deps.clock.today(actor.organisation.timeZone),
    asOf: deps.clock.now(),
  });
  app.openapi(
    createRoute({
      method: 'get',
      path: '/figures',
      tags: ['figure'],
      summary: 'The measures: what each counts, by which day, for whom, and what it can be divided by',
      responses: { 200: json(z.object({ items: z.array(MeasureView) }), 'The measures'), ...refusals },
    }),
    (c) => {
      const items = Object.values(registry).map(({ read: _, explain: __, items: ___, ...told }) => told);
      return c.json({ items }, 200);
    },
  );
  app.openapi(
    createRoute({
      method: 'get',
      path: '/figures/{measure}',
      tags: ['figure'],
      summary: 'A measure between two days, by a dimension',
      request: { params, query: FigureQuery },
      responses: { 200: json(FigureView, 'The figure'), ...refusals },
    }),
    async (c) =>
      c.json(await readFigure(c.req.valid('param').measure, asked(c.get('actor'), c.req.valid('query'))), 200),
  );
  app.openapi(
    createRoute({
      method: 'get',
      path: '/figures/{measure}/why',
      tags: ['figure'],
      summary: 'How a figure or one of its rows comes about',
      request: { params, query: FigureWhyQuery },
      responses: { 200: json(ExplainedView, 'The derivation'), ...refusals },
    }),
    async (c) => {
      const { key, ...query } = c.req.valid('query');
      const explained = await explainFigure(c.req.valid('param').measure, asked(c.get('actor'), query), key);
      return c.json(explained, 200) as never;
    },
  );
}
