import type { AllocationView, BudgetLineView, BurnQuery, BurnView, ReturnsView } from '@milepost/contract/budget';
import { defineQueryOptions } from '@pinia/colada';
import { http } from '../http/http.ts';
import type { RecordKind } from '../records/record-kind.ts';
import { recordsPage } from '../records/records.queries.ts';

export const budgetLineKind: RecordKind = {
  subject: 'budget_line',
  room: 'budget',
  path: '/budget/lines',
  place: '/plan/budget',
};

export type BurnAxis = BurnQuery['by'];
/** A fiscal year; null is the one under way. */
export type BudgetYear = number | null;

/** Budget, spend and what is left of it by an axis. */
export const burnQuery = defineQueryOptions(({ by, fiscalYear }: { by: BurnAxis; fiscalYear: BudgetYear }) => ({
  key: ['budget', 'burn', by, fiscalYear ?? 'now'],
  query: ({ signal }) => http.get<BurnView>('/budget/burn', { query: { by, fiscalYear }, signal }),
}));

/** The budget lines of a fiscal year in sight, all of them: page after page. */
export const linesQuery = defineQueryOptions(({ fiscalYear }: { fiscalYear: number }) => ({
  key: ['budget', 'lines', fiscalYear],
  query: async ({ signal }): Promise<BudgetLineView[]> => {
    const lines: BudgetLineView[] = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof recordsPage<BudgetLineView>>> = await recordsPage<BudgetLineView>(
        budgetLineKind,
        { filter: [{ field: 'fiscalYear', op: 'is', value: fiscalYear }], after, limit: 200 },
        signal,
      );
      lines.push(...page.items);
      after = page.next;
    } while (after !== null);
    return lines;
  },
}));

export const returnsQuery = defineQueryOptions(({ fiscalYear }: { fiscalYear: BudgetYear }) => ({
  key: ['budget', 'returns', fiscalYear ?? 'now'],
  query: ({ signal }) => http.get<ReturnsView>('/budget/returns', { query: { fiscalYear }, signal }),
}));

export const allocationQuery = defineQueryOptions(({ fiscalYear }: { fiscalYear: BudgetYear }) => ({
  key: ['budget', 'allocation', fiscalYear ?? 'now'],
  query: ({ signal }) => http.get<AllocationView>('/budget/allocation', { query: { fiscalYear }, signal }),
}));
