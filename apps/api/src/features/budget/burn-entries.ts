import { type BurnQuery, withoutKey } from '@milepost/contract/budget';
import { lineOf } from '@milepost/core/budget/line-of';
import { burnOf } from '@milepost/core/expenses/decide';
import type { BudgetLineTable, ExpenseTable } from '../../db/tables/spend.ts';
import type { BurnFacts } from './burn-facts.ts';
import { monthsOfLine } from './store.ts';

type Axis = BurnQuery['by'];

/** One amount of a row of burn, and the record it stands in. */
export type BurnEntry = {
  key: string;
  figure: 'plan' | 'approved' | 'pending';
  kind: 'budget_line' | 'expense';
  id: string;
  amount: number;
  /** Fiscal month, 0–11; null for a whole year of a line. */
  month: number | null;
};

const monthKey = (month: number): string => String(month + 1).padStart(2, '0');

/** Where a line or a claim stands on an axis; `withoutKey` where it says nothing of it. Lines and months are found elsewhere. */
const keyOn = (
  by: Axis,
  row: Pick<BudgetLineTable | ExpenseTable, 'category_key' | 'team_id' | 'campaign_key' | 'account_id'>,
): string => {
  if (by === 'category') return row.category_key;
  if (by === 'team') return row.team_id ?? withoutKey;
  return (by === 'campaign' ? row.campaign_key : row.account_id) ?? withoutKey;
};

/** Every amount of budget and spend by the row it belongs to: burn and its derivation are both read from these. */
export function burnEntries(facts: BurnFacts, by: Axis): BurnEntry[] {
  return [...planEntries(facts, by), ...spendEntries(facts, by)];
}

const planEntries = ({ lines }: BurnFacts, by: Axis): BurnEntry[] =>
  lines.flatMap((line): BurnEntry[] => {
    const entry = { figure: 'plan', kind: 'budget_line', id: line.id } as const;
    if (by === 'month')
      return monthsOfLine(line).map((amount, month) => ({ ...entry, key: monthKey(month), amount, month }));
    return [{ ...entry, key: by === 'line' ? line.id : keyOn(by, line), amount: line.total_minor, month: null }];
  });

function spendEntries({ lines, claims, months, teamsAbove }: BurnFacts, by: Axis): BurnEntry[] {
  const scopes = lines.map((line) => ({
    id: line.id,
    category: line.category_key,
    teamId: line.team_id,
    campaign: line.campaign_key,
    accountId: line.account_id,
  }));
  const lineIdOf = (claim: ExpenseTable): string =>
    lineOf(
      {
        category: claim.category_key,
        teams: teamsAbove(claim.team_id),
        campaign: claim.campaign_key,
        accountId: claim.account_id,
      },
      scopes,
    )?.id ?? withoutKey;
  return claims.flatMap((claim): BurnEntry[] => {
    const figure = burnOf(claim.status);
    if (figure === null) return [];
    const month = months.findIndex(({ from, to }) => from <= claim.day && claim.day <= to);
    const key = by === 'month' ? monthKey(month) : by === 'line' ? lineIdOf(claim) : keyOn(by, claim);
    return [{ key, figure, kind: 'expense', id: claim.id, amount: claim.amount_minor, month }];
  });
}
