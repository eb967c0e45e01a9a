import type { AttainmentGrain, AttainmentPeriod } from '@milepost/contract/attainment';
import { fiscalOf } from '@milepost/contract/calendar';
import { toDay } from '@milepost/core/calendar/civil-day';
import { fiscalYearOf } from '@milepost/core/calendar/fiscal-year';
import { useI18n } from 'vue-i18n';
import { useFormats } from '../i18n/use-formats.ts';
import { useSession } from '../session/session.ts';

/** How periods are called, and why they are not compared. */
export function usePeriodWords() {
  const { t } = useI18n();
  const formats = useFormats();
  const session = useSession();
  const fiscal = (from: string) => {
    const organisation = session.me?.organisation;
    return organisation ? fiscalYearOf(toDay(from), fiscalOf(organisation)) : null;
  };

  /** In full: "March 2026", "FY2026 Q1", "FY2026". */
  function period(from: string, grain: AttainmentGrain): string {
    if (grain === 'month') return formats.value.month(from) ?? '';
    const { label = '', quarter = 0 } = fiscal(from) ?? {};
    return grain === 'year' ? label : t('attainment.quarterOf', { quarter, year: label });
  }
  /** For the foot of a chart. */
  function short(from: string, grain: AttainmentGrain): string {
    if (grain === 'month') return `${formats.value.shortMonth(from) ?? ''} ${from.slice(2, 4)}`;
    return period(from, grain);
  }
  /** Why periods that are over have no change against the year before: each reason once, with the periods that it holds for. */
  function notCompared(periods: readonly AttainmentPeriod[], grain: AttainmentGrain): string[] {
    const found = periods.flatMap(({ state, mismatch, definitionChangedOn: since, from, before }) => {
      if (state !== 'over') return [];
      if (mismatch !== null) return [{ mismatch, since, from }];
      return before.mismatch === null ? [] : [{ mismatch: before.mismatch, since: null, from: before.from }];
    });
    return [...Map.groupBy(found, ({ mismatch, since }) => `${mismatch} ${since ?? ''}`).values()].map((same) => {
      const [first, last] = [same[0], same.at(-1)] as [(typeof found)[number], (typeof found)[number]];
      const names = [...new Set([period(first.from, grain), period(last.from, grain)])].join(' – ');
      const since = first.since ? t('attainment.changedOn', { day: formats.value.day(first.since) ?? '' }) : '';
      return [t(`attainment.mismatch.${first.mismatch}`, { period: names }), since].filter(Boolean).join(' ');
    });
  }

  return { period, short, notCompared };
}
