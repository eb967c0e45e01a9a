import type { BoardQuery } from '@milepost/contract/pipeline';
import { foldName } from '@milepost/core/identity/fold-name';
import { type ExpressionBuilder, type Kysely, type SqlBool, sql } from 'kysely';
import type { Actor } from '../../auth/actor.ts';
import { orZero } from '../../db/columns.ts';
import { meets } from '../../db/condition-store.ts';
import { indexedField, meetsField } from '../../db/field-index.ts';
import type { Db } from '../../db/open.ts';
import { visibleTo } from '../../db/visible-to.ts';
import { opportunities } from './store.ts';

type Loose = Record<string, Record<string, unknown>>;

/** Deals of one stage and currency. `amountMinor` sums the amounts that are known; null when none is. */
export type Pile = {
  stageId: string;
  currency: string;
  count: number;
  withoutAmount: number;
  amountMinor: number | null;
};

/** The deals in sight, piled by stage and currency. */
export async function pilesOf(db: Db, actor: Actor, query: BoardQuery): Promise<Pile[]> {
  let deals = (db as unknown as Kysely<Loose>)
    .selectFrom('opportunity')
    .where('org_id', '=', actor.orgId)
    .where('archived_at', 'is', null)
    .where((eb: ExpressionBuilder<Loose, string>) => visibleTo(actor)(eb));
  const sought = query.q ? foldName(query.q).replace(/[!%_]/g, (mark) => `!${mark}`) : '';
  if (sought) deals = deals.where(sql<SqlBool>`name_key like ${`%${sought}%`} escape '!'`);
  for (const [value, column] of [
    [query.ownerId, 'owner_id'],
    [query.accountId, 'account_id'],
    [query.productId, 'product_id'],
    [query.currency, 'currency'],
  ] as const)
    if (value !== undefined) deals = deals.where(column, '=', value);
  if (query.closesFrom !== undefined) deals = deals.where('expected_close_on', '>=', query.closesFrom);
  if (query.closesTo !== undefined) deals = deals.where('expected_close_on', '<=', query.closesTo);
  (query.filter ?? []).forEach((condition, index) => {
    const fieldId = indexedField(condition);
    deals = deals.where(
      fieldId === null
        ? meets(opportunities.spec.filter, condition, index)
        : meetsField(fieldId, condition, { orgId: actor.orgId, subject: 'opportunity' }),
    );
  });
  const rows = await deals
    .select((eb) => [
      'stage_id',
      'currency',
      eb.fn.countAll<number>().as('n'),
      eb.fn.count<number>('amount_minor').as('known'),
      eb.fn.sum<number>('amount_minor').as('amount'),
    ])
    .groupBy(['stage_id', 'currency'])
    .orderBy('stage_id')
    .orderBy('currency')
    .execute();
  return rows.map((row) => ({
    stageId: String(row['stage_id']),
    currency: String(row['currency']),
    count: orZero(row.n),
    withoutAmount: orZero(row.n) - orZero(row.known),
    amountMinor: orZero(row.known) === 0 ? null : orZero(row.amount),
  }));
}
