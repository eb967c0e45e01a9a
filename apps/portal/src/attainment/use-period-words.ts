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
  /** Why a period has no change against the year before; null where it has one, or is not over. */
  function notCompared(view: AttainmentPeriod, grain: AttainmentGrain): string | null {
    if (view.state !== 'over') return null;
    const reason = (mismatch: NonNullable<AttainmentPeriod['mismatch']>, from: string) =>
      t(`attainment.mismatch.${mismatch}`, { period: period(from, grain) });
    if (view.mismatch !== null) {
      const since = view.definitionChangedOn;
      return [
        reason(view.mismatch, view.from),
        ...(since ? [t('attainment.changedOn', { day: formats.value.day(since) ?? '' })] : []),
      ].join(' ');
    }
    return view.before.mismatch === null ? null : reason(view.before.mismatch, view.before.from);
  }

  return { period, short, notCompared };
}
