import { createRoute } from '@hono/zod-openapi';
import { ExplainedView } from '@milepost/contract/explain';
import {
  LookalikesQuery,
  LookalikesView,
  PortraitView,
  PortraitWhyQuery,
  ScoresQuery,
  ScoresView,
  ScoreWhyQuery,
  ScoringQuery,
  ScoringView,
  WinRatesView,
  WinRateWhyQuery,
} from '@milepost/contract/scoring';
import type { Deps } from '../../deps.ts';
import { type App, json, onlyManagers, refusals } from '../../http/app.ts';
import { explainTrait, readPortrait } from './read-portrait.ts';
import { explainChance, readLookalikes, readScores } from './read-scores.ts';
import { trainModel } from './train-model.ts';
import { scoringView } from './views.ts';
import { explainWinRate, readWinRates } from './win-rates.ts';

const tags = ['scoring'];

export function scoringRoutes(app: App, deps: Deps): void {
  const { db, clock } = deps;
  app.on('POST', '/scoring/train', onlyManagers);
  app.openapi(
    createRoute({
      method: 'get',
      path: '/scoring',
      tags,
      summary: 'What was learned, how it did on what it had not learned from, and when',
      request: { query: ScoringQuery },
      responses: { 200: json(ScoringView, 'The models of a subject'), ...refusals },
    }),
    async (c) => c.json(await scoringView(db, c.get('actor'), c.req.valid('query').subject), 200),
  );
  app.openapi(
    createRoute({
      method: 'post',
      path: '/scoring/train',
      tags,
      summary: 'Learn now from what has ended',
      request: { query: ScoringQuery },
      responses: { 200: json(ScoringView, 'The models of the subject, the new one first'), ...refusals },
    }),
    async (c) => {
      const { subject } = c.req.valid('query');
      await trainModel(deps, c.get('actor'), subject);
      return c.json(await scoringView(db, c.get('actor'), subject), 200);
    },
  );
  app.openapi(
    createRoute({
      method: 'get',
      path: '/scoring/scores',
      tags,
      summary: 'Chances of records, with their reasons',
      request: { query: ScoresQuery },
      responses: { 200: json(ScoresView, 'Those in sight'), ...refusals },
    }),
    async (c) => {
      const { subject, ids } = c.req.valid('query');
      return c.json(await readScores(db, c.get('actor'), subject, ids), 200);
    },
  );
  app.openapi(
    createRoute({
      method: 'get',
      path: '/scoring/why',
      tags,
      request: { query: ScoreWhyQuery },
      responses: { 200: json(ExplainedView, 'How a chance comes about'), ...refusals },
    }),
    async (c) => {
      const { subject, id } = c.req.valid('query');
      return c.json((await explainChance(db, c.get('actor'), clock.now(), subject, id)) as never, 200);
    },
  );
  app.openapi(
    createRoute({
      method: 'get',
      path: '/scoring/lookalikes',
      tags,
      summary: 'What nobody works on yet, most like customers first',
      request: { query: LookalikesQuery },
      responses: { 200: json(LookalikesView, 'Accounts or leads'), ...refusals },
    }),
    async (c) => {
      const { subject, limit } = c.req.valid('query');
      return c.json(await readLookalikes(db, c.get('actor'), subject, limit), 200);
    },
  );
  app.openapi(
    createRoute({
      method: 'get',
      path: '/scoring/win-rates',
      tags,
      summary: 'Whether win rates of people differ beyond chance',
      responses: { 200: json(WinRatesView, 'People in sight; ranked only where the rates differ'), ...refusals },
    }),
    async (c) => c.json(await readWinRates(db, c.get('actor')), 200),
  );
  app.openapi(
    createRoute({
      method: 'get',
      path: '/scoring/win-rates/why',
      tags,
      request: { query: WinRateWhyQuery },
      responses: { 200: json(ExplainedView, 'How a win rate comes about'), ...refusals },
    }),
    async (c) =>
      c.json((await explainWinRate(db, c.get('actor'), clock.now(), c.req.valid('query').personId)) as never, 200),
  );
  app.openapi(
    createRoute({
      method: 'get',
      path: '/scoring/portrait',
      tags,
      summary: 'What customers have in common against the other accounts',
      responses: { 200: json(PortraitView, 'Accounts in sight, trait by trait with sample sizes'), ...refusals },
    }),
    async (c) => c.json(await readPortrait(db, c.get('actor')), 200),
  );
  app.openapi(
    createRoute({
      method: 'get',
      path: '/scoring/portrait/why',
      tags,
      request: { query: PortraitWhyQuery },
      responses: { 200: json(ExplainedView, 'How the share of a trait comes about'), ...refusals },
    }),
    async (c) => c.json((await explainTrait(db, c.get('actor'), clock.now(), c.req.valid('query'))) as never, 200),
  );
}
