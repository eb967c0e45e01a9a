import type { DepartmentPatch } from '@milepost/contract/issues';
import { foldName } from '@milepost/core/identity/fold-name';
import { type IssueState, type Severity, severities } from '@milepost/core/issues/life-cycle';
import { type ExpressionBuilder, type Kysely, sql } from 'kysely';
import type { Actor } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import { recordStore } from '../../db/record-store.ts';
import { sightOf } from '../../db/sight-store.ts';
import type { DepartmentTable, IssueTable } from '../../db/tables/issues.ts';
import { visibleTo } from '../../db/visible-to.ts';
import type { Work } from '../../db/work.ts';

type Loose = Record<string, Record<string, unknown>>;

/** Departments and who leads them are known to everybody of sales; members of one learn their names with issues. */
export const departments = {
  ...recordStore({
    table: 'department',
    sort: { name: 'name_key', createdAt: 'created_at' },
    filter: { name: 'name_key', headId: 'head_id' },
    search: ['name_key'],
  }),

  /** All that stand, whoever asks. */
  all: (db: Db, orgId: string): Promise<DepartmentTable[]> =>
    db
      .selectFrom('department')
      .selectAll()
      .where('org_id', '=', orgId)
      .where('archived_at', 'is', null)
      .orderBy('name_key')
      .orderBy('id')
      .execute(),

  /** One of them, in the archive or not, whoever asks. */
  byId: (db: Db, orgId: string, id: string): Promise<DepartmentTable | undefined> =>
    db.selectFrom('department').selectAll().where('org_id', '=', orgId).where('id', '=', id).executeTakeFirst(),

  /** Active people of departments. */
  people: (db: Db, orgId: string) =>
    db
      .selectFrom('person')
      .select(['id', 'name', 'email', 'department_id'])
      .where('org_id', '=', orgId)
      .where('archived_at', 'is', null)
      .where('is_active', '=', 1)
      .where('department_id', 'is not', null)
      .orderBy('name_key')
      .orderBy('id')
      .execute(),
};

export const departmentColumns = ({
  headId,
  urgentHours,
  importantHours,
  routineHours,
  ...same
}: DepartmentPatch): Partial<DepartmentTable> => ({
  ...same,
  ...(same.name === undefined ? {} : { name_key: foldName(same.name) }),
  ...(headId === undefined ? {} : { head_id: headId }),
  ...(urgentHours === undefined ? {} : { urgent_hours: urgentHours }),
  ...(importantHours === undefined ? {} : { important_hours: importantHours }),
  ...(routineHours === undefined ? {} : { routine_hours: routineHours }),
});

/** Within how many working hours a department solves what presses so much. */
export const hoursFor = (row: DepartmentTable, severity: Severity): number =>
  ({ urgent: row.urgent_hours, important: row.important_hours, routine: row.routine_hours })[severity];

const issueStore = recordStore({
  table: 'issue',
  sort: {
    dueAt: 'due_at',
    name: 'name_key',
    createdAt: 'created_at',
    updatedAt: 'updated_at',
    resolvedAt: 'resolved_at',
  },
  filter: {
    ...{ name: 'name_key', kind: 'kind', severity: 'severity', state: 'state', level: 'level', dueAt: 'due_at' },
    ...{ departmentId: 'department_id', ownerId: 'owner_id', raisedById: 'raised_by_id' },
    ...{ accountId: 'account_id', opportunityId: 'opportunity_id', invoiceId: 'invoice_id' },
  },
  search: ['name_key'],
  account: 'account_id',
});

/** What narrows issues down: whose they are, whom they are before, which customers they are about. */
export type IssuesOf = {
  personIds?: readonly string[];
  departmentIds?: readonly string[];
  accountIds?: readonly string[];
};

/** The most pressing first. */
const pressing = sql<number>`case severity ${sql.join(
  severities.map((severity, at) => sql`when ${severity} then ${sql.lit(at)}`),
  sql` `,
)} end`;

/** Issues in sight that are in some states. */
const standing = (db: Db, actor: Actor, states: readonly IssueState[]) =>
  (db as unknown as Kysely<Loose>)
    .selectFrom('issue')
    .where('org_id', '=', actor.orgId)
    .where('archived_at', 'is', null)
    .where('state', 'in', [...states])
    .where((eb: ExpressionBuilder<Loose, string>) => visibleTo(actor, sightOf.issue)(eb));

export const issues = {
  ...issueStore,

  /** One column of the board: the most pressing, or those solved last, and how many there are. */
  async column(
    db: Db,
    actor: Actor,
    { state, limit, ...by }: { state: IssueState; limit: number; departmentId?: string | undefined },
  ): Promise<{ total: number; rows: IssueTable[] }> {
    const base = standing(db, actor, [state]).$if(by.departmentId !== undefined, (query) =>
      query.where('department_id', '=', by.departmentId),
    );
    const ordered =
      state === 'resolved' ? base.orderBy('resolved_at', 'desc') : base.orderBy(pressing).orderBy('due_at');
    const rows = await ordered.selectAll().orderBy('id').limit(limit).execute();
    const counted = await base.select((eb) => eb.fn.countAll<number>().as('n')).executeTakeFirst();
    return { total: Number(counted?.['n'] ?? 0), rows: rows as unknown as IssueTable[] };
  },

  /** Those with their solvers that have not gone up as high as they can, whoever sees them: for the job. */
  risable: (db: Db, orgId: string): Promise<IssueTable[]> =>
    db
      .selectFrom('issue')
      .selectAll()
      .where('org_id', '=', orgId)
      .where('archived_at', 'is', null)
      .where('state', 'in', ['open', 'accepted'])
      .where('level', '<', 2)
      .orderBy('due_at')
      .orderBy('id')
      .execute(),

  /** Takes the number of those in a department that are not closed. */
  countBefore: async (work: Work, departmentId: string): Promise<number> =>
    Number(
      (
        await work.db
          .selectFrom('issue')
          .select((eb) => eb.fn.countAll<number>().as('n'))
          .where('org_id', '=', work.actor.orgId)
          .where('department_id', '=', departmentId)
          .where('archived_at', 'is', null)
          .where('state', 'in', ['open', 'accepted', 'bounced'])
          .executeTakeFirst()
      )?.n ?? 0,
    ),
};

/**
 * Issues in sight that still have to be solved, the most pressing first: of some people (raised by them or theirs to solve), departments
 * or customers; of all where nothing is said. For an agenda, a panel, a page.
 */
export async function openIssuesOf(
  db: Db,
  actor: Actor,
  { personIds, departmentIds, accountIds }: IssuesOf = {},
  limit = 200,
): Promise<IssueTable[]> {
  const isNobody = [personIds, departmentIds, accountIds].some((ids) => ids !== undefined && ids.length === 0);
  if (isNobody) return [];
  let query = standing(db, actor, ['open', 'accepted', 'bounced']);
  if (personIds)
    query = query.where((eb) =>
      eb.or([eb('owner_id', 'in', [...personIds]), eb('raised_by_id', 'in', [...personIds])]),
    );
  if (departmentIds) query = query.where('department_id', 'in', [...departmentIds]);
  if (accountIds) query = query.where('account_id', 'in', [...accountIds]);
  const rows = await query.selectAll().orderBy(pressing).orderBy('due_at').orderBy('id').limit(limit).execute();
  return rows as unknown as IssueTable[];
}
