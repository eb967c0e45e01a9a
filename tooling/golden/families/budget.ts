import { optimum } from '@milepost/core/budget/allocate';
import { benford } from '@milepost/core/expenses/benford';
import type { Call } from '../example.ts';

const hundred = 100;

/** Budgets by equal marginal return, and the first digits of expenses. */
export const budget: Record<string, Call> = {
  'budget.sqrt': ({ input }) => {
    const candidates = (input as number[]).map((scale) => ({
      curve: { kind: 'power', scale, exponent: 0.5 } as const,
    }));
    const found = optimum(candidates, hundred);
    return found.status === 'ok' ? found.spend : found;
  },

  'expense.benford': ({ input }) => {
    const found = benford(input as number[]);
    return found.status === 'ok' ? { mad: found.mad, chi2: found.chi2 } : found;
  },
};
