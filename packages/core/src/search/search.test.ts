import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactNeedle, holds, holdsWithSlips, slipNeedle, slipsBetween, slipsForgiven } from './needle.ts';
import { lettersOf, searchText, searchWords } from './search-text.ts';

describe('text as the search keeps it', () => {
  it.each([
    ['  Müller & Söhne GmbH ', ' muller sohne gmbh '],
    ['ＧＴＸ－ＰＲＯ', ' gtx pro '],
    ['Core+', ' core+ '],
    ['华信', ' z534ez4fe1 '],
    ['info@huaxin.example', ' info huaxin example '],
    ['–', ''],
  ])('%s', (said, kept) => {
    expect(searchText(said)).toBe(kept);
  });

  it('is Latin letters, digits and spaces only, and counts a Chinese character as one letter', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(searchText(text)).toMatch(/^[ a-z0-9+]*$/);
      }),
    );
    expect(lettersOf('z534ez4fe1ab')).toEqual(['z534e', 'z4fe1', 'a', 'b']);
  });
});

describe('what a text must hold', () => {
  it('is each word anywhere, two letters at the beginning of a word, and no single letter', () => {
    expect(exactNeedle(['huax', 'hu', 'h'])).toEqual([[['huax']], [[' hu']]]);
  });

  it('one Chinese character is enough', () => {
    expect(exactNeedle(searchWords('华'))).toEqual([[['z534e']]]);
  });

  it.each([
    ['huaxin', 'huaxn', 1],
    ['huaxin', 'huaxinn', 1],
    ['huaxin', 'huxain', 1],
    ['huaxin', 'huazin', 1],
    ['huaxin', 'huaxi', 0],
    ['instruments', 'instrumnetz', 2],
    ['北京华信科技', '华新科技', 1],
  ])('%s is found by %s, %i slips away', (name, typed, slips) => {
    const text = searchText(name);
    const words = searchWords(typed);
    expect(slipsBetween(words[0] as string, text)).toBe(slips);
    expect(holds(slipNeedle(words), text)).toBe(true);
    expect(holdsWithSlips(words, text)).toBe(true);
  });

  it('forgives nothing in a short word, one slip in a middling one, two in a long one', () => {
    expect(
      ['acme', 'acmes', 'instrument', '77123', ...searchWords('华信'), ...searchWords('华信科')].map(slipsForgiven),
    ).toEqual([0, 1, 2, 0, 0, 1]);
    expect(holdsWithSlips(['acn'], ' acm ')).toBe(false);
  });

  it('is held by every name in which one letter of a word is another one', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abcdefghiklmno'), minLength: 5, maxLength: 14 });
    fc.assert(
      fc.property(word, fc.nat(), fc.constantFrom(...'prst'), (name, place, letter) => {
        const at = place % name.length;
        const typed = name.slice(0, at) + letter + name.slice(at + 1);
        expect(slipsBetween(typed, ` ${name} `)).toBeLessThanOrEqual(1);
        expect(holds(slipNeedle([typed]), ` ${name} `)).toBe(true);
      }),
    );
  });
});
