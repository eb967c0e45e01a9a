import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shiftDecimal } from './decimal-text.ts';
import { type DecimalMark, readNumber } from './read-number.ts';

const decimalOf = (cell: string, decimal: DecimalMark) => {
  const reading = readNumber(cell, { decimal });
  return reading.status === 'read' ? reading.value.decimal : reading;
};

describe('A3 an amount in a cell', () => {
  it.each([
    ['1.234,50', '1234.5'],
    ['1234,5', '1234.5'],
    ['1 234,5', '1234.5'],
    ['1\u202f234,50 €', '1234.5'],
    ["1'234'567,00", '1234567'],
    ['3,100', '3.1'],
    ['3.100', '3100'],
    ['0,00', '0'],
    ['-1.234,50', '-1234.5'],
    ['1.234,50-', '-1234.5'],
  ])('%s is %s where the comma is decimal', (cell, expected) => {
    expect(decimalOf(cell, ',')).toBe(expected);
  });

  it.each([
    ['3,100', '3100'],
    ['1,234.50', '1234.5'],
    ['12,34,567.5', '1234567.5'],
    ['(1,200.00)', '-1200'],
    ['$(1,200.00)', '-1200'],
    ['-$500', '-500'],
    ['$-500', '-500'],
    ['$500,000', '500000'],
    ['US$ 5', '5'],
    ['USD 1,234.50', '1234.5'],
    ['￥12,000.50', '12000.5'],
    ['¥1,000', '1000'],
    ['１２３４．５', '1234.5'],
    ['3000元', '3000'],
    ['人民币3000元整', '3000'],
    ['1.2万', '12000'],
    ['12.5 万元', '125000'],
    ['3亿', '300000000'],
    ['5 %', '0.05'],
    ['.5', '0.5'],
    ['1E5', '100000'],
    ['1.5e-3', '0.0015'],
    ['007', '7'],
    ['-0', '0'],
    ['−12', '-12'],
  ])('%s is %s where the point is decimal', (cell, expected) => {
    expect(decimalOf(cell, '.')).toBe(expected);
  });

  it.each(['', ' ', 'NULL', 'N/A', '-', '－', '—', 'null', '暂无'])(
    '"%s" says that nothing is known, not zero',
    (cell) => {
      expect(readNumber(cell, { decimal: '.' })).toEqual({ status: 'unknown' });
    },
  );

  it.each([
    ['test', 'not-a-number'],
    ['1test', 'not-a-number'],
    ['test1', 'not-a-number'],
    ['1.2.3', 'misplaced-separator'],
    ['1,23,4', 'misplaced-separator'],
    ['12 34', 'misplaced-separator'],
    ['1,234,50', 'misplaced-separator'],
    ['0,100', 'other-decimal-mark'],
    ['1.234,50', 'other-decimal-mark'],
    ['12,5', 'other-decimal-mark'],
    ['10²', 'not-a-number'],
    ['½', 'not-a-number'],
    ['5-3', 'not-a-number'],
    ['--5', 'not-a-number'],
    ['(-5)', 'not-a-number'],
    ['$5€', 'not-a-number'],
    ['5 abc', 'not-a-number'],
    ['2024-01-05', 'not-a-number'],
    ['1E99', 'too-large'],
    ['1234567890123456789', 'too-large'],
  ])('"%s" is refused because it is %s, and nothing of it is kept', (cell, reason) => {
    expect(readNumber(cell, { decimal: '.' })).toEqual({ status: 'rejected', reason });
  });

  it('tells which currency stood beside it and whether it was a percentage', () => {
    expect(readNumber('€ 5', { decimal: '.' })).toEqual({
      status: 'read',
      value: { decimal: '5', currencyMark: '€', isPercent: false },
    });
    expect(readNumber('5%', { decimal: '.' })).toMatchObject({ value: { currencyMark: null, isPercent: true } });
  });

  it('is the same amount however it is grouped, signed or marked', () => {
    const cents = fc.integer({ min: -10_000_000_000, max: 10_000_000_000 });
    const style = fc.record({
      decimal: fc.constantFrom<DecimalMark>('.', ','),
      group: fc.constantFrom('', ' ', "'", 'other'),
      mark: fc.constantFrom('', '$', '€ ', '¥'),
    });
    fc.assert(
      fc.property(cents, style, (amount, { decimal, group, mark }) => {
        const separator = group === 'other' ? (decimal === '.' ? ',' : '.') : group;
        const whole = `${Math.trunc(Math.abs(amount) / 100)}`.replace(/\B(?=(\d{3})+$)/g, separator);
        const fraction = `${Math.abs(amount) % 100}`.padStart(2, '0');
        const written = `${amount < 0 ? '-' : ''}${mark}${whole}${decimal}${fraction}`;
        expect(decimalOf(written, decimal)).toBe(shiftDecimal(`${amount}`, -2));
      }),
    );
  });

  it('never becomes a number when letters of no currency stand in it', () => {
    fc.assert(
      fc.property(fc.nat(), fc.stringMatching(/^[a-df-z]{4,8}$/), fc.boolean(), (number, word, isFirst) => {
        const reading = readNumber(isFirst ? `${word}${number}` : `${number}${word}`, { decimal: '.' });
        expect(reading.status).toBe('rejected');
      }),
    );
  });
});

describe('moving the decimal point', () => {
  it.each([
    ['1.2', 4, '12000'],
    ['12.5', -2, '0.125'],
    ['0.001', 3, '1'],
    ['-7', -3, '-0.007'],
    ['100', -2, '1'],
    ['0', 6, '0'],
  ])('%s by %i places is %s', (text, places, expected) => {
    expect(shiftDecimal(text, places)).toBe(expected);
  });

  it('comes back when it is moved back', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: -9, max: 9 }), (number, places) => {
        expect(shiftDecimal(shiftDecimal(`${number}`, places), -places)).toBe(`${number}`);
      }),
    );
  });

  it('refuses text that is no plain number', () => {
    expect(() => shiftDecimal('1,5', 1)).toThrow(RangeError);
    expect(() => shiftDecimal('15', 0.5)).toThrow(RangeError);
  });
});
