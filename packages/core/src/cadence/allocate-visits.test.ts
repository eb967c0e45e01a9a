import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocateVisits } from './allocate-visits.ts';
import { callResponse, firstJudgement } from './call-response.ts';

describe('the response to visits (Little 1970, adbudg.little)', () => {
  it('is calibrated to c = 2.2599 and d = 0.625', () => {
    const { c, d, at } = callResponse({ min: 0.6, max: 1.25, half: 1.12 });
    expect(c).toBeCloseTo(2.259851004564666, 12);
    expect(d).toBeCloseTo(0.625, 12);
    expect([at(0), at(1), at(1.5)].map((value) => Number(value.toFixed(12)))).toEqual([0.6, 1, 1.12]);
    expect(at(1e300)).toBe(1.25);
  });

  it('is refused for a judgement that does not rise', () => {
    for (const wrong of [{ min: 1 }, { max: 1.1 }, { half: 1 }, { min: -0.1 }])
      expect(() => callResponse({ ...firstJudgement, ...wrong })).toThrow(RangeError);
    expect(() => callResponse(firstJudgement).at(-1)).toThrow(RangeError);
  });
});

describe('visits when hours do not suffice (CALLPLAN)', () => {
  const account = fc.record({
    worth: fc.integer({ min: 0, max: 100_000 }),
    visits: fc.integer({ min: 0, max: 8 }),
    hours: fc.constantFrom(1, 1.5, 2),
  });
  const accounts = fc.array(account, { maxLength: 12 }).map((all) => all.map((one, at) => ({ ...one, id: `a${at}` })));

  it('grants all when they suffice, at no price', () => {
    const all = allocateVisits([{ id: 'a', worth: 100, visits: 3, hours: 2 }], 6);
    expect(all).toEqual({ granted: new Map([['a', 3]]), unmet: [], hoursUsed: 6, hourPrice: 0, next: null });
  });

  it('keeps the visits that bring most an hour, and prices those that are not made', () => {
    const { granted, unmet, hourPrice, next } = allocateVisits(
      [
        { id: 'large', worth: 100_000, visits: 4, hours: 2 },
        { id: 'small', worth: 1000, visits: 2, hours: 2 },
      ],
      8,
    );
    expect([...granted]).toEqual([
      ['large', 4],
      ['small', 0],
    ]);
    expect(unmet).toMatchObject([{ id: 'small', visits: 2 }]);
    // Both visits together bring 400 in four hours: the envelope sees past the slow start of the curve.
    expect(hourPrice).toBeCloseTo(100, 9);
    expect(next).toEqual({ id: 'small', from: 0, to: 2 });
  });

  it('never uses more hours than there are, loses nothing silently, and is the same in any order', () => {
    fc.assert(
      fc.property(accounts, fc.integer({ min: 0, max: 60 }), (all, hours) => {
        const { granted, unmet, hoursUsed } = allocateVisits(all, hours);
        expect(hoursUsed).toBeLessThanOrEqual(hours + 1e-9);
        for (const { id, visits } of all)
          expect((granted.get(id) ?? 0) + (unmet.find((one) => one.id === id)?.visits ?? 0)).toBe(visits);
        expect(allocateVisits(all.toReversed(), hours).unmet.toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual(
          unmet.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
        );
      }),
    );
  });

  it('takes a visit from an account only in the open when another is added', () => {
    fc.assert(
      fc.property(accounts, fc.integer({ min: 1, max: 40 }), (all, hours) => {
        const before = allocateVisits(all, hours);
        const after = allocateVisits([...all, { id: 'new', worth: 50_000, visits: 3, hours: 1 }], hours);
        for (const { id } of all) {
          const lost = (before.granted.get(id) ?? 0) - (after.granted.get(id) ?? 0);
          if (lost > 0) expect(after.unmet.find((one) => one.id === id)?.visits).toBeGreaterThanOrEqual(lost);
        }
      }),
    );
  });

  it('makes no more visits than there are days for, and tells the others as unmet at no price of an hour', () => {
    const { granted, unmet, hourPrice } = allocateVisits([{ id: 'a', worth: 100, visits: 3, most: 1, hours: 2 }], 10);
    expect([granted.get('a'), hourPrice]).toEqual([1, 0]);
    expect(unmet).toMatchObject([{ id: 'a', visits: 2 }]);
  });

  it('is refused for accounts that cannot be', () => {
    const one = { id: 'a', worth: 1, visits: 1, hours: 1 };
    for (const wrong of [{ hours: 0 }, { visits: 0.5 }, { worth: -1 }, { most: 2 }])
      expect(() => allocateVisits([{ ...one, ...wrong }], 1)).toThrow(RangeError);
    expect(() => allocateVisits([one, one], 1)).toThrow(RangeError);
    expect(() => allocateVisits([one], -1)).toThrow(RangeError);
  });
});
