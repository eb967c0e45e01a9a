import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ChurnFacts, churnAlert, usualRule } from './alert.ts';
import { rankWinBacks } from './win-back.ts';

const facts = (some: Partial<ChurnFacts>): ChurnFacts => ({
  alive: null,
  silence: null,
  renewal: null,
  activity: null,
  ...some,
});
const closed = { isOpen: false, daysSinceClosed: null };
const open = { isOpen: true, daysSinceClosed: null };

describe('R1 a warning', () => {
  it('opens on any sign, and says on which', () => {
    expect(churnAlert(facts({ alive: 0.06, silence: 0.01, renewal: 0.9 }), usualRule, closed)).toEqual({
      status: 'open',
      signs: ['alive', 'silence'],
    });
    expect(churnAlert(facts({ activity: { fall: 0.4, isBelowLimits: false } }), usualRule, closed)).toEqual({
      status: 'quiet',
    });
    expect(churnAlert(facts({ activity: { fall: 0.4, isBelowLimits: true } }), usualRule, closed).status).toBe('open');
  });

  it('does not flicker: it stays until the sign has recovered by the margin', () => {
    expect(churnAlert(facts({ alive: 0.55 }), usualRule, open).status).toBe('keep');
    expect(churnAlert(facts({ alive: 0.61 }), usualRule, open).status).toBe('close');
    expect(churnAlert(facts({ alive: 0.55 }), usualRule, closed).status).toBe('quiet');
  });

  it('is not repeated while it is cooling down, and not closed for want of knowledge', () => {
    expect(churnAlert(facts({ alive: 0.1 }), usualRule, { isOpen: false, daysSinceClosed: 29 }).status).toBe('quiet');
    expect(churnAlert(facts({ alive: 0.1 }), usualRule, { isOpen: false, daysSinceClosed: 30 }).status).toBe('open');
    expect(churnAlert(facts({}), usualRule, open).status).toBe('keep');
    expect(churnAlert(facts({}), usualRule, closed).status).toBe('quiet');
  });

  it('warns of fewer when the threshold falls', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(share, share, share, (alive, one, other) => {
        const warns = (leastAlive: number) =>
          churnAlert(facts({ alive }), { ...usualRule, leastAlive }, closed).status === 'open';
        if (warns(Math.min(one, other))) expect(warns(Math.max(one, other))).toBe(true);
      }),
    );
  });
});

describe('R1 what wins a customer back', () => {
  const tried = (id: string, cost: number, stayed: number, alone: number) => ({
    id,
    cost,
    treated: { stayed, count: 40 },
    untreated: { stayed: alone, count: 40 },
  });

  it('is chosen by what it changes, not by how many stayed', () => {
    const ranked = rankWinBacks([tried('call', 10_00, 36, 35), tried('visit', 300_00, 24, 12)], {
      worth: 20_000_00,
      marginRatio: 0.4,
    });
    expect(ranked.map(({ id, expected }) => [id, expected])).toEqual([
      ['visit', Math.round(0.3 * 0.8 * 8_000_00 - 300_00)],
      ['call', Math.round(0.025 * 0.8 * 8_000_00 - 10_00)],
    ]);
  });

  it('is not known where nobody was left alone', () => {
    const action = { ...tried('gift', 5_00, 3, 0), untreated: { stayed: 0, count: 0 } };
    expect(rankWinBacks([action], { worth: 100_00, marginRatio: 1 })).toEqual([]);
    expect(() => rankWinBacks([tried('gift', 0, 41, 0)], { worth: 1, marginRatio: 1 })).toThrow(RangeError);
  });
});
