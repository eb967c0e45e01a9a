import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import type { Actor } from '../auth/actor.ts';

type Columns = Record<string, Record<string, unknown>>;

/**
 * The one predicate of sight, for every list, total, search, export, history and match. Rep: what they own or back up.
 * Manager: what their people own or back up, and what nobody owns. Administrator: the organisation.
 * @param by the columns that name the people a row belongs to; the first is the owner; none when everybody of the
 * organisation sees it.
 */
export function visibleTo(actor: Actor, by: readonly string[] = ['owner_id', 'backup_id']) {
  return (eb: ExpressionBuilder<Columns, string>): Expression<SqlBool> => {
    const { reach } = actor;
    if (reach === 'all' || by.length === 0) return sql<SqlBool>`1 = 1`;
    const columns = by.map((column) => (reach.length === 1 ? eb(column, '=', reach[0]) : eb(column, 'in', [...reach])));
    const owner = by[0];
    if (actor.role === 'manager' && owner) columns.push(eb(owner, 'is', null));
    return eb.or(columns);
  };
}
