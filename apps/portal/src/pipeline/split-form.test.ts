import { expect, it } from 'vitest';
import { leftOf, problemOf, readShare, shareText, splitOf } from './split-form.ts';

const ann = { id: 'ann', name: 'Ann' };
const ben = { id: 'ben', name: 'Ben' };

it('reads shares as the organisation writes numbers, above 0 and up to 100', () => {
  expect(readShare('33,5', ',')).toBe(3350);
  expect(readShare('100 %', '.')).toBe(10_000);
  for (const none of ['', '0', '-5', '100.01', 'half']) expect(readShare(none, '.')).toBeNull();
});

it('is sent only when the shares make 100 % and nobody is there twice', () => {
  const of = (...shares: [typeof ann | null, string][]) => shares.map(([person, share]) => ({ person, share }));
  expect(problemOf(of([ann, '60'], [ben, '40']), '.')).toBeNull();
  expect(problemOf([], '.')).toBeNull();
  expect(problemOf(of([ann, '60'], [ben, '39.99']), '.')).toBe('not-whole');
  expect(problemOf(of([ann, '60'], [ann, '40']), '.')).toBe('twice');
  expect(problemOf(of([ann, '60'], [null, '40']), '.')).toBe('incomplete');
  expect(problemOf(of([ann, '100'], [ben, '']), '.')).toBe('incomplete');
  expect(leftOf(of([ann, '60'], [ben, 'x']), '.')).toBe(4000);
  expect(splitOf(of([ann, '60'], [ben, '40']), '.')).toEqual([
    { personId: 'ann', share: 0.6 },
    { personId: 'ben', share: 0.4 },
  ]);
  expect(splitOf([], '.')).toBeNull();
});

it('shows a share so that it reads back as the same', () => {
  for (let bp = 1; bp <= 10_000; bp += 1) expect(readShare(shareText(bp / 10_000, ','), ',')).toBe(bp);
});
