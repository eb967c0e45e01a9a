import type { ForecastModel, SubmissionView } from '@milepost/contract/forecast';
import { useI18n } from 'vue-i18n';
import { useFormats } from '../i18n/use-formats.ts';

/** How a forecast speaks of its method, its interval, its track record and of numbers that went stale. */
export function useForecastWords() {
  const { t } = useI18n();
  const formats = useFormats();

  const intervalOf = ({ conf, low, high, calibration, origins }: ForecastModel): string => {
    const { compactMoney, ratio } = formats.value;
    const said = { conf: ratio(conf, 0) ?? '', low: compactMoney(low) ?? '', high: compactMoney(high) ?? '' };
    return t(`forecast.interval.${calibration}`, { ...said, origins }, origins);
  };

  const trackOf = ({ track, wape, coverage }: ForecastModel): string => {
    const { ratio } = formats.value;
    if (track.length === 0 || wape === null) return t('forecast.noTrack');
    const said = { off: ratio(wape, 0) ?? '', held: ratio(coverage, 0) ?? '', origins: track.length };
    return t('forecast.trackSentence', said, track.length);
  };

  const movedText = ({ deal, kind, fields }: SubmissionView['moved'][number]): string => {
    const what =
      kind === 'gone' ? t('forecast.gone') : fields.map((field) => t(`forecast.movedField.${field}`)).join(', ');
    return t('forecast.movedDeal', { deal: deal?.name ?? t('forecast.outOfSight'), what });
  };

  return { intervalOf, trackOf, movedText, methodOf: (method: string): string => t(`forecast.method.${method}`) };
}
