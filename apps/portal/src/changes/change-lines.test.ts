import { expect, it } from 'vitest';
import { linesOf } from './change-lines.ts';

it('tells plain values before and after, references and lists by name, and nothing for machines', () => {
  const before = { name: 'A', name_key: 'a', amount_minor: 5, owner_id: 'x', version: 1, segment: 'Water' };
  const after = { name: 'B', name_key: 'b', amount_minor: 7, owner_id: 'y', version: 2, segment: 'Water' };
  expect(linesOf({ action: 'updated', before, after })).toEqual([
    { key: 'name', kind: 'text', before: 'A', after: 'B' },
    { key: 'amountMinor', kind: 'money', before: 5, after: 7 },
    { key: 'ownerId', kind: 'named', before: 'x', after: 'y' },
  ]);
  expect(linesOf({ action: 'created', before: null, after })).toEqual([]);
});
