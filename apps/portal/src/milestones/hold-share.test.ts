import { expect, it } from 'vitest';
import { holdEdits, shareOf } from './hold-share.ts';

it('holds a share in its months, lets the year stay, and states it', () => {
  expect(shareOf(100_000_001, 0.2)).toBe(20_000_000);
  expect(holdEdits({ fromMonth: 4, toMonth: 6, share: 0.2 }, 100_000_000)).toEqual([
    { kind: 'set', at: { months: [3, 4, 5] }, value: 20_000_000, policy: 'absorb', within: {} },
    { kind: 'state', at: { months: [3, 4, 5] }, value: 20_000_000 },
  ]);
});
