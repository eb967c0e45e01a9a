import { createRoute, z } from '@hono/zod-openapi';
import { ExplainedView } from '@milepost/contract/explain';
import { FigureQuery, FigureView, FigureWhyQuery, Measure } from '@milepost/contract/figures';
import type { Deps } from '../../deps.ts';
import { type App, refusals } from '../../http/app.ts';
import { explainFigure } from './explain-figure.ts';
import { readFigure } from './read-figure.ts';

const params = z.object({ measure: Measure });

export function figureRoutes(app: App, deps: Deps): void {
  app.openapi(
    createRoute({
      method: 'get',
      path: '/figures/{measure}',
      tags: ['figure'],
      summary: 'A measure between two days, by a dimension',
      request: { params, query: FigureQuery },
      responses: {
        200: { description: 'The figure', content: { 'application/json': { schema: FigureView } } },
        ...refusals,
      },
    }),
    async (c) => {
      const figure = await readFigure(deps.db, c.get('actor'), c.req.valid('param').measure, c.req.valid('query'));
      return c.json({ ...figure, rows: figure.rows.map(({ groups: _, ...row }) => row) }, 200);
    },
  );
  app.openapi(
    createRoute({
      method: 'get',
      path: '/figures/{measure}/why',
      tags: ['figure'],
      summary: 'How a figure or one of its rows comes about',
      request: { params, query: FigureWhyQuery },
      responses: {
        200: { description: 'The derivation', content: { 'application/json': { schema: ExplainedView } } },
        ...refusals,
      },
    }),
    async (c) => {
      const { measure } = c.req.valid('param');
      const explained = await explainFigure(deps.db, c.get('actor'), measure, c.req.valid('query'), deps.clock.now());
      return c.json(explained, 200) as never;
    },
  );
}
