import { type ComputedRef, computed, type InjectionKey, inject, provide } from 'vue';
import { useI18n } from 'vue-i18n';
import { useSession } from '../session/session.ts';
import type { Formats } from './formats.ts';
import { useFormats } from './use-formats.ts';

/** What the amounts of a page are: minor units, a count, or a share in hundredths of a percent. */
export type AmountUnit = 'money' | 'count' | 'ratio';

const unitKey: InjectionKey<() => AmountUnit> = Symbol('unit of amounts');
const wholeBp = 10_000;

/** Says of what unit the amounts below are; without it they are money. */
export const provideUnit = (unit: () => AmountUnit): void => provide(unitKey, unit);

/** The formatters, with amounts written in a unit. */
export function inUnit(formats: Formats, unit: AmountUnit, countWord: string): Formats {
  if (unit === 'money') return formats;
  const write = (value: number | null) =>
    unit === 'ratio'
      ? formats.ratio(value === null ? null : value / wholeBp, 2)
      : formats.number(value === null ? null : Math.round(value));
  return {
    ...formats,
    money: write,
    amount: write,
    compactMoney: write,
    compactAmount: write,
    currencySymbol: unit === 'ratio' ? '%' : countWord,
  };
}

/** The formatters of the running language and organisation, with amounts in the unit of the page. */
export function useAmounts(): ComputedRef<Formats> {
  const { t } = useI18n();
  const formats = useFormats();
  const unit = inject(unitKey, () => 'money' as const);
  return computed(() => inUnit(formats.value, unit(), t('measures.countUnit')));
}

/** How an amount of the page is typed: a count has no digits after the mark. */
export function useAmountTyping(): () => { decimalMark: '.' | ','; exponent: number } {
  const session = useSession();
  const unit = inject(unitKey, () => 'money' as const);
  return () => ({
    decimalMark: session.me?.organisation.decimalMark ?? '.',
    exponent: unit() === 'money' ? (session.me?.organisation.exponent ?? 2) : 0,
  });
}
