import { createRoute } from '@hono/zod-openapi';
import {
  AttainedWhyQuery,
  AttainmentPartsQuery,
  AttainmentPartsView,
  AttainmentPeriodsQuery,
  AttainmentPeriodsView,
} from '@milepost/contract/attainment';
import { ExplainedView } from '@milepost/contract/explain';
import type { AdditiveMeasure } from '@milepost/core/targets/measures';
import type { Actor } from '../../auth/actor.ts';
import { civilDayOf } from '../../clock.ts';
import type { Deps } from '../../deps.ts';
import { type App, json, refusals } from '../../http/app.ts';
import { explainAttained } from './explain-attained.ts';
import { readParts } from './read-parts.ts';
import { readPeriods } from './read-periods.ts';

const tags = ['attainment'];

export function attainmentRoutes(app: App, { db, clock }: Deps): void {
  const asking = (actor: Actor, measure: AdditiveMeasure) => ({
    ...{ db, actor, measure, today: clock.today(actor.organisation.timeZone) },
  });
  const dayOf = (actor: Actor) => (instant: string) => civilDayOf(actor.organisation.timeZone, instant);
  app.openapi(
    createRoute({
      method: 'get',
      path: '/attainment/periods',
      tags,
      summary: 'Attainment by month, quarter or year, beside the year before, with its trend',
      request: { query: AttainmentPeriodsQuery },
      responses: { 200: json(AttainmentPeriodsView, 'The periods'), ...refusals },
    }),
    async (c) => {
      const [actor, query] = [c.get('actor'), c.req.valid('query')];
      return c.json(await readPeriods(asking(actor, query.measure), dayOf(actor), query), 200);
    },
  );
  app.openapi(
    createRoute({
      method: 'get',
      path: '/attainment/parts',
      tags,
      summary: 'A period by team and person, line and product, segment or region',
      request: { query: AttainmentPartsQuery },
      responses: { 200: json(AttainmentPartsView, 'The parts'), ...refusals },
    }),
    async (c) => {
      const [actor, query] = [c.get('actor'), c.req.valid('query')];
      return c.json(await readParts(asking(actor, query.measure), query), 200);
    },
  );
  app.openapi(
    createRoute({
      method: 'get',
      path: '/attainment/parts/why',
      tags,
      summary: 'How a figure of a period or of a part of it comes about',
      request: { query: AttainedWhyQuery },
      responses: { 200: json(ExplainedView, 'The derivation'), ...refusals },
    }),
    async (c) => {
      const [actor, query] = [c.get('actor'), c.req.valid('query')];
      return c.json(
        (await explainAttained(asking(actor, query.measure), clock.now(), dayOf(actor), query)) as never,
        200,
      );
    },
  );
}
