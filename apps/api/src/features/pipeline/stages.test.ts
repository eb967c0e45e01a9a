import { afterEach, expect, it } from 'vitest';
import { describeEachDialect } from '../../db/testing.ts';
import { uuidv7 } from '../../ids.ts';
import { closeTestHouses, openTestHouse } from '../../testing-house.ts';
import { opportunitiesPath, stagesOf } from '../../testing-opportunities.ts';

describeEachDialect('stages', (open) => {
  afterEach(closeTestHouses);

  it('are made, renamed and put in order by administrators, and read by everybody', async () => {
    const house = await openTestHouse(open);
    const { vera, ann } = house;
    const id = uuidv7();
    const made = await vera.call('POST', '/api/v1/stages', {
      id,
      name: 'Pilot',
      category: 'open',
      winProbability: 0.6,
    });
    expect(made.status).toBe(201);
    const names = async () =>
      (await ann.call('GET', '/api/v1/stages')).body.items.map((stage: { name: string }) => stage.name);
    expect(await names()).toEqual(['Prospecting', 'Qualified', 'Proposal', 'Negotiation', 'Pilot', 'Won', 'Lost']);
    await vera.call('PATCH', `/api/v1/stages/${id}`, { name: 'Trial', winProbability: 0.65 }, { 'if-match': '1' });
    const { Won, Lost, ...rest } = await stagesOf(house);
    const order = [id, ...Object.values(rest).filter((one) => one !== id), Won, Lost];
    expect((await vera.call('PUT', '/api/v1/stages/order', { ids: order })).body.items[0]).toMatchObject({
      name: 'Trial',
      winProbability: 0.65,
      position: 0,
    });
    expect(await names()).toEqual(['Trial', 'Prospecting', 'Qualified', 'Proposal', 'Negotiation', 'Won', 'Lost']);
    expect((await vera.call('PUT', '/api/v1/stages/order', { ids: order.slice(1) })).body.code).toBe('invalid-input');
    expect(
      (await vera.call('PATCH', `/api/v1/stages/${Won}`, { winProbability: 0.5 }, { 'if-match': '2' })).body,
    ).toMatchObject({ winProbability: 1 });
  });

  it('with 12 deals are not deleted: the deals are named, and moved when a stage is named for them', async () => {
    const house = await openTestHouse(open);
    const { vera, ann, max } = house;
    const { Proposal, Negotiation, Won } = await stagesOf(house);
    const ids = Array.from({ length: 12 }, uuidv7);
    for (const [index, id] of ids.entries())
      await ann.call('POST', opportunitiesPath, {
        id,
        name: `Deal ${String(index + 1).padStart(2, '0')}`,
        stageId: Proposal,
      });
    const erase = (query = '', version = 1) =>
      vera.call('DELETE', `/api/v1/stages/${Proposal}${query}`, undefined, { 'if-match': String(version) });
    const refused = await erase();
    expect(refused.body).toMatchObject({ status: 409, code: 'in-use' });
    expect(refused.body.issues[0]).toMatchObject({ path: '/moveTo', code: 'deals', value: '12' });
    expect(refused.body.issues.slice(1).map((issue: { message: string }) => issue.message)).toEqual(
      ids.map((_, index) => `Deal ${String(index + 1).padStart(2, '0')}`),
    );
    expect((await erase(`?moveTo=${Won}`)).body.code).toBe('reference-unknown');
    expect((await erase('', 9)).body.code).toBe('in-use');
    expect((await max.call('GET', `${opportunitiesPath}/board`)).body.stages[2]).toMatchObject({ count: 12 });

    expect((await erase(`?moveTo=${Negotiation}`)).status).toBe(200);
    const { stages } = (await max.call('GET', `${opportunitiesPath}/board`)).body;
    expect(stages.map((one: { stage: { name: string } }) => one.stage.name)).not.toContain('Proposal');
    expect(stages[2]).toMatchObject({ stage: { name: 'Negotiation' }, count: 12 });
    expect((await ann.call('GET', `${opportunitiesPath}/${ids[0]}`)).body).toMatchObject({ version: 2 });
  });

  it('keep one of each category, and their category while deals stand in them', async () => {
    const house = await openTestHouse(open);
    const { vera, ann } = house;
    const { Won, Qualified, Prospecting } = await stagesOf(house);
    const last = await vera.call('DELETE', `/api/v1/stages/${Won}`, undefined, { 'if-match': '1' });
    expect(last.body.code).toBe('stage-last-of-category');
    await ann.call('POST', opportunitiesPath, { id: uuidv7(), name: 'Huaxin', stageId: Qualified, amountMinor: 5 });
    const turned = { category: 'won' };
    const refused = await vera.call('PATCH', `/api/v1/stages/${Qualified}`, turned, { 'if-match': '1' });
    expect(refused.body.code).toBe('in-use');
    const empty = await vera.call('PATCH', `/api/v1/stages/${Prospecting}`, turned, { 'if-match': '1' });
    expect(empty.body).toMatchObject({ category: 'won', winProbability: 1 });
  });

  it('are not written by managers and reps, and nothing happened', async () => {
    const house = await openTestHouse(open);
    const { max, ann, vera } = house;
    const { Proposal } = await stagesOf(house);
    for (const who of [max, ann])
      for (const refusal of [
        await who.call('POST', '/api/v1/stages', { id: uuidv7(), name: 'Mine', category: 'open' }),
        await who.call('PATCH', `/api/v1/stages/${Proposal}`, { name: 'Mine' }, { 'if-match': '1' }),
        await who.call('PUT', '/api/v1/stages/order', { ids: [Proposal] }),
        await who.call('DELETE', `/api/v1/stages/${Proposal}`, undefined, { 'if-match': '1' }),
        await who.call('POST', `/api/v1/stages/${Proposal}/archive`, undefined, { 'if-match': '1' }),
      ])
        expect(refusal.body.code).toBe('not-allowed');
    const { items } = (await vera.call('GET', '/api/v1/stages')).body;
    expect(items.map((stage: { version: number }) => stage.version)).toEqual([1, 1, 1, 1, 1, 1]);
  });
});
