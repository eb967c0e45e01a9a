import { expect, it } from 'vitest';
import { daysIn } from './days-in.ts';

it('finds holidays in a pasted list, in order, each once, and only days that exist', () => {
  expect(daysIn('2026-12-25, 2026/1/1; 2026年10月1日\n2026-12-25 2026-02-30')).toEqual([
    '2026-01-01',
    '2026-10-01',
    '2026-12-25',
  ]);
  expect(daysIn('no day')).toEqual([]);
});
