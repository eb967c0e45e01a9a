import type { FieldType } from '@milepost/core/fields/custom-field';
import type { RecordColumns } from './record.ts';

/** What a record that bears tags and custom fields carries. */
export type FieldColumns = {
  /** JSON array of tags, null when it has none. */
  tags: string | null;
  /** JSON object: id of a custom field → its value; null when none is known. */
  custom_fields: string | null;
};

export type CustomFieldTable = RecordColumns & {
  subject: 'account' | 'contact' | 'lead' | 'opportunity';
  name: string;
  name_key: string;
  type: FieldType;
  /** JSON array of texts. */
  choices: string;
  is_required: 0 | 1;
  position: number;
};

/** A tag or the value of a custom field, as lists are filtered by it. Made from the columns of its record, never the other way round. */
export type FieldValueTable = {
  org_id: string;
  subject: string;
  record_id: string;
  /** `tags`, or the id of the custom field. */
  field_id: string;
  position: number;
  text: string | null;
  text_key: string | null;
  number: number | null;
};
