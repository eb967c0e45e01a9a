import type { FigureQuery, FigureView } from '@milepost/contract/figures';
import type { Actor } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import { type FigureRow, rowsOf } from './figure-rows.ts';
import { inOneCurrency } from './in-one-currency.ts';
import { labelsOf } from './labels-store.ts';
import { type CreditDimension, countCredits, type GroupSums, type Part, type Sums, sumsBy } from './store.ts';

/** A measure that is summed over credits: what must be summed for it, and what it is of those sums. */
export type CreditMeasure = {
  key: 'revenue' | 'margin' | 'quantity' | 'sales';
  unit: 'money' | 'count';
  parts: readonly Part[];
  of(sums: Sums): number;
};

export type CreditFigure = Omit<FigureView, 'rows' | 'total'> & { total: number; rows: FigureRow[] };
/** What is asked of credits: they belong to no event. */
export type CreditQuery = Omit<FigureQuery, 'by'> & { by?: CreditDimension | undefined };

/**
 * A measure of credits between two days, both included, by a dimension, of what is in the actor's sight: a rep sees their own
 * credits, a manager those of their people and nobody's, an administrator all.
 * @throws Failure `missing-rate`
 */
export async function readCredits(
  db: Db,
  actor: Actor,
  measure: CreditMeasure,
  query: FigureQuery,
): Promise<CreditFigure> {
  const { from, to, by, currency } = query as CreditQuery;
  const { organisation } = actor;
  const isMoney = measure.unit === 'money';
  const selection = { from, to, currency, by };
  const summed = await sumsBy(db, actor, selection, measure.parts);
  const sums = isMoney ? await inOneCurrency(db, actor, measure, selection, summed) : summed;
  const calendar = { firstMonth: organisation.fiscalYearStart, label: organisation.fiscalYearLabel };
  const labels = by ? await labelsOf(db, actor, by, [...new Set(sums.flatMap(({ group }) => group ?? []))]) : null;
  return {
    measure: measure.key,
    from,
    to,
    by: by ?? null,
    unit: measure.unit,
    isAdditive: true,
    currency: isMoney ? (currency ?? organisation.currency) : null,
    counts: null,
    interval: null,
    stated: [],
    total: sums.reduce((total, sum) => total + measure.of(sum), 0),
    rows: by ? rowsOf(measure, sums, { by, labels, calendar }) : [],
    unknown: await unknownOf(db, actor, measure.key, query, sums),
  };
}

async function unknownOf(
  db: Db,
  actor: Actor,
  measure: CreditMeasure['key'],
  { from, to, currency }: FigureQuery,
  sums: readonly GroupSums[],
): Promise<FigureView['unknown']> {
  if (measure === 'margin')
    return { unit: 'money', value: sums.reduce((total, sum) => total + sum.revenue - sum.costed_revenue, 0) };
  if (measure !== 'quantity') return null;
  return { unit: 'count', value: (await countCredits(db, actor, { from, to, currency })).unquantified };
}
