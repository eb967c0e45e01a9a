import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { enterStage, reversalDay, weightedValue, winProbabilityBp } from './stages.ts';

const said = { amountMinor: 100_000_00, closedOn: '2026-06-30', lostReason: 'price' };

describe('a deal that enters a stage', () => {
  it('is not won without its amount and its close day, and says which is missing', () => {
    expect(enterStage('won', { ...said, amountMinor: null, closedOn: null }, '2026-07-05')).toEqual({
      status: 'incomplete',
      missing: ['closedOn', 'amountMinor'],
    });
    expect(enterStage('won', { ...said, amountMinor: null }, '2026-07-05')).toEqual({
      status: 'incomplete',
      missing: ['amountMinor'],
    });
  });

  it('may be won for nothing, for zero is an amount', () => {
    expect(enterStage('won', { ...said, amountMinor: 0 }, null)).toEqual({
      status: 'ok',
      standing: { amountMinor: 0, closedOn: '2026-06-30', lostReason: null },
    });
  });

  it('loses its close day and its reason of loss when it is open again, and keeps its amount', () => {
    expect(enterStage('open', said, '2026-07-05')).toEqual({
      status: 'ok',
      standing: { amountMinor: 100_000_00, closedOn: null, lostReason: null },
    });
  });

  it('is lost on the day it says, else today; in history read in an unknown day stays unknown', () => {
    const lostOn = (closedOn: string | null, today: string | null) => {
      const entry = enterStage('lost', { ...said, amountMinor: null, closedOn }, today);
      return entry.status === 'ok' ? entry.standing.closedOn : entry.missing;
    };
    expect(lostOn('2026-06-30', '2026-07-05')).toBe('2026-06-30');
    expect(lostOn(null, '2026-07-05')).toBe('2026-07-05');
    expect(lostOn(null, null)).toBeNull();
  });
});

describe('the chance of a win', () => {
  it('is certain where deals are won and none where they are lost', () => {
    expect([winProbabilityBp('won', 2500), winProbabilityBp('lost', 2500), winProbabilityBp('open', 2500)]).toEqual([
      10_000, 0, 2500,
    ]);
    expect(() => winProbabilityBp('open', 10_001)).toThrow(RangeError);
    expect(() => winProbabilityBp('open', 0.5)).toThrow(RangeError);
  });

  it('weighs an amount to the unit, never beyond it', () => {
    expect(weightedValue(333, 5000)).toBe(167);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e13 }), fc.integer({ min: 0, max: 10_000 }), (amount, chance) => {
        const weighted = weightedValue(amount, chance);
        expect(Number.isSafeInteger(weighted)).toBe(true);
        expect(weighted).toBeLessThanOrEqual(amount);
        expect(weightedValue(amount, 10_000)).toBe(amount);
      }),
    );
  });
});

describe('a reversal', () => {
  it('is dated today, but never before the credit it takes back', () => {
    expect(reversalDay('2026-06-30', '2026-07-05')).toBe('2026-07-05');
    expect(reversalDay('2026-08-01', '2026-07-05')).toBe('2026-08-01');
  });
});
