import { createRoute, z } from '@hono/zod-openapi';
import { ExplainedView } from '@milepost/contract/explain';
import { Id } from '@milepost/contract/scalars';
import {
  NewScorecard,
  ScorecardPatch,
  ScorecardView,
  StandingQuery,
  StandingsView,
  StandingWhyQuery,
} from '@milepost/contract/scorecard';
import type { Actor } from '../../auth/actor.ts';
import type { Deps } from '../../deps.ts';
import { type App, json, onlyManagers, refusals } from '../../http/app.ts';
import { serveRecords } from '../../http/serve-records.ts';
import { explainStanding, readStandings } from './read-standing.ts';
import { archiveScorecard, changeScorecard, createScorecard, restoreScorecard } from './save-scorecard.ts';
import { scorecards } from './store.ts';
import { scorecardViews } from './views.ts';

export function scorecardRoutes(app: App, deps: Deps): void {
  const { db, clock } = deps;
  const at = (actor: Actor) => ({ today: clock.today(actor.organisation.timeZone), now: clock.now() });
  app.openapi(
    createRoute({
      method: 'get',
      path: '/scorecard-standings',
      tags: ['scorecard'],
      summary: 'Where everybody in sight stands with the scorecard that is in force',
      request: { query: StandingQuery },
      responses: { 200: json(StandingsView, 'Everybody with a scorecard'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      return c.json(await readStandings(db, actor, at(actor), c.req.valid('query')), 200);
    },
  );
  app.openapi(
    createRoute({
      method: 'get',
      path: '/scorecard-standings/{personId}/why',
      tags: ['scorecard'],
      request: { params: z.object({ personId: Id }), query: StandingWhyQuery },
      responses: { 200: json(ExplainedView, 'How a figure of a scorecard comes about'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      const { personId } = c.req.valid('param');
      return c.json((await explainStanding(db, actor, at(actor), personId, c.req.valid('query'))) as never, 200);
    },
  );
  app.on(['POST', 'PATCH'], ['/scorecards', '/scorecards/*'], onlyManagers);
  serveRecords<'scorecard', ScorecardView, NewScorecard, ScorecardPatch>(app, deps, {
    path: '/scorecards',
    noun: 'scorecard',
    schemas: { view: ScorecardView, create: NewScorecard as never, patch: ScorecardPatch },
    store: scorecards,
    views: scorecardViews,
    create: createScorecard,
    change: changeScorecard,
    archive: archiveScorecard,
    restore: restoreScorecard,
  });
}
