import { describe, expect, it } from 'vitest';
import { readBoolean } from './read-boolean.ts';
import { readEmail } from './read-email.ts';
import { narrow, readChoice, readText, trimCell } from './read-text.ts';

describe('A3 text in a cell', () => {
  it.each(['=HYPERLINK("http://example.com","x")', '@SUM(1)', '-1+1', '1E5', '0012', '007', '+8613800138000'])(
    '%s stays exactly as it was given',
    (cell) => {
      expect(readText(cell)).toEqual({ status: 'read', value: cell });
    },
  );

  it('loses the blanks around it, of every width, and nothing within', () => {
    expect(trimCell('\u3000武汉刘明科技\u3000')).toBe('武汉刘明科技');
    expect(trimCell('\ufeff A\u00a0 B\u200b')).toBe('A\u00a0 B');
  });

  it('is unknown when blank, NULL or a dash, but somebody may be called None', () => {
    for (const cell of ['', '  ', 'NULL', 'N/A', '-', '－']) expect(readText(cell)).toEqual({ status: 'unknown' });
    expect(readText('None')).toEqual({ status: 'read', value: 'None' });
    expect(readText('Null')).toEqual({ status: 'read', value: 'Null' });
  });

  it('is refused when it is longer than any note', () => {
    expect(readText('x'.repeat(20_001))).toEqual({ status: 'rejected', reason: 'too-long' });
  });

  it('is compared by form in narrow signs', () => {
    expect(narrow('（０１０）１２３－４')).toBe('(010)123-4');
  });
});

describe('A3 yes or no in a cell', () => {
  it.each(['是', 'Yes', 'TRUE', '1', 'ja', 'Oui', 'sí', 'Ｙ', '√'])('%s is yes', (cell) => {
    expect(readBoolean(cell)).toEqual({ status: 'read', value: true });
  });
  it.each(['否', 'no', 'False', '0', 'nein', 'Non', '×'])('%s is no', (cell) => {
    expect(readBoolean(cell)).toEqual({ status: 'read', value: false });
  });
  it('is unknown when blank and refused when it is a third thing', () => {
    expect(readBoolean('')).toEqual({ status: 'unknown' });
    expect(readBoolean('perhaps')).toEqual({ status: 'rejected', reason: 'not-yes-or-no' });
  });
});

describe('A3 an e-mail address in a cell', () => {
  it.each([
    ['ZENG@Example.com ', 'zeng@example.com'],
    ['mailto:ada@example.com', 'ada@example.com'],
    ['Ada Lovelace <ada@example.com>', 'ada@example.com'],
    ['frank.murphy+1@example.com', 'frank.murphy+1@example.com'],
    ['info@bücher.example', 'info@bücher.example'],
    ["o'brien@example.com", "o'brien@example.com"],
  ])('%s is %s', (cell, expected) => {
    expect(readEmail(cell)).toEqual({ status: 'read', value: expected });
  });
  it.each(['ada', 'ada@', '@example.com', 'ada@example', 'a b@example.com', 'a@b.com;c@d.com', 'ada@-x-.com'])(
    '%s is refused',
    (cell) => {
      expect(readEmail(cell)).toEqual({ status: 'rejected', reason: 'not-an-email' });
    },
  );
});

describe('A3 a choice in a cell', () => {
  const tiers = { A: ['重点'], B: ['普通'] };
  it('is one thing in capitals, small letters, wide letters and its other names', () => {
    for (const cell of ['A', 'a', 'Ａ', '重点'])
      expect(readChoice(cell, tiers)).toEqual({ status: 'read', value: 'A' });
    expect(readChoice('', tiers)).toEqual({ status: 'unknown' });
    expect(readChoice('D', tiers)).toEqual({ status: 'rejected', reason: 'not-a-choice' });
  });
});
