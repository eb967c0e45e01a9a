import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civilDateOf, toDay, toIso } from '../calendar/civil-day.ts';
import { decideDayOrder, mustAskOrder, NO_DAYS, noteDay } from './day-order.ts';
import type { DayOrder } from './dissect-day.ts';
import { readDay, readMonth } from './read-day.ts';

const evidenceOf = (cells: readonly string[]) =>
  cells.reduce((evidence, value, index) => noteDay(evidence, { line: index + 2, value }), NO_DAYS);
const decide = (cells: readonly string[], order: DayOrder) => decideDayOrder(evidenceOf(cells), { order });
const dayOf = (cell: string, order: DayOrder | null = null) => {
  const reading = readDay(cell, { order });
  return reading.status === 'read' ? reading.value : reading;
};

describe('A3 a day in a cell', () => {
  it.each([
    ['2023-01-05', '2023-01-05'],
    ['2023/1/5', '2023-01-05'],
    ['2023.01.05', '2023-01-05'],
    ['20230105', '2023-01-05'],
    ['２０２３年１月５日', '2023-01-05'],
    ['2023年1月5日 星期四', '2023-01-05'],
    ['民國112年1月5日', '2023-01-05'],
    ['44931', '2023-01-05'],
    ['45631.0', '2024-12-05'],
    ['43831.75', '2020-01-01'],
    ['Friday, December 1, 2017', '2017-12-01'],
    ['Fri Dec 1 2017', '2017-12-01'],
    ['1 December 2017', '2017-12-01'],
    ['1-Dec-17', '2017-12-01'],
    ['1st of March 2024', '2024-03-01'],
    ['1. Dezember 2017', '2017-12-01'],
    ['5. März 2024', '2024-03-05'],
    ['1er décembre 2017', '2017-12-01'],
    ['1 de diciembre de 2017', '2017-12-01'],
    ['2024-10-01T09:30:00Z', '2024-10-01'],
    ['2024-10-01 09:30:15.250 +08:00', '2024-10-01'],
    ['2024/10/1 下午 3:20', '2024-10-01'],
    ['2024年10月1日 9时30分', '2024-10-01'],
    ['2024-02-29', '2024-02-29'],
  ])('%s is %s', (cell, expected) => {
    expect(dayOf(cell)).toBe(expected);
  });

  it.each([
    ['12/3/2021', 'dmy', '2021-03-12'],
    ['12/3/2021', 'mdy', '2021-12-03'],
    ['31.12.2024', 'dmy', '2024-12-31'],
    ['5. 6. 2024', 'dmy', '2024-06-05'],
    ['10/1/2024 9:30 AM', 'mdy', '2024-10-01'],
    ['05-06-24', 'dmy', '2024-06-05'],
    ['24/06/05', 'ymd', '2024-06-05'],
    ['01/02/99', 'mdy', '1999-01-02'],
  ] as const)('%s is read in the order of its column (%s) as %s', (cell, order, expected) => {
    expect(dayOf(cell, order)).toBe(expected);
  });

  it.each([
    ['2024-02-30', null, 'no-such-day'],
    ['31/4/2024', 'dmy', 'no-such-day'],
    ['13/13/2024', 'dmy', 'no-such-day'],
    ['25/3/2021', 'mdy', 'against-day-order'],
    ['12/3/2021', null, 'day-order-unknown'],
    ['2024-07', null, 'only-a-month'],
    ['soon', null, 'not-a-day'],
    ['1234', null, 'not-a-day'],
    ['ACC-000367', null, 'not-a-day'],
    ['Q1 2024', null, 'not-a-day'],
    ['May be 1 2024', null, 'not-a-day'],
  ] as const)('"%s" (order %s) is refused: %s', (cell, order, reason) => {
    expect(dayOf(cell, order)).toEqual({ status: 'rejected', reason });
  });

  it('is unknown when the cell is blank, and a day of no year zero ever', () => {
    expect(dayOf('')).toEqual({ status: 'unknown' });
    expect(dayOf('NULL')).toEqual({ status: 'unknown' });
    expect(dayOf('0000-00-00')).toEqual({ status: 'rejected', reason: 'no-such-day' });
  });

  it('is the same day in every order and with every sign, once the order is known', () => {
    const day = fc.integer({ min: toDay('1970-01-01'), max: toDay('2069-12-31') });
    const order = fc.constantFrom<DayOrder>('dmy', 'mdy', 'ymd');
    fc.assert(
      fc.property(day, order, fc.constantFrom('-', '/', '.'), (number, written, sign) => {
        const { year, month, dayOfMonth } = civilDateOf(number);
        const parts = { d: dayOfMonth, m: month, y: year };
        const cell = [...written].map((part) => parts[part as 'd' | 'm' | 'y']).join(sign);
        expect(dayOf(cell, written)).toBe(toIso(number));
      }),
    );
  });
});

describe('A3 a month in a cell', () => {
  it.each([
    ['2017-07', '2017-07'],
    ['07/2017', '2017-07'],
    ['201707', '2017-07'],
    ['2017年7月', '2017-07'],
    ['July 2017', '2017-07'],
    ['Juli 2017', '2017-07'],
    ['Saturday, July 1, 2017', '2017-07'],
    ['2017-07-15', '2017-07'],
  ])('%s is %s', (cell, expected) => {
    expect(readMonth(cell, { order: null })).toEqual({ status: 'read', value: expected });
  });

  it('is refused when it is none', () => {
    expect(readMonth('2017-13', { order: null })).toEqual({ status: 'rejected', reason: 'not-a-month' });
    expect(readMonth('2017-02-30', { order: null })).toEqual({ status: 'rejected', reason: 'no-such-day' });
  });
});

describe('A3 the order of day and month in a column', () => {
  it("follows the organisation's format when no value tells, and says that it did", () => {
    expect(decide(['12/3/2021'], 'dmy')).toEqual({
      status: 'ambiguous',
      order: 'dmy',
      example: { line: 2, value: '12/3/2021' },
    });
    expect(decide(['12/3/2021'], 'mdy')).toMatchObject({ status: 'ambiguous', order: 'mdy' });
  });

  it('stops and asks when a later row contradicts the format', () => {
    const decision = decide(['12/3/2021', '25/3/2021'], 'mdy');
    expect(decision).toEqual({
      status: 'contradiction',
      with: 'organisation',
      order: 'dmy',
      examples: [{ line: 3, value: '25/3/2021' }],
    });
    expect(mustAskOrder(decision)).toBe(true);
  });

  it('stops and asks when two rows contradict each other', () => {
    const decision = decide(['1/2/2024', '25/3/2021', '3/25/2021'], 'dmy');
    expect(decision).toMatchObject({ status: 'contradiction', with: 'values', order: null });
    expect(decision).toMatchObject({ examples: [{ line: 2 }, { line: 3 }, { line: 4 }] });
  });

  it('is told by one value that allows one order only', () => {
    expect(decide(['03/04/2024', '25/04/2024'], 'dmy')).toEqual({ status: 'decided', order: 'dmy' });
    expect(decide(['03/04/2024', '04/25/2024'], 'ymd')).toEqual({ status: 'decided', order: 'mdy' });
  });

  it('is asked for when the organisation begins with the year and the file ends with it', () => {
    const decision = decide(['03/04/2024'], 'ymd');
    expect(decision).toMatchObject({ status: 'ambiguous', order: null });
    expect(mustAskOrder(decision)).toBe(true);
  });

  it('needs no decision for dates that read one way everywhere', () => {
    expect(decide(['2024-03-04', '44931', '2023年1月5日', 'Dec 1, 2017', ''], 'mdy')).toEqual({
      status: 'decided',
      order: null,
    });
  });

  it('does not listen to days that exist in no order', () => {
    expect(decide(['31/31/2024', '03/04/2024'], 'mdy')).toMatchObject({ status: 'ambiguous', order: 'mdy' });
  });

  it('never reads one value of a settled column in two ways', () => {
    const day = fc.record({ d: fc.integer({ min: 1, max: 31 }), m: fc.integer({ min: 1, max: 12 }) });
    const order = fc.constantFrom<DayOrder>('dmy', 'mdy');
    fc.assert(
      fc.property(fc.array(day, { minLength: 1, maxLength: 20 }), order, order, (days, written, own) => {
        const cells = days.map(({ d, m }) => (written === 'dmy' ? `${d}/${m}/2024` : `${m}/${d}/2024`));
        const decision = decide(cells, own);
        if (mustAskOrder(decision)) return;
        const readings = cells.map((cell) => readDay(cell, { order: decision.order }));
        expect(
          readings.every(({ status, ...rest }) => status === 'read' || JSON.stringify(rest).includes('no-such-day')),
        ).toBe(true);
      }),
    );
  });
});
