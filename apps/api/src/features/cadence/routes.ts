import { createRoute, z } from '@hono/zod-openapi';
import { LedgerQuery, LedgersView, LedgerView, LedgerWhyQuery } from '@milepost/contract/cadence';
import { ExplainedView } from '@milepost/contract/explain';
import { Id } from '@milepost/contract/scalars';
import type { Deps } from '../../deps.ts';
import { type App, json, refusals } from '../../http/app.ts';
import { explainLedgers } from './explain-ledger.ts';
import { readLedger, readLedgers } from './read-ledger.ts';

export function cadenceRoutes(app: App, { db, clock }: Deps): void {
  app.openapi(
    createRoute({
      method: 'get',
      path: '/accounts/{id}/promise',
      tags: ['cadence'],
      summary: 'What an account was promised, and what became of it',
      request: { params: z.object({ id: Id }) },
      responses: { 200: json(LedgerView, 'The ledger of the account'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      const today = clock.today(actor.organisation.timeZone);
      return c.json(await readLedger(db, actor, today, c.req.valid('param').id), 200);
    },
  );
  app.openapi(
    createRoute({
      method: 'get',
      path: '/promises',
      tags: ['cadence'],
      summary: 'Visits asked, planned, done and unmet by account',
      request: { query: LedgerQuery },
      responses: { 200: json(LedgersView, 'The ledgers in sight'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      return c.json(await readLedgers(db, actor, clock.today(actor.organisation.timeZone), c.req.valid('query')), 200);
    },
  );
  app.openapi(
    createRoute({
      method: 'get',
      path: '/promises/why',
      tags: ['cadence'],
      summary: 'How a figure of the promises comes about',
      request: { query: LedgerWhyQuery },
      responses: { 200: json(ExplainedView, 'The derivation'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      const when = { today: clock.today(actor.organisation.timeZone), now: clock.now() };
      return c.json(await explainLedgers(db, actor, when, c.req.valid('query')), 200) as never;
    },
  );
}
