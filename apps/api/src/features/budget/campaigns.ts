import { fitCurve } from '@milepost/core/budget/fit-curve';
import type { Curve } from '@milepost/core/budget/response';
import { burnOf } from '@milepost/core/expenses/decide';
import { derive, record, stored } from '@milepost/core/explain/derive';
import type { Why } from '@milepost/core/explain/why';
import type { BudgetLineTable } from '../../db/tables/spend.ts';
import type { BurnFacts } from './burn-facts.ts';
import { resultsOfLine } from './store.ts';

/** A month in which a campaign's approved spend and its counted results are both known, as they come about. */
type Seen = { label: string; spend: Why; result: Why };

/** A campaign of a year: its budget of a month, what its months tell, and the curve that they draw. */
export type Campaign = {
  key: string;
  campaign: string;
  current: Why;
  seen: Seen[];
  curve: Extract<Curve, { kind: 'exponential' }> | null;
};

const monthsInYear = 12;
const nameOf = ({ category, campaign }: BudgetLineTable) => [category, campaign].filter(Boolean).join(' · ');

function seenIn({ lines, claims, months }: BurnFacts, key: string): Seen[] {
  const own = lines.filter(({ campaign_key }) => campaign_key === key);
  return months.flatMap(({ from, to }, month): Seen[] => {
    const label = from.slice(0, 7);
    const counted = own.flatMap((line) => {
      const count = resultsOfLine(line)[month] ?? null;
      return count === null ? [] : [stored('budget-result', `${line.id}:${month + 1}`, count, 'count', nameOf(line))];
    });
    const spent = claims.filter(
      ({ campaign_key, day, status }) =>
        campaign_key === key && from <= day && day <= to && burnOf(status) === 'approved',
    );
    const spend = derive(
      'sum',
      { rule: 'budget.approved-month', unit: 'money', label },
      spent.map(({ id, amount_minor, day, vendor, category }) =>
        record('expense', id, amount_minor, 'money', `${day} · ${vendor ?? category}`),
      ),
    );
    const result = derive('sum', { rule: 'budget.results-month', unit: 'count', label }, counted);
    return counted.length > 0 && spend.value > 0 ? [{ label, spend, result }] : [];
  });
}

/** The campaigns of a year, drawn through the months of that year and of the one before. */
export function campaignsOf(year: BurnFacts, before: BurnFacts): Campaign[] {
  const named = Map.groupBy(
    year.lines.filter(({ campaign_key }) => campaign_key !== null),
    ({ campaign_key }) => campaign_key as string,
  );
  return [...named].map(([key, lines]) => {
    const seen = [...seenIn(before, key), ...seenIn(year, key)];
    const fitted = fitCurve(seen.map(({ spend, result }) => ({ spend: spend.value, result: result.value })));
    const current = derive('round', { rule: 'budget.month-now', unit: 'money' }, [
      derive('quotient', { rule: 'budget.month-now', unit: 'money' }, [
        derive(
          'sum',
          { rule: 'budget.plan', unit: 'money' },
          lines.map((line) => record('budget_line', line.id, line.total_minor, 'money', nameOf(line))),
        ),
        stored('allocation', 'months', monthsInYear, 'count'),
      ]),
    ]);
    return {
      key,
      campaign: lines[0]?.campaign ?? key,
      current,
      seen,
      curve: fitted.status === 'ok' && fitted.curve.kind === 'exponential' ? fitted.curve : null,
    };
  });
}
