import { createRoute } from '@hono/zod-openapi';
import {
  AllocationView,
  AllocationWhyQuery,
  BudgetLinePatch,
  BudgetLineView,
  BurnQuery,
  BurnView,
  BurnWhyQuery,
  NewBudgetLine,
  ReturnsQuery,
  ReturnsView,
  ReturnsWhyQuery,
} from '@milepost/contract/budget';
import { ExplainedView } from '@milepost/contract/explain';
import type { Actor } from '../../auth/actor.ts';
import type { Deps } from '../../deps.ts';
import { type App, json, onlyManagers, refusals } from '../../http/app.ts';
import { serveRecords } from '../../http/serve-records.ts';
import { explainReturns, readReturns } from './cost-per-result.ts';
import { explainBurn } from './explain-burn.ts';
import { explainAllocation, proposeAllocation } from './propose-allocation.ts';
import { readBurn } from './read-burn.ts';
import { changeBudgetLine, createBudgetLine, restoreBudgetLine } from './save-budget-line.ts';
import { budgetLines } from './store.ts';
import { budgetLineViews } from './views.ts';

export function budgetRoutes(app: App, deps: Deps): void {
  const { db, clock } = deps;
  const todayOf = (actor: Actor) => clock.today(actor.organisation.timeZone);
  const nowOf = (actor: Actor) => ({ today: todayOf(actor), now: clock.now() });
  const about = (path: string, summary: string) => ({ method: 'get' as const, path, tags: ['budget'], summary });
  app.use('/budget/*', onlyManagers);
  serveRecords<'budget_line', BudgetLineView, NewBudgetLine, BudgetLinePatch>(app, deps, {
    path: '/budget/lines',
    noun: 'budget',
    schemas: { view: BudgetLineView, create: NewBudgetLine, patch: BudgetLinePatch },
    store: budgetLines,
    views: budgetLineViews,
    create: createBudgetLine,
    change: changeBudgetLine,
    restore: restoreBudgetLine,
  });
  app.openapi(
    createRoute({
      ...about('/budget/burn', 'Budget, approved and pending spend, and what is left'),
      request: { query: BurnQuery },
      responses: { 200: json(BurnView, 'Burn of a fiscal year'), ...refusals },
    }),
    async (c) => c.json(await readBurn(db, c.get('actor'), todayOf(c.get('actor')), c.req.valid('query')), 200),
  );
  app.openapi(
    createRoute({
      ...about('/budget/burn/why', 'How a figure of burn comes about'),
      request: { query: BurnWhyQuery },
      responses: { 200: json(ExplainedView, 'Down to budget lines and claims'), ...refusals },
    }),
    async (c) =>
      c.json((await explainBurn(db, c.get('actor'), nowOf(c.get('actor')), c.req.valid('query'))) as never, 200),
  );
  app.openapi(
    createRoute({
      ...about('/budget/returns', 'Approved spend by lead, visit, won deal and unit of revenue'),
      request: { query: ReturnsQuery },
      responses: { 200: json(ReturnsView, 'Cost per result'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      return c.json(await readReturns(db, actor, todayOf(actor), c.req.valid('query').fiscalYear), 200);
    },
  );
  app.openapi(
    createRoute({
      ...about('/budget/returns/why', 'How a cost per result comes about'),
      request: { query: ReturnsWhyQuery },
      responses: { 200: json(ExplainedView, 'Down to claims and results'), ...refusals },
    }),
    async (c) =>
      c.json((await explainReturns(db, c.get('actor'), nowOf(c.get('actor')), c.req.valid('query'))) as never, 200),
  );
  app.openapi(
    createRoute({
      ...about('/budget/allocation', 'A month’s campaign budget by equal marginal return'),
      request: { query: ReturnsQuery },
      responses: { 200: json(AllocationView, 'The proposal, or what is missing for one'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      return c.json(await proposeAllocation(db, actor, todayOf(actor), c.req.valid('query').fiscalYear), 200);
    },
  );
  app.openapi(
    createRoute({
      ...about('/budget/allocation/why', 'How a figure of the proposal comes about'),
      request: { query: AllocationWhyQuery },
      responses: { 200: json(ExplainedView, 'Down to budget lines, claims and counted results'), ...refusals },
    }),
    async (c) =>
      c.json((await explainAllocation(db, c.get('actor'), nowOf(c.get('actor')), c.req.valid('query'))) as never, 200),
  );
}
