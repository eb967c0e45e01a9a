import { toDay } from '@milepost/core/calendar/civil-day';
import { type CashSums, cashParts } from '@milepost/core/receivables/cash-parts';
import type { ExpressionBuilder, Kysely } from 'kysely';
import type { Actor } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import { invoicesOf, placeOf } from '../../db/receivable-tally-store.ts';
import { visibleTo } from '../../db/visible-to.ts';

type Loose = Record<string, Record<string, unknown>>;

const idsAtOnce = 500;

/** The invoices of which something lies after a day: they are few, and stand otherwise on that day than in the sums. */
async function aheadOf(db: Db, orgId: string, on: string): Promise<string[]> {
  const [issued, posted] = await Promise.all([
    db.selectFrom('invoice').select('id').where('org_id', '=', orgId).where('issued_on', '>', on).execute(),
    db.selectFrom('receipt').select('invoice_id as id').where('org_id', '=', orgId).where('day', '>', on).execute(),
  ]);
  return [...new Set([...issued, ...posted].map(({ id }) => id))];
}

/** What was paid by age and what is open by day of issue, at the end of a day, of everybody in sight, in one currency. */
export async function receivableSums(
  db: Db,
  actor: Actor,
  { on, currency }: { on: string; currency: string },
): Promise<CashSums> {
  const { orgId } = actor;
  const seen = (table: 'receivable_tally' | 'invoice') =>
    (db as unknown as Kysely<Loose>)
      .selectFrom(table as string)
      .where('org_id', '=', orgId)
      .where('currency', '=', currency)
      .where((eb: ExpressionBuilder<Loose, string>) => visibleTo(actor)(eb));
  const rows = await seen('receivable_tally')
    .select((eb) => ['kind', 'place', eb.fn.sum('value').as('value'), eb.fn.sum('squares').as('squares')])
    .groupBy(['kind', 'place'])
    .execute();
  const sums = { paid: new Map<number, number>(), open: new Map<number, { amount: number; squares: number }>() };
  const add = (kind: unknown, place: string, { value, squares }: { value: number; squares: number }) => {
    if (kind === 'paid') sums.paid.set(Number(place), (sums.paid.get(Number(place)) ?? 0) + value);
    else {
      const { amount, squares: before } = sums.open.get(toDay(place)) ?? { amount: 0, squares: 0 };
      sums.open.set(toDay(place), { amount: amount + value, squares: before + squares });
    }
  };
  for (const { kind, place, value, squares } of rows)
    add(kind, String(place), { value: Number(value), squares: Number(squares) });
  const ahead = await aheadOf(db, orgId, on);
  for (let from = 0; from < ahead.length; from += idsAtOnce) {
    const ids = ahead.slice(from, from + idsAtOnce);
    const inSight = new Set((await seen('invoice').select('id').where('id', 'in', ids).execute()).map(({ id }) => id));
    for (const { invoice } of (await invoicesOf(db, orgId, ids)).filter(({ row }) => inSight.has(row.id)))
      for (const [parts, sign] of [
        [cashParts(invoice), -1],
        [cashParts(invoice, toDay(on)), 1],
      ] as const)
        for (const part of parts) {
          const squares = part.kind === 'open' ? part.amount ** 2 : 0;
          add(part.kind, placeOf(part), { value: sign * part.amount, squares: sign * squares });
        }
  }
  return {
    paid: [...sums.paid].flatMap(([age, amount]) => (amount > 0 ? [{ age, amount }] : [])),
    open: [...sums.open].flatMap(([issued, sum]) => (sum.amount > 0 ? [{ issued, ...sum }] : [])),
  };
}
