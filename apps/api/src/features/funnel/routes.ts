import { createRoute } from '@hono/zod-openapi';
import { ExplainedView } from '@milepost/contract/explain';
import { ReportQuery, ReportView, ReportWhyQuery, WorkQuery, WorkView, WorkWhyQuery } from '@milepost/contract/funnel';
import type { Deps } from '../../deps.ts';
import { type App, json, refusals } from '../../http/app.ts';
import { explainWork } from './explain-work.ts';
import { explainReport, readReport } from './read-report.ts';
import { readWork } from './read-work.ts';

export function funnelRoutes(app: App, { db, clock }: Deps): void {
  app.openapi(
    createRoute({
      method: 'get',
      path: '/funnel',
      tags: ['pacing'],
      summary: 'From the gap to the work that closes it',
      request: { query: WorkQuery },
      responses: { 200: json(WorkView, 'What every stage has to see'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      return c.json(await readWork(db, actor, clock.today(actor.organisation.timeZone), c.req.valid('query')), 200);
    },
  );
  app.openapi(
    createRoute({
      method: 'get',
      path: '/funnel/why',
      tags: ['pacing'],
      request: { query: WorkWhyQuery },
      responses: { 200: json(ExplainedView, 'How a figure of the gap to work comes about'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      const today = clock.today(actor.organisation.timeZone);
      return c.json((await explainWork(db, actor, today, clock.now(), c.req.valid('query'))) as never, 200);
    },
  );
  app.openapi(
    createRoute({
      method: 'get',
      path: '/funnel/report',
      tags: ['pacing'],
      summary: 'Stage by stage: how many went on, and how long it took, by an axis',
      request: { query: ReportQuery },
      responses: { 200: json(ReportView, 'Closed deals in sight'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      return c.json(await readReport(db, actor, clock.today(actor.organisation.timeZone), c.req.valid('query')), 200);
    },
  );
  app.openapi(
    createRoute({
      method: 'get',
      path: '/funnel/report/why',
      tags: ['pacing'],
      request: { query: ReportWhyQuery },
      responses: { 200: json(ExplainedView, 'How a rate of the report comes about'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      const today = clock.today(actor.organisation.timeZone);
      return c.json((await explainReport(db, actor, today, clock.now(), c.req.valid('query'))) as never, 200);
    },
  );
}
