import { expect, it } from 'vitest';
import { usualOf } from './usual.ts';

const steady = [10, 12, 11, 10, 12, 11, 10, 12];

it('says whether the last period was what periods are by themselves', () => {
  expect(usualOf([...steady, 11], { neverNegative: true })).toMatchObject({ signal: 'steady' });
  expect(usualOf([...steady, 30], { neverNegative: true })?.signal).toBe('above');
  expect(usualOf([...steady, 0], { neverNegative: true })?.signal).toBe('below');
});

it('knows nothing of few periods, and no count below nothing', () => {
  expect(usualOf(steady, { neverNegative: true })).toBeNull();
  expect(usualOf([], { neverNegative: true })).toBeNull();
  const wild = [0, 9, 0, 9, 0, 9, 0, 9, 0];
  expect(usualOf(wild, { neverNegative: true })).toMatchObject({ low: 0, signal: 'steady' });
  expect(usualOf(wild, { neverNegative: false })?.low).toBeLessThan(0);
});
