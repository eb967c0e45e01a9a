import type { LeadView } from '@milepost/contract/leads';
import { expect, it } from 'vitest';
import { takenValues } from './taken-values.ts';

const taken = (field: string, value: string, confidence: number, source = 'text') =>
  ({ field, value, raw: value, source, path: 'p', confidence }) as LeadView['provenance'][number];

it('tells each value once with all its places, what the record kept first, in reading order', () => {
  const lead = {
    name: 'Ada',
    phone: '+4930 1234567',
    provenance: [
      taken('phone', '030 7654321', 0.95),
      taken('phone', '+49 30 123 45 67', 0.7),
      taken('phone', '+49 30 1234567', 0.9, 'label'),
      taken('wechat', 'ada', 0.9),
      taken('name', 'Ada', 0.97),
    ],
  };
  const values = takenValues(lead);
  expect(values.map(({ field, value, isKept }) => [field, value, isKept])).toEqual([
    ['name', 'Ada', true],
    ['phone', '+49 30 1234567', true],
    ['phone', '030 7654321', false],
    ['wechat', 'ada', false],
  ]);
  expect(values[1]?.places.map(({ source }) => source)).toEqual(['label', 'text']);
});
