import type { ExpenseView } from '@milepost/contract/expenses';
import type { ExpenseDeed } from '@milepost/core/expenses/decide';
import { useMutation } from '@pinia/colada';
import { useI18n } from 'vue-i18n';
import { useNotices } from '../frame/notices.ts';
import { http } from '../http/http.ts';
import { useReread } from '../http/reread.ts';

/** A step of a claim: handed in, taken back, approved, rejected, reimbursed. A claim that changed meanwhile is read again first. */
export function useExpenseStep({ onDone }: { onDone?: () => void } = {}) {
  const { t } = useI18n();
  const { done, failed } = useNotices();
  const reread = useReread();
  const { mutate: step, isLoading } = useMutation({
    mutation: ({ expense, deed, reason }: { expense: ExpenseView; deed: ExpenseDeed; reason?: string }) =>
      http.post<ExpenseView>(`/expenses/${expense.id}/${deed}`, reason ? { reason } : {}, {
        ifMatch: expense.version,
      }),
    onSuccess: (expense, { deed }) => {
      void reread('expense', 'budget', 'change');
      done(t(`expenses.done.${deed}`), { about: `expense ${expense.id}` });
      onDone?.();
    },
    onError: (error) => {
      failed(error);
      void reread('expense');
    },
  });
  return { step, isStepping: isLoading };
}
