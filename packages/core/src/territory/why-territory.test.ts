import fc from 'fast-check';
import { expect, it } from 'vitest';
import { evaluate, isConstant } from '../explain/why.ts';
import { rebalance } from './rebalance.ts';
import { prices, territories } from './testing-territory.ts';
import { type Holding, whyDisturbed, whyImbalance, whyLoad, whyShare } from './why-territory.ts';

it('explains imbalance, shares and the margin disturbed to the very figures that were found', () => {
  fc.assert(
    fc.property(territories, prices, ({ accounts, people }, asked) => {
      const found = rebalance(accounts, people, { moves: 5, prices: asked });
      const holdings: Holding[] = people.map(({ id, capacity }) => ({
        personId: id,
        name: id,
        capacity,
        accounts: accounts.flatMap((one) =>
          found.assignment.get(one.id) === id ? [{ id: one.id, name: one.id, load: one.load }] : [],
        ),
      }));
      const last = found.choices.at(-1);
      const imbalance = whyImbalance(holdings, 'count');
      expect(imbalance === null ? 0 : evaluate(imbalance)).toBeCloseTo(last?.imbalance as number, 12);
      const moved = found.moves.map(({ accountId }) => accounts.find(({ id }) => id === accountId));
      const disturbed = whyDisturbed(
        moved.map((one) => ({ id: one?.id ?? '', name: '', margin: one?.margin ?? null })),
      );
      expect(evaluate(disturbed)).toBe(last?.marginDisturbed);
      for (const one of holdings) {
        const share = whyShare(one, holdings, 'count');
        expect(share === null).toBe(people.every(({ capacity }) => capacity === 0));
        for (const why of [whyLoad(one, 'count'), share, imbalance]) {
          if (why === null) continue;
          expect(evaluate(why)).toBe(why.value);
          expect(isConstant(why)).toBe(false);
        }
      }
    }),
  );
});
