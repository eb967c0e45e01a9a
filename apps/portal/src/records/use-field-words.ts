import { useI18n } from 'vue-i18n';
import type { FormField } from './form-fields.ts';

type Named = Pick<FormField, 'key' | 'label'>;

/** How the fields of a room are called, and their choices: a custom field by its own name and words. */
export function useFieldWords() {
  const { t } = useI18n();
  return {
    labelOf: (room: string, { key, label }: Named): string => label ?? t(`${room}.field.${key}`),
    choiceOf: (room: string, { key, label }: Named, value: string): string =>
      label === undefined ? t(`${room}.choice.${key}.${value}`) : value,
  };
}
