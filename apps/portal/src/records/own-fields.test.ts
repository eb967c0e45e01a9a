import { expect, it } from 'vitest';
import { type FormField, formOf, patchOf } from './form-fields.ts';
import { flat, formFieldsOf, nested } from './own-fields.ts';

const writing = { decimalMark: '.', exponent: 2 } as const;
const own = (id: string, type: 'text' | 'number' | 'money' | 'boolean' | 'choice', more: object = {}) => ({
  ...{ id, type, name: id.toUpperCase(), choices: type === 'choice' ? ['Rail', 'Road'] : [], isRequired: false },
  ...more,
});
const fields: readonly FormField[] = formFieldsOf('account', [
  own('seats', 'number'),
  own('budget', 'money'),
  own('public', 'boolean'),
  own('mode', 'choice', { isRequired: true }),
]);
const record = { id: 'a', tags: ['Fair', 'VIP'], customFields: { budget: 12_50, public: false, mode: 'Rail' } };

it('shows a record’s own fields in the form, and sends what was changed of them under their field', () => {
  const form = formOf(fields, flat(record), writing);
  expect(form).toEqual({
    'field:seats': '',
    'field:budget': '12.50',
    'field:public': 'no',
    'field:mode': 'Rail',
    tags: 'Fair, VIP',
  });
  const said = { ...form, 'field:seats': '4.5', 'field:public': '', 'field:mode': '', tags: 'VIP' };
  const { patch, missing } = patchOf(fields, said, flat(record), writing);
  expect(nested(patch)).toEqual({ tags: ['VIP'], customFields: { seats: 4.5, public: null, mode: null } });
  expect(missing).toEqual(['field:mode']);
});

it('sends nothing of a form that nobody touched, and names a figure that cannot be read', () => {
  const form = formOf(fields, flat(record), writing);
  expect(nested(patchOf(fields, form, flat(record), writing).patch)).toEqual({});
  expect(patchOf(fields, { ...form, 'field:seats': 'many' }, flat(record), writing).unreadable).toEqual([
    'field:seats',
  ]);
});
