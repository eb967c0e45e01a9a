import type { ClippedLead } from '@milepost/contract/leads';
import { expect, it } from 'vitest';
import { editedLead, type PastedField, pastedFields, valuesOf } from './pasted-lead.ts';

const entry = (field: string, value: string) => ({
  field,
  value,
  raw: value,
  source: 'signature',
  path: '',
  confidence: 0.9,
});
const lead: ClippedLead = {
  ...{ kind: 'person', name: 'Ann Lee', title: 'Director', company: null, addresses: [], websites: [], profiles: [] },
  emails: [{ value: 'ann@huaxin.example' }, { value: 'office@huaxin.example' }],
  phones: [
    { value: '1', e164: null, kind: 'fax' },
    { value: '2', e164: '+12', kind: 'tel' },
  ],
  provenance: [entry('name', 'Ann Lee'), entry('title', 'Director'), entry('email', 'ann@huaxin.example')],
};
const asRead = Object.fromEntries(valuesOf(lead).map(({ field, value }) => [field, value])) as Record<
  PastedField,
  string
>;

it('offers the first choice of each field with its source, and a fax as the last choice for a number', () => {
  expect(valuesOf(lead).map(({ field, value, taken }) => [field, value, taken?.source ?? null])).toEqual([
    ['name', 'Ann Lee', 'signature'],
    ['title', 'Director', 'signature'],
    ['company', '', null],
    ['email', 'ann@huaxin.example', 'signature'],
    ['phone', '2', null],
    ['website', '', null],
    ['address', '', null],
  ]);
});

it('leaves what nobody touched as it was read', () => {
  expect(editedLead(lead, asRead)).toEqual(lead);
});

it('says of what was typed that it was typed, and of what was taken out nothing', () => {
  const edited = editedLead(lead, { ...asRead, title: '', company: 'Huaxin', email: 'office@huaxin.example' });
  expect(edited).toMatchObject({ title: null, company: 'Huaxin', emails: [{ value: 'office@huaxin.example' }, {}] });
  expect(edited.provenance.map(({ field, source }) => `${field} ${source}`)).toEqual([
    ...['name signature', 'company typed', 'email typed'],
  ]);
  expect(editedLead(lead, { ...asRead, phone: '' }).phones).toEqual([]);
});

it('knows no other fields than a clip', () => {
  expect(Object.keys(asRead)).toEqual([...pastedFields]);
});
