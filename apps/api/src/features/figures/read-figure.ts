import type { FigureQuery, FigureView, Measure } from '@milepost/contract/figures';
import type { Actor } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import { Failure, fieldIssue } from '../../http/failure.ts';
import { type FigureRow, measured, partsOf, rowsOf } from './figure-rows.ts';
import { labelsOf } from './labels-store.ts';
import { countCredits, type GroupSums, sumsBy } from './store.ts';

export type Figure = Omit<FigureView, 'rows'> & { rows: FigureRow[] };

const isMoney = (measure: Measure): boolean => measure === 'revenue' || measure === 'margin';

/** Money in several currencies has no sum. @throws Failure `mixed-currencies` with a subtotal for each */
function onlyCurrency(measure: Measure, sums: readonly GroupSums[], otherwise: string): string {
  const counting = sums.filter((sum) => sum.revenue !== 0 || sum.costed_revenue !== 0 || sum.cost !== 0);
  const byCurrency = Map.groupBy(counting, (sum) => sum.currency);
  if (byCurrency.size > 1)
    throw new Failure('mixed-currencies', {
      issues: [...byCurrency]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([currency, own]) => {
          const subtotal = own.reduce((total, sum) => total + measured(measure, sum), 0);
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
 * A measure between two days, both included, by a dimension, of what is in the actor's sight: a rep sees their own
 * credits, a manager those of their people and nobody's, an administrator all.
 * @throws Failure `mixed-currencies`, `invalid-input`
 */
export async function readFigure(db: Db, actor: Actor, measure: Measure, query: FigureQuery): Promise<Figure> {
  const { from, to, by, currency } = query;
  if (to < from)
    throw new Failure('invalid-input', fieldIssue('/to', 'before-from', 'the last day is before the first'));
  const { organisation } = actor;
  const sums = await sumsBy(db, actor, { from, to, currency, by }, partsOf[measure]);
  const own = isMoney(measure) ? onlyCurrency(measure, sums, currency ?? organisation.currency) : null;
  const calendar = { firstMonth: organisation.fiscalYearStart, label: organisation.fiscalYearLabel };
  const labels = by ? await labelsOf(db, actor, by, [...new Set(sums.flatMap(({ group }) => group ?? []))]) : null;
  return {
    measure,
    from,
    to,
    by: by ?? null,
    unit: isMoney(measure) ? 'money' : 'count',
    currency: own,
    total: sums.reduce((total, sum) => total + measured(measure, sum), 0),
    rows: by ? rowsOf(measure, sums, { by, labels, calendar }) : [],
    unknown: await unknownOf(db, actor, measure, query, sums),
  };
}

async function unknownOf(
  db: Db,
  actor: Actor,
  measure: Measure,
  { from, to, currency }: FigureQuery,
  sums: readonly GroupSums[],
): Promise<FigureView['unknown']> {
  if (measure === 'margin')
    return { unit: 'money', value: sums.reduce((total, sum) => total + sum.revenue - sum.costed_revenue, 0) };
  if (measure !== 'quantity') return null;
  return { unit: 'count', value: (await countCredits(db, actor, { from, to, currency })).unquantified };
}
