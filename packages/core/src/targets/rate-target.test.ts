import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stored } from '../explain/derive.ts';
import { evaluate } from '../explain/why.ts';
import { wilson } from '../rate/wilson.ts';
import { intervalStatus, type RateHolder, rateFor, type StatedRate, WHOLE_BP, whyMore } from './rate-target.ts';

const of = (holder: RateHolder, period: StatedRate['period'], shareBp: number): StatedRate => ({
  holder,
  period,
  shareBp,
});
const all = { kind: 'all' } as const;
const team = (id: string) => ({ kind: 'team', id }) as const;
const ann = { kind: 'person', id: 'ann' } as const;
const asked = { personId: 'ann', teamIds: ['east', 'sales'] };
const more = (k: number, n: number, shareBp: number, mode?: 'owed') =>
  whyMore(
    { rule: 'rate.needed', unit: 'count' },
    {
      num: stored('counted', 'num', k, 'count'),
      den: stored('counted', 'den', n, 'count'),
      shareBp: stored('target', 'share', shareBp, 'count'),
      whole: stored('rate', 'whole', WHOLE_BP, 'count'),
    },
    mode,
  );

describe('T2 a share that is wanted', () => {
  it('is inherited: of everybody, then of the team, then one’s own; a quarter’s own before the year’s', () => {
    const stated = [of(all, 'year', 3000)];
    expect(rateFor(stated, { ...asked, period: 2 })?.shareBp).toBe(3000);
    stated.push(of(all, 2, 2500));
    expect(rateFor(stated, { ...asked, period: 2 })?.shareBp).toBe(2500);
    expect(rateFor(stated, { ...asked, period: 'year' })?.shareBp).toBe(3000);
    stated.push(of(team('sales'), 'year', 3500), of(team('east'), 'year', 4000));
    expect(rateFor(stated, { ...asked, period: 2 })?.shareBp).toBe(4000);
    expect(rateFor(stated, { ...asked, teamIds: ['sales'], period: 2 })?.shareBp).toBe(3500);
    stated.push(of(ann, 'year', 4500));
    expect(rateFor(stated, { ...asked, period: 2 })?.shareBp).toBe(4500);
    expect(rateFor(stated, { ...asked, personId: 'ben', period: 2 })?.shareBp).toBe(4000);
  });

  it('is not known where nobody has said one, which is not zero', () => {
    expect(rateFor([], { ...asked, period: 'year' })).toBeNull();
    expect(rateFor([of(ann, 'year', 0)], { ...asked, period: 1 })?.shareBp).toBe(0);
    expect(() => rateFor([of(all, 'year', 10_001)], { ...asked, period: 1 })).toThrow(RangeError);
    expect(() => rateFor([of(all, 1, 1), of(all, 1, 2)], { ...asked, period: 1 })).toThrow(RangeError);
  });

  it('is met, missed or open by its interval', () => {
    expect(intervalStatus(wilson({ successes: 25, trials: 100 }), 3000)).toBe('open');
    expect(intervalStatus(wilson({ successes: 250, trials: 1000 }), 3000)).toBe('missed');
    expect(intervalStatus(wilson({ successes: 400, trials: 1000 }), 3000)).toBe('met');
    expect(intervalStatus({ low: 0, high: 1 }, 0)).toBe('met');
  });

  it('asks 8 more in a row of 25 in 100 for 30 %, and none of 7 in 100 for 7 %', () => {
    expect(more(25, 100, 3000)?.value).toBe(8);
    expect(more(7, 100, 700)?.value).toBe(0);
    expect(more(0, 0, 3000)?.value).toBe(0);
    expect(more(99, 100, WHOLE_BP)).toBeNull();
    expect(more(100, 100, WHOLE_BP)?.value).toBe(0);
  });

  it('asks of money that is owed what is missing of it: 90 % of 1,000.00, 850.00 came in', () => {
    expect(more(85_000, 100_000, 9000, 'owed')?.value).toBe(5000);
    expect(more(95_000, 100_000, 9000, 'owed')?.value).toBe(0);
  });

  it('by law reaches the share with so many more, and not with one less', () => {
    fc.assert(
      fc.property(fc.nat(5000), fc.nat(5000), fc.integer({ min: 0, max: WHOLE_BP - 1 }), (k, failed, bp) => {
        const n = k + failed;
        const why = more(k, n, bp);
        const x = why?.value as number;
        expect(why && evaluate(why)).toBe(x);
        expect((k + x) * WHOLE_BP >= bp * (n + x)).toBe(true);
        if (x > 0) expect((k + x - 1) * WHOLE_BP >= bp * (n + x - 1)).toBe(false);
      }),
    );
  });
});
