import type { Condition } from '@milepost/contract/page';
import { foldName } from '@milepost/core/identity/fold-name';
import { type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import { Failure, fieldIssue } from '../http/failure.ts';
import { flag } from './columns.ts';

type Loose = Record<string, Record<string, unknown>>;

/** Does a column hold this text anywhere? The marks of LIKE are taken literally. */
export const containing = (column: string, text: string) =>
  sql<SqlBool>`${sql.ref(column)} like ${`%${text.replace(/[!%_]/g, (mark) => `!${mark}`)}%`} escape '!'`;

/**
 * One condition of a list as SQL.
 * @throws Failure `invalid-input` for a field that the list has not got
 */
export const meets =
  (fields: Readonly<Record<string, string>>, condition: Condition, index: number) =>
  (eb: ExpressionBuilder<Loose, string>) => {
    const column = fields[condition.field];
    if (!column)
      throw new Failure(
        'invalid-input',
        fieldIssue(`/filter/${index}`, 'unknown-field', `${condition.field} is no field of this list`),
      );
    const { op, value = null } = condition;
    const plain = typeof value === 'boolean' ? flag(value) : value;
    const folded = column.endsWith('_key') && typeof plain === 'string' ? foldName(plain) : plain;
    if (op === 'empty') return eb(column, 'is', null);
    if (op === 'not-empty') return eb(column, 'is not', null);
    if (op === 'is') return folded === null ? eb(column, 'is', null) : eb(column, '=', folded);
    if (op === 'is-not') return eb.or([eb(column, '!=', folded), eb(column, 'is', null)]);
    if (op === 'in') {
      const values = Array.isArray(folded) ? folded : [folded];
      return values.length === 0 ? sql<SqlBool>`1 = 0` : eb(column, 'in', values);
    }
    if (op === 'contains') return containing(column, String(folded ?? ''));
    return eb(column, op === 'gte' ? '>=' : '<=', folded);
  };
