import { afterEach, expect, it } from 'vitest';
import { describeEachDialect } from '../../db/testing.ts';
import { uuidv7 } from '../../ids.ts';
import { closeTestHouses, openTestHouse } from '../../testing-house.ts';
import { revenue, stagesOf } from '../../testing-opportunities.ts';
import { type OpportunityToSave, saveOpportunities } from './opportunity-entry-store.ts';
import { withdrawWins } from './wins-store.ts';

describeEachDialect('deals that are read in', (open) => {
  afterEach(closeTestHouses);

  it('are credited where they are won, corrected when they come again otherwise, and withdrawn without a trace', async () => {
    const house = await openTestHouse(open);
    const { deps, operator, ann, ben, max, vera } = house;
    const { Won, Lost, Prospecting } = await stagesOf(house);
    const save = (deals: readonly OpportunityToSave[]) =>
      deps.transact(operator, (work) => saveOpportunities(work, deals, { today: '2026-03-16' }));
    const won = {
      id: uuidv7(),
      name: '1C1I7A6R',
      stageId: Won,
      amountMinor: 1054_00,
      closedOn: '2025-03-01',
      ownerId: ann.id,
    };
    const lost = { id: uuidv7(), name: 'Z063OYW0', stageId: Lost, ownerId: ben.id };
    const opened = { id: uuidv7(), name: 'EC4QE1BX', stageId: Prospecting, ownerId: ben.id };
    const first = await save([won, lost, opened].map((input) => ({ input })));
    expect(first.map(({ action }) => action)).toEqual(['created', 'created', 'created']);
    expect((await vera.call('GET', `/api/v1/opportunities/${lost.id}`)).body).toMatchObject({ closedOn: null });
    const march = async () => (await revenue(max, '2025-03-01', '2025-03-31', 'rep')).rows;
    expect(await march()).toMatchObject([{ key: 'Ann', value: 1054_00 }]);

    const again = [won, lost, opened].map((input) => ({ input, seen: 1 }));
    expect((await save(again)).map(({ action }) => action)).toEqual(['unchanged', 'unchanged', 'unchanged']);
    const changed = { ...won, amountMinor: 1000_00, ownerId: ben.id };
    expect(await save([{ input: changed, seen: 1 }])).toEqual([{ id: won.id, version: 2, action: 'updated' }]);
    expect(await march()).toMatchObject([{ key: 'Ann', value: 1000_00 }]);
    expect((await revenue(max, '2026-01-01', '2026-12-31')).total).toBe(0);

    await deps.transact(operator, (work) => withdrawWins(work, [won.id, lost.id, opened.id]));
    expect((await revenue(max, '2025-01-01', '2026-12-31')).total).toBe(0);
    expect((await vera.call('GET', '/api/v1/sales')).body.items).toEqual([]);
    await save([{ input: changed, seen: 2 }]);
    expect(await march()).toMatchObject([
      { key: 'Ann', value: 0 },
      { key: 'Ben', value: 1000_00 },
    ]);
  });

  it('are all refused when one of them is won without an amount, and nothing happened', async () => {
    const house = await openTestHouse(open);
    const { deps, operator, ann, vera } = house;
    const { Won, Prospecting } = await stagesOf(house);
    const deals = [
      { input: { id: uuidv7(), name: 'good', stageId: Prospecting, ownerId: ann.id } },
      { input: { id: uuidv7(), name: 'bad', stageId: Won, ownerId: ann.id, closedOn: '2025-03-01' } },
    ];
    const saving = deps.transact(operator, (work) => saveOpportunities(work, deals, { today: '2026-03-16' }));
    await expect(saving).rejects.toMatchObject({ code: 'stage-needs-close-day' });
    expect((await vera.call('GET', '/api/v1/opportunities?count=1')).body.total).toBe(0);
  });
});
