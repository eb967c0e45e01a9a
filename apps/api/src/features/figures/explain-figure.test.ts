import { evaluate, isConstant, leavesOf, misstated } from '@milepost/core/explain/why';
import { afterEach, expect, it } from 'vitest';
import { describeEachDialect } from '../../db/testing.ts';
import { uuidv7 } from '../../ids.ts';
import { closeTestHouses, openTestHouse } from '../../testing-house.ts';
import { ask, creditMeasures, dimensionsOfCredits, someSales, year } from '../../testing-sales.ts';
import { postSales } from '../sales/posting-store.ts';

describeEachDialect('the derivation of figures', (open) => {
  afterEach(closeTestHouses);

  it('goes down to credits, which sum to them', async () => {
    const house = await openTestHouse(open);
    await someSales(house);
    const { vera } = house;
    for (const measure of creditMeasures)
      for (const by of [undefined, ...dimensionsOfCredits]) {
        const query = by ? `&by=${by}` : '';
        const figure = await ask(vera, measure, query);
        for (const { key, value } of [{ key: undefined, value: figure.total }, ...figure.rows]) {
          const own = key === undefined ? query : `${query}&key=${encodeURIComponent(key)}`;
          const { why } = (await vera.call('GET', `/api/v1/figures/${measure}/why?${year}${own}`)).body;
          expect([why.value, evaluate(why), misstated(why)]).toEqual([value, value, []]);
          expect(isConstant(why)).toBe(false);
          for (const leaf of leavesOf(why)) expect(leaf).toMatchObject({ leaf: 'record', kind: 'credit' });
        }
      }
    const revenue = (await vera.call('GET', `/api/v1/figures/revenue/why?${year}`)).body;
    for (const { id, value } of leavesOf(revenue.why))
      expect((await vera.call('GET', `/api/v1/credits/${id}`)).body.revenueMinor).toBe(value);
    const { why, leftOut } = (await vera.call('GET', `/api/v1/figures/margin/why?${year}`)).body;
    expect(leavesOf(why)).toHaveLength(6);
    expect(leftOut).toEqual([{ reason: 'unknown-cost', count: 4, value: 441, unit: 'money' }]);
    expect((await vera.call('GET', `/api/v1/figures/revenue/why?${year}&by=rep&key=Nobody`)).status).toBe(404);
  }, 60_000);

  it('goes down to days where there are more credits than a screen can show', async () => {
    const { deps, operator, ann, vera } = await openTestHouse(open);
    const days = Array.from({ length: 28 }, (_, index) => `2026-02-${String(index + 1).padStart(2, '0')}`);
    const many = Array.from({ length: 10_001 }, (_, index) => ({
      id: uuidv7(),
      day: days[index % days.length] ?? '',
      revenueMinor: index,
      currency: 'USD',
      ownerId: ann.id,
    }));
    await deps.transact(operator, (work) => postSales(work, many));
    const total = (10_000 * 10_001) / 2;
    for (const [query, leaves] of [
      ['', 28],
      ['&by=rep', 1],
      ['&by=rep&key=Ann', 28],
    ] as const) {
      const { why } = (await vera.call('GET', `/api/v1/figures/revenue/why?${year}${query}`)).body;
      expect([why.value, evaluate(why), leavesOf(why).length]).toEqual([total, total, leaves]);
    }
  }, 60_000);
});
