import type { LearningPathView } from '@milepost/contract/training/paths';
import type { StatusTone } from '@milepost/ui/StatusMark.vue';
import { useI18n } from 'vue-i18n';
import { useFormats } from '../i18n/use-formats.ts';

type Told = Pick<LearningPathView, 'plan' | 'finish' | 'verdict' | 'hoursPerWeek' | 'hours'>;

/** Whether a path is done in time: the sentence that matters, and how it is marked. */
export function useVerdict() {
  const { t } = useI18n();
  const formats = useFormats();
  const hours = (value: number): string => formats.value.number(value, 1) ?? '';
  const wordOf = ({ verdict, hours: left }: Told) => (left === 0 ? 'nothing' : verdict === 'ok' ? 'ok' : 'late');
  return {
    toneOf: (told: Told): StatusTone => (({ nothing: 'quiet', ok: 'good', late: 'bad' }) as const)[wordOf(told)],
    wordOf: (told: Told): string => t(`training.verdict.${wordOf(told)}`),
    sentenceOf: (told: Told): string => {
      const { plan, finish, hoursPerWeek, verdict } = told;
      const said = { day: formats.value.day(plan.dueOn) ?? '', hours: hours(plan.hoursPerWeek) };
      if (wordOf(told) === 'nothing') return t('training.path.nothingLeft');
      if (verdict === 'ok') return t('training.path.fits', { ...said, finish: formats.value.day(finish) ?? '' });
      return hoursPerWeek === null
        ? t('training.path.never', said)
        : t('training.path.tooLate', { ...said, needed: hours(hoursPerWeek) });
    },
  };
}
