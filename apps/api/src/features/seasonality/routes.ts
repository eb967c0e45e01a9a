import { createRoute } from '@hono/zod-openapi';
import { ExplainedView } from '@milepost/contract/explain';
import { SeasonQuery, SeasonView, SeasonWhyQuery } from '@milepost/contract/seasonality';
import type { Why } from '@milepost/core/explain/why';
import type { Deps } from '../../deps.ts';
import { type App, json, refusals } from '../../http/app.ts';
import { Failure } from '../../http/failure.ts';
import { type SeasonWhys, seasonWhys } from './season-whys.ts';
import { seasonView } from './views.ts';

function figureOf(whys: SeasonWhys, { figure, month, year }: SeasonWhyQuery): Why | null | undefined {
  if (figure === 'share') return whys.shares?.[month ?? -1];
  if (figure === 'yearShare') return whys.yearShares.get(year ?? 0)?.[month ?? -1];
  return whys[figure];
}

export function seasonalityRoutes(app: App, { db, clock }: Deps): void {
  app.openapi(
    createRoute({
      method: 'get',
      path: '/seasonality',
      tags: ['seasonality'],
      request: { query: SeasonQuery },
      responses: { 200: json(SeasonView, 'The season of a year, and the year projected by it'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      const today = clock.today(actor.organisation.timeZone);
      return c.json(seasonView(actor, await seasonWhys(db, actor, today, c.req.valid('query'))), 200);
    },
  );
  app.openapi(
    createRoute({
      method: 'get',
      path: '/seasonality/why',
      tags: ['seasonality'],
      request: { query: SeasonWhyQuery },
      responses: { 200: json(ExplainedView, 'How a figure of the season comes about'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      const today = clock.today(actor.organisation.timeZone);
      const query = c.req.valid('query');
      const why = figureOf(await seasonWhys(db, actor, today, query), query);
      if (!why) throw new Failure('not-found');
      return c.json({ why, asOf: clock.now() } as never, 200);
    },
  );
}
