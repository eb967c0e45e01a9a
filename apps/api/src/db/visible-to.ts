import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import type { Actor } from '../auth/actor.ts';

/** The column by which everybody of a department sees a row. */
export const ofDepartment = 'department_id';

type Columns = Record<string, Record<string, unknown>>;

/** Rows of another table that name people who see a record too: `row` and `org` are the columns of the record, with its table. */
export type NamedBeside = {
  readonly table: string;
  readonly key: string;
  readonly person: string;
  readonly row: string;
  readonly org: string;
};

/**
 * The one predicate of sight, for every list, total, search, export, history and match. Rep: what they own or back up.
 * Manager: what their people own or back up, and what nobody owns. Administrator: the organisation. Members of other departments: what
 * is before their department, and what they raised or took on.
 * @param by the columns that name the people a row belongs to; the first is the owner; none when everybody of the
 * organisation sees it.
 * @param beside where further people are named who see it, as attendees see a meeting
 */
export function visibleTo(actor: Actor, by: readonly string[] = ['owner_id', 'backup_id'], beside?: NamedBeside) {
  return (eb: ExpressionBuilder<Columns, string>): Expression<SqlBool> => {
    const { reach, departmentId, isConfined } = actor;
    // Only issues have a department: to members of one, every other table is empty, also those that everybody sees.
    if (isConfined && !by.includes(ofDepartment)) return sql<SqlBool>`1 = 0`;
    if (reach === 'all' || by.length === 0) return sql<SqlBool>`1 = 1`;
    const columns: Expression<SqlBool>[] = by
      .filter((column) => column !== ofDepartment)
      .map((column) => (reach.length === 1 ? eb(column, '=', reach[0]) : eb(column, 'in', [...reach])));
    if (departmentId && by.includes(ofDepartment)) columns.push(eb(ofDepartment, '=', departmentId));
    const owner = by[0];
    if (actor.role === 'manager' && owner) columns.push(eb(owner, 'is', null));
    if (beside)
      columns.push(
        eb.exists(
          eb
            .selectFrom(beside.table)
            .select(`${beside.table}.${beside.person}`)
            .whereRef(`${beside.table}.org_id`, '=', beside.org)
            .whereRef(`${beside.table}.${beside.key}`, '=', beside.row)
            .where(`${beside.table}.${beside.person}`, 'in', [...reach]),
        ),
      );
    return eb.or(columns);
  };
}
