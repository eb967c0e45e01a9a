import { type FieldSubject, hasFields } from '@milepost/contract/fields';
import { useQuery } from '@pinia/colada';
import { computed } from 'vue';
import { useI18n } from 'vue-i18n';
import { customFieldsQuery } from '../fields/fields.queries.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { columnsOf, factsOf, filtersOf, formFieldsOf, type ValueWriting } from './own-fields.ts';

/** Tags and custom fields of a kind of record, for its list, its form and its page; nothing for a kind that bears none. */
export function useOwnFields(subject: string) {
  const { t } = useI18n();
  const formats = useFormats();
  const bears = hasFields(subject);
  const { state } = useQuery(() => ({ ...customFieldsQuery(subject as FieldSubject), enabled: bears }));
  const fields = computed(() => state.value.data ?? []);
  const write: ValueWriting = (type, value) => {
    if (value === null || value === undefined) return null;
    if (type === 'boolean') return t(value === true ? 'records.yes' : 'records.no');
    if (type === 'money') return formats.value.money(Number(value));
    if (type === 'number') return formats.value.number(Number(value), 4);
    return type === 'day' ? formats.value.day(String(value)) : String(value);
  };
  const tagsLabel = () => t('fields.tags');
  return {
    fields,
    write,
    formFields: computed(() => (bears ? formFieldsOf(subject, fields.value) : [])),
    filters: computed(() => (bears ? filtersOf(subject, fields.value) : [])),
    columns: computed(() => (bears ? columnsOf(fields.value, write, tagsLabel()) : [])),
    factsOf: (record: object) => (bears ? factsOf(record, fields.value, write, tagsLabel()) : []),
  };
}
