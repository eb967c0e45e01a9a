import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toDay } from '../calendar/civil-day.ts';
import { eventConversion, isWithinWindow, type Qualified } from './conversion.ts';

const fair = { startsOn: toDay('2026-03-10'), endsOn: toDay('2026-03-12'), windowDays: 60, target: 0.15 };
const over = toDay('2026-12-31');
const leads = (won: number, all: number): Qualified[] =>
  Array.from({ length: all }, (_, at) => ({ id: `${at}`, dealOn: at < won ? toDay('2026-04-01') : null }));

describe('the conversion of an event', () => {
  it('counts deals from its first day to the end of its window', () => {
    const within = ['2026-03-09', '2026-03-10', '2026-05-11', '2026-05-12'].map((day) =>
      isWithinWindow(toDay(day), fair),
    );
    expect(within).toEqual([false, true, true, false]);
  });

  it('is met, missed or open by the ends of its interval', () => {
    expect(eventConversion(leads(60, 200), fair, over)).toMatchObject({
      status: 'met',
      ratio: 0.3,
      successesNeeded: 0,
    });
    expect(eventConversion(leads(10, 200), fair, over)).toMatchObject({ status: 'missed', ratio: 0.05 });
    expect(eventConversion(leads(3, 20), fair, over)).toMatchObject({ status: 'open', ratio: 0.15 });
  });

  it('misses nothing while its window runs', () => {
    const early = eventConversion(leads(10, 200), fair, toDay('2026-05-11'));
    expect(early).toMatchObject({ status: 'open', isWindowOver: false, windowEndsOn: toDay('2026-05-11') });
    expect(eventConversion(leads(10, 200), fair, toDay('2026-05-12')).status).toBe('missed');
  });

  it('says how many more would do: 25 of 100 need 8 in a row for 30 %', () => {
    expect(eventConversion(leads(25, 100), { ...fair, target: 0.3 }, over).successesNeeded).toBe(8);
  });

  it('is not known while nobody is qualified, and judged by nothing without a target', () => {
    const none = eventConversion([], fair, over);
    expect(none).toMatchObject({ ratio: null, counted: { successes: 0, trials: 0 }, status: 'open' });
    expect(eventConversion(leads(1, 2), { ...fair, target: null }, over)).toMatchObject({
      status: null,
      successesNeeded: null,
    });
  });

  it('by law lies within its interval, and a longer window never lowers it', () => {
    const some = fc.array(fc.record({ id: fc.uuid(), dealOn: fc.option(fc.integer({ min: 20_500, max: 20_700 })) }));
    fc.assert(
      fc.property(some, fc.nat(90), fc.nat(90), (qualified, windowDays, more) => {
        const one = eventConversion(qualified, { ...fair, windowDays }, over);
        const longer = eventConversion(qualified, { ...fair, windowDays: windowDays + more }, over);
        if (one.ratio === null || longer.ratio === null) return;
        expect(longer.ratio).toBeGreaterThanOrEqual(one.ratio);
        expect(one.interval.low).toBeLessThanOrEqual(one.ratio);
        expect(one.interval.high).toBeGreaterThanOrEqual(one.ratio);
      }),
    );
  });

  it('is refused for an event that ends before it starts', () => {
    expect(() => eventConversion([], { ...fair, endsOn: fair.startsOn - 1 }, over)).toThrow(RangeError);
    expect(() => eventConversion([], { ...fair, windowDays: -1 }, over)).toThrow(RangeError);
  });
});
