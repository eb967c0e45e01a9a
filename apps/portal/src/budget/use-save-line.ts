import type { BudgetLineView } from '@milepost/contract/budget';
import { useMutation } from '@pinia/colada';
import { shallowRef } from 'vue';
import { useI18n } from 'vue-i18n';
import { useNotices } from '../frame/notices.ts';
import { http } from '../http/http.ts';
import { newId } from '../http/new-id.ts';
import { Clash } from '../http/problem.ts';
import { useReread } from '../http/reread.ts';
import type { lineWrite } from './line-form.ts';

type Said = NonNullable<ReturnType<typeof lineWrite>>;
type Write = { before: BudgetLineView | null; said: Partial<Said>; fiscalYear: number; ifMatch?: number };

/** Writes a budget line; a clash is held until somebody has chosen between both states. */
export function useSaveLine({ onDone }: { onDone: () => void }) {
  const { t } = useI18n();
  const { done, failed } = useNotices();
  const rereadSome = useReread();
  const reread = () => rereadSome('budget', 'change', 'expense');
  const clash = shallowRef<Clash | null>(null);
  let id = newId();
  let refused: Write | null = null;

  const { mutate: save, isLoading } = useMutation({
    mutation: ({ before, said, fiscalYear, ifMatch }: Write) =>
      before
        ? http.patch<BudgetLineView>(`/budget/lines/${before.id}`, said, { ifMatch: ifMatch ?? before.version })
        : http.post<BudgetLineView>('/budget/lines', { id, fiscalYear, ...said }),
    onSuccess: () => {
      clash.value = null;
      void reread();
      onDone();
    },
    onError: (error, asked) => {
      if (!(error instanceof Clash)) return failed(error);
      refused = asked;
      clash.value = error;
    },
  });
  const { mutate: archive } = useMutation({
    mutation: (line: BudgetLineView) =>
      http.post<BudgetLineView>(`/budget/lines/${line.id}/archive`, undefined, { ifMatch: line.version }),
    onSuccess: (line) => {
      void reread();
      onDone();
      const undo = async () => {
        await http.post(`/budget/lines/${line.id}/restore`, undefined, { ifMatch: line.version });
        await reread();
      };
      done(t('budget.archived', { name: line.category }), { about: `budget_line ${line.id}`, undo });
    },
    onError: (error) => {
      failed(error);
      void reread();
    },
  });
  function leave(): void {
    clash.value = null;
    void reread();
    onDone();
  }
  function resolve({ patch, ifMatch }: { patch: Record<string, unknown>; ifMatch: number }): void {
    if (!refused || Object.keys(patch).length === 0) leave();
    else save({ ...refused, said: patch as Partial<Said>, ifMatch });
  }
  return {
    save,
    archive,
    isSaving: isLoading,
    clash,
    resolve,
    leave,
    /** A form has opened: what it creates has an id of its own. */
    begin: () => {
      id = newId();
    },
  };
}
