import { createRoute } from '@hono/zod-openapi';
import { ExplainedView } from '@milepost/contract/explain';
import {
  MarketCoverageQuery,
  MarketCoverageView,
  MarketWhyQuery,
  ProposalQuery,
  ProposalView,
} from '@milepost/contract/market-coverage';
import type { Actor } from '../../auth/actor.ts';
import type { Deps } from '../../deps.ts';
import { type App, json, refusals } from '../../http/app.ts';
import { proposeWeek } from './propose-week.ts';
import { explainMarket, readMarket } from './read-market.ts';

export function marketCoverageRoutes(app: App, deps: Deps): void {
  const todayOf = ({ organisation }: Actor) => deps.clock.today(organisation.timeZone);
  app.openapi(
    createRoute({
      method: 'get',
      path: '/coverage',
      tags: ['market-coverage'],
      summary: 'Accounts by segment and region, with penetration and white space',
      request: { query: MarketCoverageQuery },
      responses: { 200: json(MarketCoverageView, 'The grid'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      return c.json(await readMarket(deps.db, actor, c.req.valid('query').asOf ?? todayOf(actor)), 200);
    },
  );
  app.openapi(
    createRoute({
      method: 'get',
      path: '/coverage/why',
      tags: ['market-coverage'],
      summary: 'How a figure of the grid comes about',
      request: { query: MarketWhyQuery },
      responses: { 200: json(ExplainedView, 'The derivation'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      const query = c.req.valid('query');
      const asked = { ...query, asOf: query.asOf ?? todayOf(actor) };
      return c.json(await explainMarket(deps.db, actor, asked, deps.clock.now()), 200) as never;
    },
  );
  app.openapi(
    createRoute({
      method: 'get',
      path: '/coverage/proposal',
      tags: ['market-coverage'],
      summary: 'Whom to visit in a week',
      request: { query: ProposalQuery },
      responses: { 200: json(ProposalView, 'The proposal'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      const { weekOf } = c.req.valid('query');
      return c.json(await proposeWeek(deps.db, actor, { weekOf, today: todayOf(actor) }), 200);
    },
  );
}
