import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitCredit } from './credit.ts';
import { opposite, standing } from './reversal.ts';

const half = [
  { personId: 'ann', shareBp: 5000 },
  { personId: 'ben', shareBp: 5000 },
];
const creditsOf = (quantity: number, shares: readonly { personId: string; shareBp: number }[]) => {
  const split = splitCredit({ quantity }, shares);
  if (split.status !== 'ok') throw new Error(`The shares sum to ${split.sumBp}.`);
  return split.credits;
};

describe('credit for a sale', () => {
  it('with all of 5 pieces and half of 10 is 10 pieces, and the partner sees the other 5', () => {
    const all = [...creditsOf(5, [{ personId: 'ann', shareBp: 10_000 }]), ...creditsOf(10, half)];
    const of = (person: string) =>
      all.reduce((sum, credit) => sum + (credit.personId === person ? credit.measures.quantity : 0), 0);
    expect(of('ann')).toBe(10);
    expect(of('ben')).toBe(5);
  });

  it('is refused when the shares are not the whole', () => {
    const shares = [...half, { personId: 'cem', shareBp: 1 }];
    expect(splitCredit({ revenue: 100 }, shares)).toEqual({ status: 'sharesNotWhole', sumBp: 10_001 });
    expect(splitCredit({ revenue: 100 }, [])).toEqual({ status: 'sharesNotWhole', sumBp: 0 });
    expect(() => splitCredit({ revenue: 1 }, [{ personId: 'ann', shareBp: 0.5 }])).toThrow(RangeError);
    expect(() =>
      splitCredit(
        { revenue: 1 },
        [half[0], half[0]].flatMap((one) => one ?? []),
      ),
    ).toThrow(/twice/);
  });

  it('leaves what is unknown unknown', () => {
    const split = splitCredit({ revenue: 101, cost: null }, half);
    expect(split.status === 'ok' && split.credits.map(({ measures }) => measures)).toEqual([
      { revenue: 51, cost: null },
      { revenue: 50, cost: null },
    ]);
  });

  it('by law sums to the sale in every measure', () => {
    const measure = fc.integer({ min: -1e12, max: 1e12 });
    fc.assert(
      fc.property(measure, measure, fc.uniqueArray(fc.integer({ min: 1, max: 9999 })), (revenue, cost, cuts) => {
        const edges = [0, ...cuts.toSorted((a, b) => a - b), 10_000];
        const shares = edges
          .slice(1)
          .map((edge, place) => ({ personId: `p${place}`, shareBp: edge - (edges[place] as number) }));
        const split = splitCredit({ revenue, cost }, shares);
        if (split.status !== 'ok') throw new Error('The shares are the whole.');
        expect(split.credits.reduce((sum, credit) => sum + credit.measures.revenue, 0)).toBe(revenue);
        expect(split.credits.reduce((sum, credit) => sum + credit.measures.cost, 0)).toBe(cost);
      }),
      { numRuns: 200 },
    );
  });
});

describe('a sale that is reopened', () => {
  const june = { id: 'june', reverses: null, measures: { revenue: 10_000_000, cost: null, quantity: 0 } };
  const july = { id: 'july', reverses: 'june', measures: opposite(june.measures) };

  it('takes 100,000 back, what is unknown stays unknown', () => {
    expect(july.measures).toEqual({ revenue: -10_000_000, cost: null, quantity: 0 });
  });

  it('is taken back once, however often it is reopened', () => {
    expect(standing([june])).toEqual([june]);
    expect(standing([june, july])).toEqual([]);
    expect(standing([june, july, { ...june, id: 'won again' }])).toMatchObject([{ id: 'won again' }]);
  });
});
