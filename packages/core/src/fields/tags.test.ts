import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readTags, retag, tagKey, tidyTags } from './tags.ts';

it('keeps each tag once, in the spelling that came first', () => {
  expect(tidyTags([' VIP ', 'vip', 'ＶＩＰ', '', 'Key  account', '重点'])).toEqual(['Key account', 'VIP', '重点']);
});

it('adds and takes away by the fold, and keeps the spelling that is there', () => {
  expect(retag(['VIP', 'Fair'], { add: ['vip', 'Rail'], remove: ['FAIR'] })).toEqual(['Rail', 'VIP']);
  expect(retag([], { add: ['a'], remove: ['A'] })).toEqual([]);
});

it('reads several from one text, Chinese marks too', () => {
  expect(readTags('重点，老客户、VIP; Rail | ')).toEqual(
    ['Rail', 'VIP', '老客户', '重点'].toSorted((a, b) => (tagKey(a) < tagKey(b) ? -1 : 1)),
  );
});

it('is settled after once, and adding what is there or taking away what is not changes nothing', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 12 })), fc.array(fc.string({ maxLength: 12 })), (tags, others) => {
      const tidy = tidyTags(tags);
      expect(tidyTags(tidy)).toEqual(tidy);
      expect(retag(tidy, { add: tidy })).toEqual(tidy);
      const without = retag(tidy, { remove: others });
      expect(retag(without, { remove: others })).toEqual(without);
    }),
  );
});
