import type { IssueView } from '@milepost/contract/issues';
import { useI18n } from 'vue-i18n';
import { useFormats } from '../i18n/use-formats.ts';

/** Working time as people count it: minutes below an hour, else hours to the half. */
export const wholeTime = (minutes: number): { unit: 'minutes' | 'hours'; count: number } =>
  Math.abs(minutes) < 60
    ? { unit: 'minutes', count: Math.abs(minutes) }
    : { unit: 'hours', count: Math.round(Math.abs(minutes) / 30) / 2 };

/** What is left of the working time of an issue, in words; null where nothing runs. */
export function useIssueClock() {
  const { t } = useI18n();
  const formats = useFormats();
  return ({ workingMinutesLeft, isLate }: IssueView): string | null => {
    if (workingMinutesLeft === null) return null;
    const { unit, count } = wholeTime(workingMinutesLeft);
    const said = { time: t(`issues.clock.${unit}`, { n: formats.value.number(count, 1) ?? '' }, count) };
    return t(isLate ? 'issues.clock.late' : 'issues.clock.left', said);
  };
}
