import type { ReceivablesRow, ReceivablesView } from '@milepost/contract/receivables';
import { useI18n } from 'vue-i18n';
import { useFormats } from '../i18n/use-formats.ts';
import { useSession } from '../session/session.ts';
import { moneyIn } from './receivables.queries.ts';

/** How the figures of receivables are written, and what their definitions say in words. */
export function useReceivableWords() {
  const { t } = useI18n();
  const formats = useFormats();
  const session = useSession();

  const money = (minor: number, { currency }: Pick<ReceivablesView, 'currency'>): string =>
    moneyIn(minor, currency, formats.value) ?? '';
  /** In short where it is the organisation's own currency. */
  const compact = (minor: number, view: Pick<ReceivablesView, 'currency'>): string =>
    view.currency === session.me?.organisation.currency
      ? (formats.value.compactMoney(minor) ?? '')
      : money(minor, view);
  const days = (value: number | null): string | null =>
    value === null ? null : t('receivables.days', { count: formats.value.number(value, 1) ?? '' }, value);
  const within = ({ definition }: Pick<ReceivablesView, 'definition'>): string =>
    t(`receivables.within.${definition.withinFrom}`, { count: definition.withinDays }, definition.withinDays);
  const interval = (found: ReceivablesRow['collected']): string | null => {
    if (!found) return null;
    const { ratio } = formats.value;
    return t('receivables.interval', { low: ratio(found.low) ?? '', high: ratio(found.high) ?? '' });
  };
  return { money, compact, days, within, interval };
}
