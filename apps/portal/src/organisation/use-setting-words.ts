import { useI18n } from 'vue-i18n';
import type { ClashField } from '../frame/clash-fields.ts';
import { currentLocale } from '../i18n/i18n.ts';
import { localeNames } from '../i18n/locale-choice.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { type Choice, countryChoices, monthChoices, weekdayChoices } from './place-choices.ts';
import { settingKeys } from './settings-draft.ts';

/** The settings with their names, and what a value of each is called: for two states side by side. */
export function useSettingWords() {
  const { t } = useI18n();
  const formats = useFormats();
  const among = (choices: readonly Choice<unknown>[]) => (value: unknown) =>
    choices.find((choice) => choice.value === value)?.label ?? null;
  const listed = (value: unknown, one: (item: unknown) => string | null): string | null =>
    Array.isArray(value) && value.length > 0 ? value.map(one).join(', ') : t('organisation.none');
  return (): ClashField[] => {
    const locale = currentLocale();
    const weekday = among(weekdayChoices(locale));
    const texts: Partial<Record<(typeof settingKeys)[number], (value: unknown) => string | null>> = {
      country: among(countryChoices(locale)),
      locale: (value) => localeNames[value as keyof typeof localeNames] ?? null,
      fiscalYearStart: among(monthChoices(locale)),
      fiscalYearLabel: (value) => t(`organisation.choice.fiscalYearLabel.${String(value)}`),
      proRata: (value) => t(`organisation.choice.proRata.${String(value)}`),
      sellingHoursPerDay: (value) => formats.value.number(Number(value), 2),
      hoursPerLead: (value) => (value === null ? null : formats.value.number(Number(value), 2)),
      weekStart: weekday,
      workingWeekdays: (value) => listed(value, weekday),
      holidays: (value) => listed(value, (day) => formats.value.day(String(day))),
    };
    return settingKeys.map((key) => {
      const text = texts[key];
      return { key, label: t(`organisation.field.${key}`), ...(text ? { text } : {}) };
    });
  };
}
