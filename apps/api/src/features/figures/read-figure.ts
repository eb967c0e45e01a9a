import type { ExplainedView } from '@milepost/contract/explain';
import type { FigureView, Measure } from '@milepost/contract/figures';
import { Failure, fieldIssue } from '../../http/failure.ts';
import type { Asked, MeasureSpec } from './measure.ts';
import { registry } from './registry.ts';

/** @throws Failure `invalid-input` for days in the wrong order, and a dimension that the measure is not divided by */
function specFor(measure: Measure, { from, to, by }: Asked['query']): MeasureSpec {
  if (to < from)
    throw new Failure('invalid-input', fieldIssue('/to', 'before-from', 'the last day is before the first'));
  const spec = registry[measure];
  if (by !== undefined && !spec.dimensions.includes(by))
    throw new Failure('invalid-input', fieldIssue('/by', 'not-divisible', `${measure} has no ${by}`));
  return spec;
}

/**
 * A measure between two days, both included, by a dimension, of what is in the actor's sight.
 * @throws Failure `mixed-currencies`, `invalid-input`
 */
export const readFigure = (measure: Measure, asked: Asked): Promise<FigureView> =>
  specFor(measure, asked.query).read(asked);
import { type FigureRow, measured, partsOf, rowsOf } from './figure-rows.ts';
import { labelsOf } from './labels-store.ts';
import {
  countCredits,
  type GroupSums,
  type MissingRate,
  missingRates,
  type Part,
  type Selection,
  sumsBy,
} from './store.ts';

export type Figure = Omit<FigureView, 'rows'> & { rows: FigureRow[] };

const isMoney = (measure: Measure): boolean => measure === 'revenue' || measure === 'margin';

/** What of money in another currency stands for it in the organisation's. */
const inHome = {
  revenue: 'org_revenue',
  costed_revenue: 'org_costed_revenue',
  cost: 'org_cost',
} as const satisfies Partial<Record<Part, Part>>;
const isConverted = (part: Part): part is keyof typeof inHome => part in inHome;

/** Missing rates as issues, beside the subtotal of each currency: nothing is summed by half. */
function withheld(measure: Measure, sums: readonly GroupSums[], missing: readonly MissingRate[]): Failure {
  const subtotals = [...Map.groupBy(sums, (sum) => sum.currency)].sort(([a], [b]) => (a < b ? -1 : 1));
  return new Failure('missing-rate', {
    issues: [
      ...missing.slice(0, 100).map(({ currency, day }) => ({
        path: `/rates/${currency}/${day}`,
        code: 'missing',
        message: `no rate of ${currency} on ${day}`,
        value: day,
      })),
      ...subtotals.map(([currency, own]) => {
        const subtotal = own.reduce((total, sum) => total + measured(measure, sum), 0);
        return {
          path: `/subtotals/${currency}`,
          code: 'subtotal',
          message: `${subtotal} minor units of ${currency}`,
          value: String(subtotal),
        };
      }),
    ],
  });
}

/**
 * Money in the organisation's currency, each credit at the rate that it was frozen at. A single currency that is asked for
 * stays as it is. @throws Failure `missing-rate`
 */
async function inOneCurrency(
  db: Db,
  actor: Actor,
  measure: Measure,
  selection: Selection,
  sums: readonly GroupSums[],
): Promise<readonly GroupSums[]> {
  const { currency: home } = actor.organisation;
  const wanted = partsOf[measure];
  const isAbroad = (sum: GroupSums) => sum.currency !== home && wanted.some((part) => sum[part] !== 0);
  if (selection.currency !== undefined || !sums.some(isAbroad)) return sums;
  const missing = await missingRates(db, actor, selection);
  if (missing.length > 0) throw withheld(measure, sums, missing);
  const converted = await sumsBy(
    db,
    actor,
    selection,
    wanted.filter(isConverted).map((part) => inHome[part]),
  );
  const abroad = converted
    .filter((sum) => sum.currency !== home)
    .map((sum) => ({ ...sum, revenue: sum.org_revenue, costed_revenue: sum.org_costed_revenue, cost: sum.org_cost }));
  return [...sums.filter((sum) => sum.currency === home), ...abroad].map((sum) => ({ ...sum, currency: home }));
}

/**
 * A measure between two days, both included, by a dimension, of what is in the actor's sight: a rep sees their own
 * credits, a manager those of their people and nobody's, an administrator all.
 * @throws Failure `missing-rate`, `invalid-input`
 */
export async function readFigure(db: Db, actor: Actor, measure: Measure, query: FigureQuery): Promise<Figure> {
  const { from, to, by, currency } = query;
  if (to < from)
    throw new Failure('invalid-input', fieldIssue('/to', 'before-from', 'the last day is before the first'));
  const { organisation } = actor;
  const selection = { from, to, currency, by };
  const summed = await sumsBy(db, actor, selection, partsOf[measure]);
  const sums = isMoney(measure) ? await inOneCurrency(db, actor, measure, selection, summed) : summed;
  const calendar = { firstMonth: organisation.fiscalYearStart, label: organisation.fiscalYearLabel };
  const labels = by ? await labelsOf(db, actor, by, [...new Set(sums.flatMap(({ group }) => group ?? []))]) : null;
  return {
    measure,
    from,
    to,
    by: by ?? null,
    unit: isMoney(measure) ? 'money' : 'count',
    currency: isMoney(measure) ? (currency ?? organisation.currency) : null,
    total: sums.reduce((total, sum) => total + measured(measure, sum), 0),
    rows: by ? rowsOf(measure, sums, { by, labels, calendar }) : [],
    unknown: await unknownOf(db, actor, measure, query, sums),
  };
}

/**
 * How a figure, or one of its rows, comes about: down to the records.
 * @throws Failure `not-found` when there is no row of that key, or nothing to explain
 */
export const explainFigure = (measure: Measure, asked: Asked, key: string | undefined): Promise<ExplainedView> =>
  specFor(measure, asked.query).explain(asked, key);
