import { createRoute } from '@hono/zod-openapi';
import { ExplainedView } from '@milepost/contract/explain';
import {
  AcceptedWeek,
  AcceptWeek,
  CalendarFeedView,
  NewCalendarFeed,
  WeekQuery,
  WeekView,
  WeekWhyQuery,
} from '@milepost/contract/week';
import type { Deps } from '../../deps.ts';
import { type App, body, json, refusals } from '../../http/app.ts';
import { acceptWeek } from './accept-week.ts';
import { closeFeed, openFeed, readFeed } from './calendar-feed.ts';
import { explainWeek } from './explain-week.ts';
import { feeds } from './feed-store.ts';
import { readWeek } from './read-week.ts';
import { weekFacts } from './week-facts.ts';

const tags = ['week'];

export function weekRoutes(app: App, deps: Deps): void {
  const { db, clock } = deps;
  app.openapi(
    createRoute({
      method: 'get',
      path: '/week',
      tags,
      summary: 'A week: what stands in it, and the visits that cadences propose',
      request: { query: WeekQuery },
      responses: { 200: json(WeekView, 'The week'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      const today = clock.today(actor.organisation.timeZone);
      return c.json(await readWeek(db, actor, await weekFacts(db, actor, today, c.req.valid('query'))), 200);
    },
  );
  app.openapi(
    createRoute({
      method: 'get',
      path: '/week/why',
      tags,
      summary: 'How a figure of the week comes about',
      request: { query: WeekWhyQuery },
      responses: { 200: json(ExplainedView, 'The derivation'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      const query = c.req.valid('query');
      const facts = await weekFacts(db, actor, clock.today(actor.organisation.timeZone), query);
      return c.json(explainWeek(facts, query, clock.now()) as never, 200);
    },
  );
  app.openapi(
    createRoute({
      method: 'post',
      path: '/week/accept',
      tags,
      summary: 'Write the visits of one’s week down as planned',
      request: { body: body(AcceptWeek) },
      responses: { 200: json(AcceptedWeek, 'How many are new'), ...refusals },
    }),
    async (c) => c.json({ created: await acceptWeek(deps, c.get('actor'), c.req.valid('json')) }, 200),
  );
  app.openapi(
    createRoute({
      method: 'get',
      path: '/week/calendar',
      tags,
      summary: 'Whether one’s calendar can be read from outside',
      responses: { 200: json(CalendarFeedView, 'Since when, and when it was last read'), ...refusals },
    }),
    async (c) => {
      const { orgId, personId } = c.get('actor');
      const feed = await feeds.of(db, orgId, personId ?? '');
      return c.json({ since: feed?.created_at ?? null, readAt: feed?.read_at ?? null }, 200);
    },
  );
  app.openapi(
    createRoute({
      method: 'post',
      path: '/week/calendar',
      tags,
      summary: 'Make a secret address for one’s calendar; the one before stops working',
      responses: { 201: json(NewCalendarFeed, 'The address, told once'), ...refusals },
    }),
    async (c) => c.json(await openFeed(deps, c.get('actor')), 201),
  );
  app.openapi(
    createRoute({
      method: 'delete',
      path: '/week/calendar',
      tags,
      summary: 'Revoke the address of one’s calendar',
      responses: { 204: { description: 'Revoked' }, ...refusals },
    }),
    async (c) => {
      await closeFeed(deps, c.get('actor'));
      return c.body(null, 204);
    },
  );
}

/** The calendar itself: read without a session, by whoever knows its address. */
export function calendarFeedRoute(app: App, deps: Deps): void {
  app.get('/calendar/:file{[A-Za-z0-9_-]{20,100}\\.ics}', async (c) => {
    const text = await readFeed(deps, c.req.param('file').replace(/\.ics$/, ''));
    return c.body(text, 200, {
      'content-type': 'text/calendar; charset=utf-8',
      'cache-control': 'private, max-age=300',
    });
  });
}
