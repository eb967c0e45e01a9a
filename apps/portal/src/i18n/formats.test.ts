import { describe, expect, it } from 'vitest';
import { makeFormats, type Writing } from './formats.ts';

const berlin: Writing = {
  locale: 'en',
  currency: 'EUR',
  exponent: 2,
  timeZone: 'Europe/Berlin',
  dateFormat: 'dmy',
  decimalMark: '.',
};
const formats = makeFormats(berlin);

describe('A5 money', () => {
  it('writes every unit of a twelve-digit amount', () => {
    expect(formats.money(123456789012)).toBe('€1,234,567,890.12');
    expect(formats.amount(-5)).toBe('-0.05');
    expect(makeFormats({ ...berlin, currency: 'JPY', exponent: 0 }).money(8333334)).toBe('¥8,333,334');
  });

  it('is short on tiles and axes', () => {
    expect(formats.compactMoney(1_240_000_000)).toBe('€12.4M');
    expect(formats.compactAmount(1_240_000_000)).toBe('12.4M');
    expect(makeFormats({ ...berlin, locale: 'zh-Hans', currency: 'CNY' }).compactMoney(1_240_000_000)).toBe('¥1240万');
  });

  it('shows a mean that falls between two cents as the nearest one', () => {
    expect(formats.money(26666666.67)).toBe('€266,666.67');
  });

  it('takes the decimal mark of the organisation, whatever the language', () => {
    expect(makeFormats({ ...berlin, decimalMark: ',' }).amount(123456789)).toBe('1.234.567,89');
    expect(makeFormats({ ...berlin, decimalMark: ',' }).ratio(0.8734)).toBe('87,3%');
  });
});

it('never rounds a share onto all, none or a bound on which it does not lie', () => {
  const { ratio } = makeFormats(berlin);
  expect([ratio(0.996, 0), ratio(1, 0), ratio(0.0004), ratio(0, 0)]).toEqual(['99.6%', '100%', '0.04%', '0%']);
  expect([ratio(0.9004), ratio(0.9004, 1, [0.9])]).toEqual(['90%', '90.04%']);
});

it('keeps what is not known unknown', () => {
  const answers = [
    formats.money(null),
    formats.number(null),
    formats.ratio(null),
    formats.day(null),
    formats.instant(null),
  ];
  expect(answers).toEqual([null, null, null, null, null]);
});

describe('A5 days', () => {
  it('writes a day as the organisation does, in English with a named month', () => {
    expect(formats.day('2026-03-04')).toBe('4 Mar 2026');
    expect(makeFormats({ ...berlin, dateFormat: 'mdy' }).day('2026-03-04')).toBe('Mar 4, 2026');
    expect(makeFormats({ ...berlin, dateFormat: 'ymd' }).day('2026-03-04')).toBe('2026-03-04');
    expect(makeFormats({ ...berlin, locale: 'zh-Hans' }).day('2026-03-04')).toBe('04/03/2026');
  });

  it('places an instant on the day it has where the organisation is', () => {
    expect(formats.instant('2026-03-31T22:30:00Z')).toBe('1 Apr 2026 00:30');
    expect(makeFormats({ ...berlin, timeZone: 'America/New_York' }).instant('2026-03-31T22:30:00Z')).toBe(
      '31 Mar 2026 18:30',
    );
  });

  it('names months', () => {
    expect(formats.month('2026-03')).toBe('March 2026');
    expect(formats.shortMonth('2026-12-31')).toBe('Dec');
  });
});
