import { afterEach, expect, it } from 'vitest';
import { describeEachDialect } from '../../db/testing.ts';
import { uuidv7 } from '../../ids.ts';
import { closeTestHouses, openTestHouse } from '../../testing-house.ts';
import { change, opportunitiesPath, revenue, setToday, stagesOf } from '../../testing-opportunities.ts';

describeEachDialect('deals', (open) => {
  afterEach(closeTestHouses);

  it('begin in the first open stage, unknown amounts staying unknown', async () => {
    const { ann } = await openTestHouse(open);
    const id = uuidv7();
    const made = await ann.call('POST', opportunitiesPath, { id, name: 'Huaxin expansion' });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      amountMinor: null,
      currency: 'USD',
      closedOn: null,
      stage: { name: 'Prospecting', category: 'open', winProbability: 0.1 },
      owner: { name: 'Ann' },
    });
    expect((await ann.call('POST', opportunitiesPath, { id, name: 'again' })).body.name).toBe('Huaxin expansion');
  });

  it('stay with who won them: a new owner changes no credit, and a reopening takes it back on its own day', async () => {
    const house = await openTestHouse(open);
    const { ann, ben, max, teams } = house;
    const { Won, Negotiation } = await stagesOf(house);
    const id = uuidv7();
    await ann.call('POST', opportunitiesPath, { id, name: 'Huaxin', amountMinor: 100_000_00, stageId: Negotiation });
    setToday(house, '2026-06-30');
    expect((await change(ann, id, { stageId: Won, closedOn: '2026-06-30' })).status).toBe(200);
    setToday(house, '2026-07-02');
    expect((await change(max, id, { ownerId: ben.id })).body.owner.name).toBe('Ben');
    const june = ['2026-06-01', '2026-06-30'] as const;
    const july = ['2026-07-01', '2026-07-31'] as const;
    expect((await revenue(max, ...june, 'rep')).rows).toEqual([{ key: 'Ann', id: ann.id, value: 100_000_00 }]);
    expect((await revenue(ben, ...june)).total).toBe(0);

    setToday(house, '2026-07-05');
    const reopened = await change(ben, id, { stageId: Negotiation });
    expect(reopened.body).toMatchObject({ closedOn: null, amountMinor: 100_000_00, stage: { name: 'Negotiation' } });
    expect((await revenue(max, ...june, 'rep')).rows).toEqual([{ key: 'Ann', id: ann.id, value: 100_000_00 }]);
    expect((await revenue(max, ...july, 'rep')).rows).toEqual([{ key: 'Ann', id: ann.id, value: -100_000_00 }]);
    expect((await revenue(max, ...july, 'team')).rows).toEqual([{ key: 'East', id: teams.east, value: -100_000_00 }]);
    expect((await revenue(ben, ...july)).total).toBe(0);

    setToday(house, '2026-07-20');
    await change(ben, id, { stageId: Won, closedOn: '2026-07-20', amountMinor: 90_000_00 });
    expect((await revenue(max, ...july, 'rep')).rows).toEqual([
      { key: 'Ann', id: ann.id, value: -100_000_00 },
      { key: 'Ben', id: ben.id, value: 90_000_00 },
    ]);
  });

  it('that are won and then changed correct their credit where it stands', async () => {
    const house = await openTestHouse(open);
    const { ann, ben, max } = house;
    const { Won, Lost } = await stagesOf(house);
    const id = uuidv7();
    const won = { id, name: 'Huaxin', amountMinor: 100, stageId: Won, closedOn: '2026-03-01' };
    expect((await ann.call('POST', opportunitiesPath, won)).status).toBe(201);
    await change(max, id, { ownerId: ben.id });
    await change(max, id, { amountMinor: 70, closedOn: '2026-02-27' });
    expect((await revenue(max, '2026-02-01', '2026-02-28', 'rep')).rows).toMatchObject([{ key: 'Ann', value: 70 }]);
    expect((await revenue(max, '2026-03-01', '2026-03-31')).total).toBe(0);
    await change(max, id, { notes: 'nothing of the books' });
    await change(max, id, { split: [ann, ben].map((person) => ({ personId: person.id, share: 0.5 })) });
    expect((await revenue(max, '2026-02-01', '2026-02-28', 'rep')).rows).toMatchObject([
      { key: 'Ann', value: 35 },
      { key: 'Ben', value: 35 },
    ]);
    const [sale] = (await ann.call('GET', '/api/v1/sales')).body.items;
    expect(sale).toMatchObject({ isOfOpportunity: true, revenueMinor: 70, day: '2026-02-27' });
    const refused = await ann.call('PATCH', `/api/v1/sales/${sale.id}`, { revenueMinor: 1 }, { 'if-match': '3' });
    expect(refused.body.code).toBe('sale-of-opportunity');
    const costed = await ann.call('PATCH', `/api/v1/sales/${sale.id}`, { costMinor: 40 }, { 'if-match': '3' });
    expect(costed.body).toMatchObject({ costMinor: 40, revenueMinor: 70 });

    await change(max, id, { stageId: Lost, lostReason: 'price' });
    expect((await max.call('GET', `${opportunitiesPath}/${id}`)).body).toMatchObject({
      closedOn: '2026-02-27',
      lostReason: 'price',
    });
    expect((await revenue(max, '2026-01-01', '2026-12-31')).total).toBe(0);
    expect((await revenue(max, '2026-03-16', '2026-03-16')).total).toBe(-70);
  });

  it('are not won without an amount and a close day, nor split other than whole, and nothing happened', async () => {
    const house = await openTestHouse(open);
    const { ann, ben } = house;
    const { Won } = await stagesOf(house);
    const id = uuidv7();
    await ann.call('POST', opportunitiesPath, { id, name: 'Huaxin' });
    const bare = await change(ann, id, { stageId: Won });
    expect(bare.body).toMatchObject({
      code: 'stage-needs-close-day',
      issues: [{ path: '/closedOn' }, { path: '/amountMinor' }],
    });
    const win = { stageId: Won, closedOn: '2026-03-01', amountMinor: 100 };
    const refusals = [
      await change(ann, id, { ...win, split: [{ personId: ben.id, share: 0.9 }] }),
      await change(ann, id, { ...win, split: [{ personId: uuidv7(), share: 1 }] }),
      await change(ann, id, { closedOn: '2026-03-01' }),
      await change(ann, id, { stageId: uuidv7() }),
      await change(ann, id, { productId: uuidv7() }),
    ];
    expect(refusals.map((refusal) => refusal.body.code)).toEqual([
      'split-not-whole',
      'owner-unknown',
      'invalid-input',
      'reference-unknown',
      'reference-unknown',
    ]);
    expect((await ann.call('GET', `${opportunitiesPath}/${id}`)).body).toMatchObject({ version: 1, amountMinor: null });
    expect((await ann.call('GET', '/api/v1/sales')).body.items).toEqual([]);
  });

  it('do not change their currency without saying what becomes of the amount', async () => {
    const { ann } = await openTestHouse(open);
    const id = uuidv7();
    await ann.call('POST', opportunitiesPath, { id, name: 'Huaxin', amountMinor: 50_00 });
    expect((await change(ann, id, { currency: 'EUR' })).body).toMatchObject({
      code: 'currency-change-unsaid',
      issues: [{ path: '/currencyChange', code: 'missing' }],
    });
    expect((await change(ann, id, { currency: 'EUR', amountMinor: 46_00 })).body).toMatchObject({
      currency: 'EUR',
      amountMinor: 46_00,
    });
  });

  it('of another team are out of sight by list, address, search, board and total, and nothing happened', async () => {
    const house = await openTestHouse(open);
    const { ann, ben, oda, max, vera } = house;
    const { Won } = await stagesOf(house);
    const id = uuidv7();
    const won = { id, name: 'Huaxin', amountMinor: 100, stageId: Won, closedOn: '2026-03-01' };
    await ann.call('POST', opportunitiesPath, won);
    for (const outsider of [ben, oda]) {
      for (const path of [opportunitiesPath, `${opportunitiesPath}?q=hua`, `${opportunitiesPath}?count=1`])
        expect((await outsider.call('GET', path)).body.items).toEqual([]);
      const board = (await outsider.call('GET', `${opportunitiesPath}/board`)).body;
      expect(board.stages.map((one: { count: number }) => one.count)).toEqual([0, 0, 0, 0, 0, 0]);
      expect((await outsider.call('GET', `${opportunitiesPath}/${id}`)).status).toBe(404);
      expect((await revenue(outsider, '2026-01-01', '2026-12-31', 'month')).rows).toEqual([]);
      const patch = await outsider.call('PATCH', `${opportunitiesPath}/${id}`, { amountMinor: 1 }, { 'if-match': '1' });
      expect(patch.status).toBe(404);
      expect((await outsider.call('POST', opportunitiesPath, { ...won, name: 'Mine' })).body.code).toBe('id-taken');
    }
    expect((await ann.call('POST', opportunitiesPath, { ...won, id: uuidv7(), ownerId: oda.id })).body.code).toBe(
      'owner-unknown',
    );
    for (const superior of [max, vera]) {
      expect((await superior.call('GET', `${opportunitiesPath}/${id}`)).body).toMatchObject({
        version: 1,
        amountMinor: 100,
      });
      expect((await revenue(superior, '2026-01-01', '2026-12-31')).total).toBe(100);
    }
  });
});
