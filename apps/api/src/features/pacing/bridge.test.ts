import type { BridgeView } from '@milepost/contract/pacing';
import { evaluate, isConstant, leavesOf, type Why } from '@milepost/core/explain/why';
import { afterEach, expect, it } from 'vitest';
import { describeEachDialect } from '../../db/testing.ts';
import { uuidv7 } from '../../ids.ts';
import { type CastMember, closeTestHouses, openTestHouse, type TestHouse } from '../../testing-house.ts';
import { rate } from '../../testing-rates.ts';
import { makeTarget } from '../../testing-targets.ts';
import { postSales } from '../sales/posting-store.ts';

const path = '/api/v1/pacing/bridge';
const sell = ({ deps, operator }: TestHouse, sales: readonly [string, string, number, string, string?][]) =>
  deps.transact(operator, (work) =>
    postSales(
      work,
      sales.map(([ownerId, day, revenueMinor, line, currency = 'USD']) => ({
        id: uuidv7(),
        day,
        revenueMinor,
        currency,
        ownerId,
        line,
      })),
    ),
  );
const bridgeOf = async (who: CastMember, query = '') => (await who.call<BridgeView>('GET', `${path}?${query}`)).body;
const amounts = ({ causes }: BridgeView) => Object.fromEntries(causes.map(({ cause, amount }) => [cause, amount]));

describeEachDialect('the bridge of the gap (P2)', (open) => {
  afterEach(closeTestHouses);

  it('sums to the gap by cause, for all and for each part, and every cause opens to records', async () => {
    const house = await openTestHouse(open);
    const { vera, ann, oda } = house;
    const id = await makeTarget(house);
    await vera.call('POST', `/api/v1/targets/${id}/publish`, { reason: 'agreed' }, { 'if-match': '1' });
    expect(await bridgeOf(vera)).toMatchObject({ status: 'noPrices', causes: [] });
    await sell(house, [
      [ann.id, '2025-04-01', 3_000_000, 'Pumps'],
      [oda.id, '2025-09-01', 2_000_001, 'Pumps'],
      [oda.id, '2025-10-01', 500_000, 'Valves'],
      [ann.id, '2026-01-20', 2_000_000, 'Pumps'],
      [ann.id, '2026-02-20', 700_000, 'Valves'],
      [oda.id, '2026-03-02', 650_000, 'Valves'],
      [oda.id, '2026-03-03', 77_777, 'Fans'],
      [oda.id, '2026-03-04', 9_000, 'Fans', 'EUR'],
    ]);
    const late = { id: uuidv7(), name: 'Late', amountMinor: 4_000_000, expectedCloseOn: '2026-02-01' };
    await ann.call('POST', '/api/v1/opportunities', late);
    const stages = (await vera.call('GET', '/api/v1/stages?sort=position')).body.items;
    const lost = stages.find((stage: { category: string }) => stage.category === 'lost').id;
    for (let at = 0; at < 11; at += 1)
      await oda.call('POST', '/api/v1/opportunities', {
        id: uuidv7(),
        name: `Lost ${at}`,
        stageId: lost,
        closedOn: at < 10 ? '2025-08-01' : '2026-02-02',
      });
    for (const query of ['', 'by=rep', `by=rep&id=${ann.id}`, `by=rep&id=${oda.id}`, 'by=line&id=Valves']) {
      const view = await bridgeOf(vera, query);
      expect(view.status).toBe('ok');
      expect(
        view.causes.reduce((sum, { amount }) => sum + (amount ?? 0), 0),
        query,
      ).toBe(view.total);
      expect(view.total).toBe(view.actual - view.planToDate);
      for (const { cause, amount } of [...view.causes, { cause: 'total', amount: view.total }]) {
        const { status, body } = await vera.call<{ why: Why }>('GET', `${path}/why?${query}&figure=${cause}`);
        if (amount === null) {
          expect(status).toBe(404);
          continue;
        }
        expect(evaluate(body.why), `${cause} of ${query}`).toBe(amount);
        if (leavesOf(body.why).length > 0) expect(isConstant(body.why)).toBe(false);
      }
    }
    const all = await bridgeOf(vera);
    // 4,000,000 at the first stage's 10 % has slipped; no win of one closed is no worse than no win of ten.
    expect(amounts(all)).toMatchObject({ timing: -400_000, conversion: 0, currency: null });
    expect(all.otherCurrencies).toBe(1);
    const why = (await vera.call<{ why: Why }>('GET', `${path}/why?figure=timing`)).body.why;
    expect(leavesOf(why).map((leaf) => leaf.id)).toContain(late.id);
  });

  it('tells what rates of exchange did beside the plan rate, to the unit, once both are known', async () => {
    const house = await openTestHouse(open);
    const { vera, ann, oda } = house;
    const id = await makeTarget(house);
    await vera.call('POST', `/api/v1/targets/${id}/publish`, { reason: 'agreed' }, { 'if-match': '1' });
    await sell(house, [
      [ann.id, '2025-04-01', 3_000_000, 'Pumps'],
      [oda.id, '2025-05-01', 2_000_000, 'Pumps'],
    ]);
    expect(amounts(await bridgeOf(vera))).toMatchObject({ currency: 0 });
    for (const [day, price] of [
      ['2026-02-03', '1.25'],
      ['2026-03-03', '0.91'],
    ] as const)
      expect((await rate(vera, 'EUR', day, price)).status).toBe(201);
    await sell(house, [
      [ann.id, '2026-02-03', 100_03, 'Pumps', 'EUR'],
      [oda.id, '2026-03-03', 333_33, 'Pumps', 'EUR'],
      [ann.id, '2026-02-10', 500_00, 'Pumps'],
    ]);
    // The rates of the days are known, the plan rate is not: what they did is in the price.
    expect(amounts(await bridgeOf(vera))).toMatchObject({ currency: null });
    expect((await rate(vera, 'EUR', '2026-01-01', '1.0935', { kind: 'plan' })).status).toBe(201);
    const [dayRates, planRate] = [
      Math.round(100_03 * 1.25) + Math.round(333_33 * 0.91),
      Math.round((100_03 + 333_33) * 1.0935),
    ];
    const view = await bridgeOf(vera);
    expect(view).toMatchObject({ actual: 500_00 + dayRates, otherCurrencies: 0 });
    expect(amounts(view)).toMatchObject({ currency: dayRates - planRate });
    for (const query of ['', `by=rep&id=${ann.id}`, `by=rep&id=${oda.id}`]) {
      const { causes, total } = await bridgeOf(vera, query);
      expect(causes.reduce((sum, { amount }) => sum + (amount ?? 0), 0)).toBe(total);
      for (const { cause, amount } of [...causes, { cause: 'total', amount: total }]) {
        if (amount === null) continue;
        const { why } = (await vera.call<{ why: Why }>('GET', `${path}/why?${query}&figure=${cause}`)).body;
        expect([evaluate(why), isConstant(why)], `${cause} of ${query}`).toEqual([amount, false]);
      }
    }
    // Pace tells the same actual.
    const pace = (await vera.call('GET', '/api/v1/pacing')).body;
    expect(pace.total).toMatchObject({ actual: view.actual, variance: view.total });
  });

  it('is that of the people in sight, and nothing happened', async () => {
    const house = await openTestHouse(open);
    const { vera, ann, oda } = house;
    const id = await makeTarget(house);
    expect((await bridgeOf(vera)).status).toBe('noPlan');
    await vera.call('POST', `/api/v1/targets/${id}/publish`, { reason: 'agreed' }, { 'if-match': '1' });
    await sell(house, [
      [ann.id, '2025-04-01', 3_000_000, 'Pumps'],
      [oda.id, '2026-02-01', 3_000_000, 'Pumps'],
    ]);
    expect((await bridgeOf(ann)).actual).toBe(0);
    const refusals = [
      await ann.call('GET', `${path}?by=rep&id=${oda.id}`),
      await ann.call('GET', `${path}/why?by=rep&id=${oda.id}&figure=total`),
      await ann.call('GET', `${path}/why?figure=conversion`),
    ];
    expect(refusals.map(({ body }) => body.code)).toEqual(['not-found', 'not-found', 'not-found']);
  });
});
