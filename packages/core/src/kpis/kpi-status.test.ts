import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attainmentOf, kpiStatus } from './kpi-status.ts';

const rate = (value: number, low: number, high: number) => ({ value, interval: { low, high } });
const sum = (value: number | null) => ({ value, interval: null });
const up = { aim: 0.3, direction: 'up', isOver: false } as const;

describe('K1 where a KPI stands', () => {
  it('a rate is met or missed by its whole interval, else open', () => {
    expect(kpiStatus(rate(0.5, 0.35, 0.65), up)).toBe('met');
    expect(kpiStatus(rate(0.4, 0.2, 0.6), up)).toBe('open');
    expect(kpiStatus(rate(0.1, 0.02, 0.25), up)).toBe('missed');
    expect(kpiStatus(rate(0.1, 0.02, 0.25), { ...up, direction: 'down' })).toBe('met');
  });

  it('a count is met once it is there, and missed only when its time is over', () => {
    const visits = { aim: 20, direction: 'up', isOver: false } as const;
    expect(kpiStatus(sum(20), visits)).toBe('met');
    expect(kpiStatus(sum(12), visits)).toBe('open');
    expect(kpiStatus(sum(12), { ...visits, isOver: true })).toBe('missed');
    expect(kpiStatus(sum(21), { ...visits, direction: 'down' })).toBe('missed');
    expect(kpiStatus(sum(12), { ...visits, direction: 'down' })).toBe('open');
    expect(kpiStatus(sum(12), { ...visits, direction: 'down', isOver: true })).toBe('met');
  });

  it('what was not measured is unknown, and no zero', () => {
    expect(kpiStatus(sum(null), { ...up, isOver: true })).toBe('unknown');
    expect(attainmentOf(null, 10, 'up')).toBeNull();
    expect(attainmentOf(5, 10, 'up')).toBe(0.5);
    expect(attainmentOf(5, 10, 'down')).toBeNull();
    expect(attainmentOf(5, 0, 'up')).toBeNull();
  });

  it('by law is never both ways: what is met upwards by its interval is not met downwards beyond it', () => {
    const ends = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }));
    fc.assert(
      fc.property(ends, fc.double({ min: 0, max: 1, noNaN: true }), ([a, b], aim) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        const one = rate((low + high) / 2, low, high);
        const both = (['up', 'down'] as const).map((direction) => kpiStatus(one, { aim, direction, isOver: true }));
        if (both[0] === 'missed') expect(both[1]).toBe('met');
        if (both[1] === 'missed') expect(both[0]).toBe('met');
      }),
    );
  });
});
