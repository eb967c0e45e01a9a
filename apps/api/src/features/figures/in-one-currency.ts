import type { Actor } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import { Failure } from '../../http/failure.ts';
import type { CreditMeasure } from './credit-figure.ts';
import { type GroupSums, type MissingRate, missingRates, type Part, type Selection, sumsBy } from './store.ts';

/** What of money in another currency stands for it in the organisation's. */
const inHome = {
  revenue: 'org_revenue',
  costed_revenue: 'org_costed_revenue',
  cost: 'org_cost',
} as const satisfies Partial<Record<Part, Part>>;
const isConverted = (part: Part): part is keyof typeof inHome => part in inHome;

/** Missing rates as issues, beside the subtotal of each currency: nothing is summed by half. */
function withheld(measure: CreditMeasure, sums: readonly GroupSums[], missing: readonly MissingRate[]): Failure {
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
        const subtotal = own.reduce((total, sum) => total + measure.of(sum), 0);
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
export async function inOneCurrency(
  db: Db,
  actor: Actor,
  measure: CreditMeasure,
  selection: Selection,
  sums: readonly GroupSums[],
): Promise<readonly GroupSums[]> {
  const { currency: home } = actor.organisation;
  const isAbroad = (sum: GroupSums) => sum.currency !== home && measure.parts.some((part) => sum[part] !== 0);
  if (selection.currency !== undefined || !sums.some(isAbroad)) return sums;
  const missing = await missingRates(db, actor, selection);
  if (missing.length > 0) throw withheld(measure, sums, missing);
  const wanted = measure.parts.filter(isConverted).map((part) => inHome[part]);
  const abroad = (await sumsBy(db, actor, selection, wanted))
    .filter((sum) => sum.currency !== home)
    .map((sum) => ({ ...sum, revenue: sum.org_revenue, costed_revenue: sum.org_costed_revenue, cost: sum.org_cost }));
  return [...sums.filter((sum) => sum.currency === home), ...abroad].map((sum) => ({ ...sum, currency: home }));
}
