import type { BudgetLinePatch, NewBudgetLine } from '@milepost/contract/budget';
import { foldName } from '@milepost/core/identity/fold-name';
import type { ExpressionBuilder } from 'kysely';
import type { Actor } from '../../auth/actor.ts';
import { fromJson, toJson } from '../../db/columns.ts';
import type { Db } from '../../db/open.ts';
import { recordStore } from '../../db/record-store.ts';
import { sightOf } from '../../db/sight-store.ts';
import type { BudgetLineTable } from '../../db/tables/spend.ts';
import { visibleTo } from '../../db/visible-to.ts';
import type { Work } from '../../db/work.ts';

type Loose = Record<string, Record<string, unknown>>;

const base = recordStore({
  table: 'budget_line',
  sort: { category: 'category_key', totalMinor: 'total_minor', campaign: 'campaign_key', createdAt: 'created_at' },
  filter: {
    fiscalYear: 'fiscal_year',
    category: 'category_key',
    teamId: 'team_id',
    campaign: 'campaign_key',
    accountId: 'account_id',
    ownerId: 'owner_id',
  },
  search: ['category_key', 'campaign_key'],
});

export const budgetLines = {
  ...base,

  /** The lines of a fiscal year in sight. */
  ofYear: (db: Db, actor: Actor, fiscalYear: number): Promise<BudgetLineTable[]> =>
    db
      .selectFrom('budget_line')
      .selectAll()
      .where('org_id', '=', actor.orgId)
      .where('archived_at', 'is', null)
      .where('fiscal_year', '=', fiscalYear)
      .where((eb) => visibleTo(actor, sightOf.budget_line)(eb as unknown as ExpressionBuilder<Loose, string>))
      .orderBy('category_key')
      .orderBy('id')
      .execute(),

  /** All lines of a category in a year, whoever sees them: what a line is for stands once. */
  ofCategory: (work: Work, fiscalYear: number, categoryKey: string): Promise<BudgetLineTable[]> =>
    work.db
      .selectFrom('budget_line')
      .selectAll()
      .where('org_id', '=', work.actor.orgId)
      .where('archived_at', 'is', null)
      .where('fiscal_year', '=', fiscalYear)
      .where('category_key', '=', categoryKey)
      .execute(),

  /** Those who write lines come one after the other, so that no two are for the same. */
  async take(work: Work): Promise<void> {
    await work.dialect.lock(`budget:${work.actor.orgId}`)?.execute(work.db);
  },
};

export const noResults: readonly null[] = new Array<null>(12).fill(null);
export const monthsOfLine = (row: Pick<BudgetLineTable, 'months'>): number[] => fromJson(row.months);
export const resultsOfLine = (row: Pick<BudgetLineTable, 'results'>): (number | null)[] => fromJson(row.results);

/** What was sent → columns, with folded keys and the total. */
export function budgetLineColumns({
  fiscalYear,
  teamId,
  accountId,
  months,
  results,
  ...same
}: BudgetLinePatch & Partial<NewBudgetLine>): Partial<BudgetLineTable> {
  const campaign = same.campaign || null;
  return {
    ...same,
    ...(same.category === undefined ? {} : { category_key: foldName(same.category) }),
    ...(same.campaign === undefined ? {} : { campaign, campaign_key: campaign && foldName(campaign) }),
    ...(fiscalYear === undefined ? {} : { fiscal_year: fiscalYear }),
    ...(teamId === undefined ? {} : { team_id: teamId }),
    ...(accountId === undefined ? {} : { account_id: accountId }),
    ...(months === undefined
      ? {}
      : { months: toJson(months), total_minor: months.reduce((sum, amount) => sum + amount, 0) }),
    ...(results === undefined ? {} : { results: toJson(results) }),
  };
}
