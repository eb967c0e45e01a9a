import { createRoute, z } from '@hono/zod-openapi';
import {
  AuditQuery,
  AuditView,
  ExpenseCategories,
  ExpenseDecision,
  ExpenseLimitPatch,
  ExpenseLimitView,
  ExpensePatch,
  ExpenseView,
  NewExpense,
  NewExpenseLimit,
} from '@milepost/contract/expenses';
import { Id } from '@milepost/contract/scalars';
import { expenseDeeds } from '@milepost/core/expenses/decide';
import type { Deps } from '../../deps.ts';
import { type App, json, onlyAdmins, onlyManagers, refusals, versionSeen } from '../../http/app.ts';
import { Failure } from '../../http/failure.ts';
import { serveRecords } from '../../http/serve-records.ts';
import { auditExpenses } from './audit-expenses.ts';
import { stepExpense } from './decide-expense.ts';
import { receiptRoutes } from './receipt-routes.ts';
import {
  archiveExpense,
  changeExpense,
  changeLimit,
  createExpense,
  createLimit,
  restoreExpense,
} from './save-expense.ts';
import { expenses, limits } from './store.ts';
import { expenseViews, limitViews } from './views.ts';

const params = z.object({ id: Id });
const headers = z.object({ 'if-match': z.string().optional() });

export function expenseRoutes(app: App, deps: Deps): void {
  const { db, clock } = deps;
  app.on(['POST', 'PATCH'], ['/expense-limits', '/expense-limits/*'], onlyAdmins);
  app.use('/expenses/audit', onlyManagers);
  app.openapi(
    createRoute({
      method: 'get',
      path: '/expenses/audit',
      tags: ['expense'],
      summary: 'Claims worth a look, with their flags and what these rest on',
      request: { query: AuditQuery },
      responses: { 200: json(AuditView, 'Flags of claims in sight'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      const today = clock.today(actor.organisation.timeZone);
      return c.json(await auditExpenses(db, actor, today, c.req.valid('query')), 200);
    },
  );
  serveRecords<'expense', ExpenseView, NewExpense, ExpensePatch>(app, deps, {
    path: '/expenses',
    noun: 'expense',
    schemas: { view: ExpenseView, create: NewExpense, patch: ExpensePatch },
    store: expenses,
    views: expenseViews,
    create: createExpense,
    change: changeExpense,
    archive: archiveExpense,
    restore: restoreExpense,
  });
  for (const deed of expenseDeeds)
    app.openapi(
      createRoute({
        method: 'post',
        path: `/expenses/{id}/${deed}`,
        tags: ['expense'],
        summary: `${deed} a claim`,
        request: { params, headers, body: { content: { 'application/json': { schema: ExpenseDecision } } } },
        responses: { 200: json(ExpenseView, 'The claim'), ...refusals },
      }),
      async (c) => {
        const actor = c.get('actor');
        const { id } = c.req.valid('param');
        const { reason } = c.req.valid('json');
        const view = async (row: Parameters<typeof expenseViews>[2][number]) =>
          (await expenseViews(db, actor, [row]))[0] as ExpenseView;
        try {
          const row = await stepExpense(deps, actor, { id, seen: versionSeen(c), deed, reason });
          return c.json(await view(row), 200, { etag: `"${row.version}"` }) as never;
        } catch (error) {
          if (error instanceof Failure && error.code === 'version-clash' && error.more.row)
            throw new Failure('version-clash', { current: await view(error.more.row as never) });
          throw error;
        }
      },
    );
  receiptRoutes(app, deps);
  serveRecords<'expense_limit', ExpenseLimitView, NewExpenseLimit, ExpenseLimitPatch>(app, deps, {
    path: '/expense-limits',
    noun: 'expense-limit',
    schemas: { view: ExpenseLimitView, create: NewExpenseLimit, patch: ExpenseLimitPatch },
    store: limits,
    views: limitViews,
    create: createLimit,
    change: changeLimit,
  });
  app.openapi(
    createRoute({
      method: 'get',
      path: '/expense-categories',
      tags: ['expense'],
      summary: 'Categories in use, with the number of claims in sight of each',
      responses: { 200: json(ExpenseCategories, 'Categories'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      const [used, allowed] = await Promise.all([expenses.categories(db, actor), limits.all(db, actor.orgId)]);
      const counts = new Map(used.map(({ category, n }) => [category, Number(n)]));
      for (const { category } of allowed) if (!counts.has(category)) counts.set(category, 0);
      const items = [...counts].map(([value, count]) => ({ value, count }));
      return c.json({ items: items.sort((a, b) => (a.value < b.value ? -1 : 1)) }, 200);
    },
  );
}
