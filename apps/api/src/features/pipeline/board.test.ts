import { afterEach, expect, it } from 'vitest';
import { describeEachDialect } from '../../db/testing.ts';
import { uuidv7 } from '../../ids.ts';
import { closeTestHouses, openTestHouse } from '../../testing-house.ts';
import { opportunitiesPath, stagesOf } from '../../testing-opportunities.ts';

describeEachDialect('the board', (open) => {
  afterEach(closeTestHouses);

  it('counts deals, sums the amounts that are known and weighs them by their stage', async () => {
    const house = await openTestHouse(open);
    const { ann, ben, max } = house;
    const { Qualified, Proposal } = await stagesOf(house);
    for (const [who, stageId, amountMinor] of [
      [ann, Qualified, 333],
      [ann, Qualified, null],
      [ben, Proposal, 1000],
      [ben, Proposal, 1],
    ] as const)
      await who.call('POST', opportunitiesPath, { id: uuidv7(), name: 'A deal', stageId, amountMinor });
    const { stages, open: pipeline } = (await max.call('GET', `${opportunitiesPath}/board`)).body;
    const [prospecting, qualified, proposal] = stages;
    expect(prospecting).toMatchObject({ count: 0, subtotals: [], total: { amountMinor: 0, weightedMinor: 0 } });
    expect(qualified).toMatchObject({
      count: 2,
      withoutAmount: 1,
      total: { status: 'ok', currency: 'USD', amountMinor: 333, weightedMinor: 83 },
    });
    expect(proposal.total).toMatchObject({ amountMinor: 1001, weightedMinor: 501 });
    expect(pipeline).toMatchObject({ count: 4, withoutAmount: 1, total: { amountMinor: 1334, weightedMinor: 584 } });
    const his = (await max.call('GET', `${opportunitiesPath}/board?ownerId=${ben.id}`)).body;
    expect(his.open).toMatchObject({ count: 2, total: { amountMinor: 1001 } });
    const large = encodeURIComponent(JSON.stringify([{ field: 'amountMinor', op: 'gte', value: 1000 }]));
    expect((await max.call('GET', `${opportunitiesPath}/board?filter=${large}`)).body.open).toMatchObject({ count: 1 });
    expect((await ann.call('GET', `${opportunitiesPath}/board`)).body.open).toMatchObject({ count: 2 });
  });

  it('has no total of several currencies: it says so and answers the subtotals', async () => {
    const { ann } = await openTestHouse(open);
    for (const currency of ['USD', 'EUR'])
      await ann.call('POST', opportunitiesPath, { id: uuidv7(), name: currency, amountMinor: 50_00, currency });
    const { open: pipeline, stages } = (await ann.call('GET', `${opportunitiesPath}/board`)).body;
    for (const refused of [pipeline, stages[0]])
      expect(refused).toMatchObject({
        count: 2,
        total: { status: 'refused', code: 'mixed-currencies' },
        subtotals: [
          { currency: 'EUR', amountMinor: 50_00, weightedMinor: 5_00 },
          { currency: 'USD', amountMinor: 50_00, weightedMinor: 5_00 },
        ],
      });
    expect((await ann.call('GET', `${opportunitiesPath}/board?currency=EUR`)).body.open.total).toMatchObject({
      status: 'ok',
      currency: 'EUR',
      amountMinor: 50_00,
    });
  });
});
