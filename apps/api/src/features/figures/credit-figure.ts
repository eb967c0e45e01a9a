import type { FigureQuery, FigureView } from '@milepost/contract/figures';
import type { Actor } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import { Failure } from '../../http/failure.ts';
import { type FigureRow, rowsOf } from './figure-rows.ts';
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

/** Money in several currencies has no sum. @throws Failure `mixed-currencies` with a subtotal for each */
function onlyCurrency(measure: CreditMeasure, sums: readonly GroupSums[], otherwise: string): string {
  const counting = sums.filter((sum) => sum.revenue !== 0 || sum.costed_revenue !== 0 || sum.cost !== 0);
  const byCurrency = Map.groupBy(counting, (sum) => sum.currency);
  if (byCurrency.size > 1)
    throw new Failure('mixed-currencies', {
      issues: [...byCurrency]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([currency, own]) => {
          const subtotal = own.reduce((total, sum) => total + measure.of(sum), 0);
          return {
            path: `/subtotals/${currency}`,
            code: 'subtotal',
            message: `${subtotal} minor units of ${currency}`,
            value: String(subtotal),
          };
        }),
    });
  return [...byCurrency.keys()][0] ?? otherwise;
}

/**
 * A measure of credits between two days, both included, by a dimension, of what is in the actor's sight: a rep sees their own
 * credits, a manager those of their people and nobody's, an administrator all.
 * @throws Failure `mixed-currencies`
 */
export async function readCredits(
  db: Db,
  actor: Actor,
  measure: CreditMeasure,
  query: FigureQuery,
): Promise<CreditFigure> {
  const { from, to, by, currency } = query as CreditQuery;
  const { organisation } = actor;
  const sums = await sumsBy(db, actor, { from, to, currency, by }, measure.parts);
  const own = measure.unit === 'money' ? onlyCurrency(measure, sums, currency ?? organisation.currency) : null;
  const calendar = { firstMonth: organisation.fiscalYearStart, label: organisation.fiscalYearLabel };
  const labels = by ? await labelsOf(db, actor, by, [...new Set(sums.flatMap(({ group }) => group ?? []))]) : null;
  return {
    measure: measure.key,
    from,
    to,
    by: by ?? null,
    unit: measure.unit,
    isAdditive: true,
    currency: own,
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
