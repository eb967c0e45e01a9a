import type { FieldSubject } from '@milepost/contract/fields';
import type { FieldType } from '@milepost/core/fields/custom-field';
import type { FieldSpec, KindSpec } from '@milepost/core/imports/kind';
import type { FieldInUse } from '../../fields/store.ts';

/** The kinds of import whose records bear custom fields. */
export const bearingKinds: Readonly<Partial<Record<string, FieldSubject>>> = {
  accounts: 'account',
  contacts: 'contact',
  leads: 'lead',
  opportunities: 'opportunity',
};

const typeOf: Readonly<Record<FieldType, FieldSpec['type']>> = {
  text: 'text',
  number: 'number',
  money: 'amount',
  day: 'day',
  choice: 'choice',
  boolean: 'boolean',
};

/** The field of an import that goes into a custom field. */
export const importField = (id: string): string => `field:${id}`;

const specOf = ({ id, name, type, choices }: FieldInUse): FieldSpec => ({
  field: importField(id),
  type: typeOf[type],
  // A file brings what it has: what is required is asked of who enters a record by hand.
  isRequired: false,
  synonyms: [name],
  ...(type === 'choice' ? { choices: Object.fromEntries(choices.map((choice) => [choice, [choice]])) } : {}),
});

/** A kind with the organisation's own fields, each known by its name. */
export const kindWith = (kind: KindSpec, fields: readonly FieldInUse[]): KindSpec =>
  fields.length === 0 ? kind : { ...kind, fields: [...kind.fields, ...fields.map(specOf)] };
