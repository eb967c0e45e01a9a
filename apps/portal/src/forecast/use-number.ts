import type { ForecastView, OverrideView, SubmissionView } from '@milepost/contract/forecast';
import { useMutation } from '@pinia/colada';
import { shallowRef } from 'vue';
import { useI18n } from 'vue-i18n';
import { useNotices } from '../frame/notices.ts';
import { http } from '../http/http.ts';
import { newId } from '../http/new-id.ts';
import { Clash } from '../http/problem.ts';
import { useReread } from '../http/reread.ts';
import type { Scope } from './forecast.queries.ts';

export type SaidNumber = { scope: Scope; period: Pick<ForecastView, 'from' | 'to'>; amountMinor: number; text: string };
type Hold = SaidNumber & { before: OverrideView | null; ifMatch?: number };

/** Says a number of a forecast: holds one against the model, takes it back, or stands for one. */
export function useNumber({ onDone }: { onDone: () => void }) {
  const { t } = useI18n();
  const { done, failed } = useNotices();
  const reread = useReread();
  const clash = shallowRef<Clash | null>(null);
  let refused: Hold | null = null;
  let id = newId();
  const settled = (sentence: string): void => {
    clash.value = null;
    void reread('forecast');
    done(sentence);
    onDone();
  };

  const { mutate: hold, isLoading: isHolding } = useMutation({
    mutation: ({ scope, period, amountMinor, text, before, ifMatch }: Hold) =>
      before
        ? http.patch<OverrideView>(
            `/forecast-overrides/${before.id}`,
            { amountMinor, reason: text },
            { ifMatch: ifMatch ?? before.version },
          )
        : http.post<OverrideView>('/forecast-overrides', {
            id,
            ...scope,
            from: period.from,
            to: period.to,
            amountMinor,
            reason: text,
          }),
    onSuccess: () => settled(t('forecast.held')),
    onError: (error, asked) => {
      if (!(error instanceof Clash)) return failed(error);
      refused = asked;
      clash.value = error;
    },
  });
  const { mutate: withdraw, isLoading: isWithdrawing } = useMutation({
    mutation: ({ id: own, version }: OverrideView) =>
      http.post<OverrideView>(`/forecast-overrides/${own}/archive`, undefined, { ifMatch: version }),
    onSuccess: () => settled(t('forecast.withdrawn')),
    onError: (error) => {
      failed(error);
      void reread('forecast');
    },
  });
  const { mutate: submit, isLoading: isSubmitting } = useMutation({
    mutation: ({ scope, period, amountMinor, text }: SaidNumber) =>
      http.post<SubmissionView>('/forecast/submissions', {
        id,
        ...scope,
        from: period.from,
        to: period.to,
        amountMinor,
        note: text || null,
      }),
    onSuccess: () => settled(t('forecast.submitted')),
    onError: failed,
  });
  function leave(): void {
    clash.value = null;
    void reread('forecast');
    onDone();
  }
  function resolve({ patch, ifMatch }: { patch: Record<string, unknown>; ifMatch: number }): void {
    if (!refused || Object.keys(patch).length === 0) {
      leave();
      return;
    }
    const { amountMinor = refused.amountMinor, reason = refused.text } = patch as Partial<OverrideView>;
    hold({ ...refused, amountMinor, text: reason, ifMatch });
  }
  return {
    hold,
    withdraw,
    submit,
    isBusy: () => isHolding.value || isWithdrawing.value || isSubmitting.value,
    clash,
    resolve,
    leave,
    /** A form has opened: what it says has an id of its own. */
    begin: () => {
      id = newId();
    },
  };
}
