import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toDay, toIso } from '../calendar/civil-day.ts';
import { expiresOn, standingOn } from './expiry.ts';

const anyDay = fc.integer({ min: toDay('2000-01-01'), max: toDay('2040-12-31') }).map(toIso);

describe('S4 until when a certificate holds', () => {
  it.each([
    ['2021-02-28', '2021-12-31'],
    ['2021-07-30', '2022-12-31'],
    ['2021-06-30', '2021-12-31'],
    ['2019-01-10', '2019-12-31'],
  ])('with fixed days, earned on %s until %s', (completed, expected) => {
    expect(expiresOn({ mode: 'fixed', months: 12, leastMonths: 6, baseOn: '2021-12-31' }, completed)).toBe(expected);
  });

  it.each([
    ['2024-01-31', 1, '2024-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
  ])('from completion on %s for %i months until %s', (completed, months, expected) => {
    expect(expiresOn({ mode: 'completion', months }, completed)).toBe(expected);
  });

  it('loses nothing by renewing early, and starts again after it ran out', () => {
    const validity = { mode: 'expiry', months: 12 } as const;
    expect(expiresOn(validity, '2026-09-10', '2026-10-01')).toBe('2027-10-01');
    expect(expiresOn(validity, '2026-11-10', '2026-10-01')).toBe('2027-11-10');
    expect(expiresOn(validity, '2026-11-10')).toBe('2027-11-10');
  });

  it('is never shortened by renewing earlier, in the modes that promise it', () => {
    const modes = [
      { mode: 'expiry', months: 12 },
      { mode: 'fixed', months: 12, leastMonths: 6, baseOn: '2020-06-30' },
    ] as const;
    fc.assert(
      fc.property(fc.constantFrom(...modes), anyDay, fc.nat(300), (validity, first, early) => {
        const until = expiresOn(validity, first);
        const renewed = toIso(Math.max(toDay(first), toDay(until) - early));
        expect(expiresOn(validity, renewed, until) >= until).toBe(true);
      }),
    );
  });

  it('opens its goal again before it runs out (case 24)', () => {
    const standing = (day: string) => standingOn('2026-10-01', 1, day);
    expect(['2026-08-31', '2026-09-01', '2026-09-30', '2026-10-01'].map(standing)).toEqual([
      'valid',
      'renewal-due',
      'renewal-due',
      'expired',
    ]);
    expect(standingOn(null, 1, '2099-01-01')).toBe('valid');
  });

  it.each([
    ['half a month', () => expiresOn({ mode: 'completion', months: 0.5 }, '2026-01-01')],
    ['a window below 0', () => standingOn('2026-01-01', -1, '2026-01-01')],
  ])('refuses %s', (_, ask) => {
    expect(ask).toThrow(RangeError);
  });
});
