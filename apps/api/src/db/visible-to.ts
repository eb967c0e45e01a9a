import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import type { Actor } from '../auth/actor.ts';

/** The column by which everybody of a department sees a row. */
const ofDepartment = 'department_id';

type Columns = Record<string, Record<string, unknown>>;

/**
 * The one predicate of sight, for every list, total, search, export, history and match. Rep: what they own or back up.
 * Manager: what their people own or back up, and what nobody owns. Administrator: the organisation. Members of other departments: what
 * is before their department, and what they raised or took on.
 * @param by the columns that name the people a row belongs to; the first is the owner; none when everybody of the
 * organisation sees it.
 */
export function visibleTo(actor: Actor, by: readonly string[] = ['owner_id', 'backup_id']) {
  return (eb: ExpressionBuilder<Columns, string>): Expression<SqlBool> => {
    const { reach, departmentId, isConfined } = actor;
    // Only issues have a department: to members of one, every other table is empty, also those that everybody sees.
    if (isConfined && !by.includes(ofDepartment)) return sql<SqlBool>`1 = 0`;
    if (reach === 'all' || by.length === 0) return sql<SqlBool>`1 = 1`;
    const columns = by
      .filter((column) => column !== ofDepartment)
      .map((column) => (reach.length === 1 ? eb(column, '=', reach[0]) : eb(column, 'in', [...reach])));
    if (departmentId && by.includes(ofDepartment)) columns.push(eb(ofDepartment, '=', departmentId));
    const owner = by[0];
    if (actor.role === 'manager' && owner) columns.push(eb(owner, 'is', null));
    return eb.or(columns);
  };
}
