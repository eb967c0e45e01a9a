import { expect, it } from 'vitest';
import { linesOf } from './change-lines.ts';

it('tells plain values before and after, references and lists by name, and nothing for machines', () => {
  const before = { name: 'A', name_key: 'a', amount_minor: 5, owner_id: 'x', version: 1, segment: 'Water' };
  const after = { name: 'B', name_key: 'b', amount_minor: 7, owner_id: 'y', version: 2, segment: 'Water' };
  expect(linesOf({ before, after })).toEqual([
    { key: 'name', kind: 'text', before: 'A', after: 'B' },
    { key: 'amountMinor', kind: 'money', before: 5, after: 7 },
    { key: 'ownerId', kind: 'named', before: 'x', after: 'y' },
  ]);
  expect(linesOf({ before: null, after })).toEqual([]);
  expect(linesOf({ before, after: null })).toEqual([]);
});

it('names what stands in its column as JSON instead of showing it, and leaves the reason to the change itself', () => {
  const before = { split: null, status: 'draft', reason: null, notes: '[sic] as agreed' };
  const after = { split: '[{"personId":"x","shareBp":6000}]', status: 'published', reason: 'Agreed', notes: '[sic]' };
  expect(linesOf({ before, after })).toEqual([
    { key: 'split', kind: 'named', before: null, after: after.split },
    { key: 'status', kind: 'text', before: 'draft', after: 'published' },
    { key: 'notes', kind: 'text', before: '[sic] as agreed', after: '[sic]' },
  ]);
});

it('tells a move by its stages, and a list that is kept as text by its name', () => {
  const after = { stage_id: 'won', split: '[{"personId":"x","shareBp":10000}]' };
  expect(linesOf({ before: { stage_id: 'open', split: null }, after }).map(({ key, kind }) => [key, kind])).toEqual([
    ['stageId', 'stage'],
    ['split', 'named'],
  ]);
});

it('tells by name whose it was and whose it is, where the names are known', () => {
  const [before, after] = [
    { owner_id: 'x', backup_id: 'y' },
    { owner_id: 'y', backup_id: null },
  ];
  expect(linesOf({ before, after, people: { x: 'Ann', y: 'Ben' } })).toEqual([
    { key: 'ownerId', kind: 'text', before: 'Ann', after: 'Ben' },
    { key: 'backupId', kind: 'text', before: 'Ben', after: null },
  ]);
  expect(linesOf({ before, after, people: { y: 'Ben' } })[0]).toMatchObject({ key: 'ownerId', kind: 'named' });
});
