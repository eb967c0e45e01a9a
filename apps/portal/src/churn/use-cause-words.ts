import type { ChurnFactsView } from '@milepost/contract/churn';
import type { ChurnSign } from '@milepost/core/churn/alert';
import { useI18n } from 'vue-i18n';
import { useFormats } from '../i18n/use-formats.ts';

/** What each sign of danger says of a customer, in its own words; null where nothing is known of it. */
export function useCauseWords() {
  const { t } = useI18n();
  const formats = useFormats();
  const share = (value: number) => formats.value.ratio(value, 0) ?? '';
  const number = (value: number) => formats.value.number(value, 1) ?? '';
  const day = (value: string | null) => formats.value.day(value) ?? '';

  return {
    causeWords(
      sign: ChurnSign,
      { alive, expected, lastOn, silence, renewal, activity }: ChurnFactsView,
    ): string | null {
      if (sign === 'alive')
        return alive === null
          ? null
          : t('churn.words.alive', { chance: share(alive), expected: number(expected ?? 0), day: day(lastOn) });
      if (sign === 'silence')
        return silence === null
          ? null
          : t('churn.words.silence', {
              gap: number(silence.medianGap),
              silent: number(silence.silentDays),
              chance: share(silence.chance),
            });
      if (sign === 'renewal')
        return renewal === null
          ? null
          : t('churn.words.renewal', {
              day: day(renewal.endsOn),
              chance: share(renewal.chance),
              low: share(renewal.low),
              high: share(renewal.high),
              renewed: number(renewal.renewed),
              decided: number(renewal.decided),
            });
      return activity === null
        ? null
        : t('churn.words.activity', {
            last: number(activity.last),
            mean: number(activity.mean),
            fall: share(Math.abs(activity.fall)),
            way: t(activity.fall >= 0 ? 'churn.words.fell' : 'churn.words.rose'),
          });
    },
  };
}
