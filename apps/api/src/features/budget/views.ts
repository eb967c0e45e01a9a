import type { BudgetLineView } from '@milepost/contract/budget';
import type { Actor } from '../../auth/actor.ts';
import { nameOf, namesOf } from '../../db/names-store.ts';
import type { Db } from '../../db/open.ts';
import { recordFields } from '../../db/record-fields.ts';
import type { BudgetLineTable } from '../../db/tables/spend.ts';
import { monthsOfLine, resultsOfLine } from './store.ts';

export async function budgetLineViews(
  db: Db,
  actor: Actor,
  rows: readonly BudgetLineTable[],
): Promise<BudgetLineView[]> {
  const names = await namesOf(db, actor, {
    person: rows.map((row) => row.owner_id),
    team: rows.map((row) => row.team_id),
    account: rows.map((row) => row.account_id),
  });
  return rows.map((row) => ({
    ...recordFields(row),
    fiscalYear: row.fiscal_year,
    category: row.category,
    teamId: row.team_id,
    campaign: row.campaign,
    accountId: row.account_id,
    months: monthsOfLine(row),
    results: resultsOfLine(row),
    currency: row.currency,
    totalMinor: row.total_minor,
    team: nameOf(names.team, row.team_id),
    account: nameOf(names.account, row.account_id),
    holder: nameOf(names.person, row.owner_id),
  }));
}
