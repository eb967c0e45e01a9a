import { createRoute, z } from '@hono/zod-openapi';
import {
  DepartmentPatch,
  DepartmentView,
  IssueBoardView,
  IssuePartiesView,
  IssuePatch,
  IssueStepsView,
  IssueView,
  NewDepartment,
  NewIssue,
  NewIssueStep,
} from '@milepost/contract/issues';
import { Id } from '@milepost/contract/scalars';
import type { MiddlewareHandler } from 'hono';
import type { Deps } from '../../deps.ts';
import { type App, body, type Env, json, onlyAdmins, refusals, versionSeen } from '../../http/app.ts';
import { Failure } from '../../http/failure.ts';
import { serveRecords } from '../../http/serve-records.ts';
import { archiveIssue, changeIssue, raiseIssue, restoreIssue } from './raise-issue.ts';
import { archiveDepartment, changeDepartment, createDepartment } from './save-department.ts';
import { stepIssue } from './step-issue.ts';
import { issueSteps } from './step-store.ts';
import { departments, issues } from './store.ts';
import { departmentViews, issueViewsAt, stepViews } from './views.ts';

const params = z.object({ id: Id });
const boardStates = ['open', 'accepted', 'bounced', 'resolved'] as const;
const mostInColumn = 50;
const readsForAll: MiddlewareHandler<Env> = (c, next) => (c.req.method === 'GET' ? next() : onlyAdmins(c, next));

export function issueRoutes(app: App, deps: Deps): void {
  const { db, clock } = deps;
  const issueViews = issueViewsAt(() => clock.now());
  app.use('/departments/*', readsForAll);
  serveRecords<'department', DepartmentView, NewDepartment, DepartmentPatch>(app, deps, {
    path: '/departments',
    noun: 'department',
    schemas: { view: DepartmentView, create: NewDepartment, patch: DepartmentPatch },
    store: departments,
    views: departmentViews,
    create: createDepartment,
    change: changeDepartment,
    archive: archiveDepartment,
  });
  serveRecords<'issue', IssueView, NewIssue, IssuePatch>(app, deps, {
    path: '/issues',
    noun: 'issue',
    schemas: { view: IssueView, create: NewIssue, patch: IssuePatch },
    store: issues,
    views: issueViews,
    create: raiseIssue,
    change: changeIssue,
    archive: archiveIssue,
    restore: restoreIssue,
  });
  app.openapi(
    createRoute({
      method: 'post',
      path: '/issues/{id}/steps',
      tags: ['issue'],
      summary: 'Take an issue one step on: accept, bounce, resolve …; or note something',
      request: { params, headers: z.object({ 'if-match': z.string().optional() }), body: body(NewIssueStep) },
      responses: { 200: json(IssueView, 'The issue'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      const { id } = c.req.valid('param');
      try {
        const row = await stepIssue(deps, actor, id, versionSeen(c), c.req.valid('json'));
        return c.json((await issueViews(db, actor, [row]))[0] as IssueView, 200, { etag: `"${row.version}"` });
      } catch (error) {
        if (!(error instanceof Failure && error.code === 'version-clash')) throw error;
        const [current] = await issueViews(db, actor, [await issues.get(db, actor, id)]);
        throw new Failure('version-clash', { current });
      }
    },
  );
  app.openapi(
    createRoute({
      method: 'get',
      path: '/issues/{id}/steps',
      tags: ['issue'],
      summary: 'What happened with an issue, in its order',
      request: { params },
      responses: { 200: json(IssueStepsView, 'Its steps'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      const { id, version } = await issues.get(db, actor, c.req.valid('param').id);
      return c.json({ version, items: await stepViews(db, actor, await issueSteps.of(db, actor.orgId, id)) }, 200);
    },
  );
  app.openapi(
    createRoute({
      method: 'get',
      path: '/issue-board',
      tags: ['issue'],
      summary: 'Issues in sight by their state, the most pressing first',
      request: { query: z.object({ departmentId: Id.optional() }) },
      responses: { 200: json(IssueBoardView, 'The board'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      const columns: IssueBoardView['columns'] = [];
      for (const state of boardStates) {
        const { total, rows } = await issues.column(db, actor, { state, limit: mostInColumn, ...c.req.valid('query') });
        columns.push({ state, total, items: await issueViews(db, actor, rows) });
      }
      return c.json({ columns }, 200);
    },
  );
  app.openapi(
    createRoute({
      method: 'get',
      path: '/issue-parties',
      tags: ['issue'],
      summary: 'Departments and their people: to whom an issue can be given',
      responses: { 200: json(IssuePartiesView, 'The departments'), ...refusals },
    }),
    async (c) => {
      const { orgId, departmentId } = c.get('actor');
      const people = await departments.people(db, orgId);
      const rows = await departments.all(db, orgId);
      return c.json(
        {
          departments: rows.map(({ id, name, ...row }) => ({
            ...{ id, name },
            hours: { urgent: row.urgent_hours, important: row.important_hours, routine: row.routine_hours },
            people: people.filter((one) => one.department_id === id).map((one) => ({ id: one.id, name: one.name })),
          })),
          ownDepartmentId: departmentId ?? null,
        },
        200,
      );
    },
  );
}
