import type { ImportPreview } from '@milepost/contract/imports';
import { expect, it } from 'vitest';
import { importForm, missingFields, proposedMapping } from './import-form.ts';

const preview = {
  kind: 'accounts',
  hasWideMonths: false,
  columns: [
    { column: 0, header: 'account', field: 'name', confidence: 1, unit: 0, filled: 2 },
    { column: 1, header: 'colour', field: null, confidence: 0, unit: 0, filled: 2 },
  ],
  fields: [
    { field: 'name', type: 'text', isRequired: true },
    { field: 'email', type: 'email', isRequired: false },
  ],
} as unknown as ImportPreview;

it('begins with the proposed mapping, and tells what is still missing', () => {
  const mapping = proposedMapping(preview);
  expect(mapping).toEqual({ account: 'name', colour: null });
  expect(missingFields(preview, mapping)).toEqual([]);
  expect(missingFields(preview, { account: null })).toEqual(['name']);
});

it('sends what was chosen', () => {
  const file = new File(['account\nA'], 'a.csv');
  const form = importForm({ kind: 'accounts', file, mapping: { account: 'name' }, options: {}, isDryRun: true });
  expect(form.get('kind')).toBe('accounts');
  expect(form.get('dryRun')).toBe('1');
  expect(JSON.parse(String(form.get('mapping')))).toEqual({ account: 'name' });
});
