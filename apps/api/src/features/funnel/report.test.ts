import type { ReportView } from '@milepost/contract/funnel';
import { evaluate, type Why } from '@milepost/core/explain/why';
import { afterEach, expect, it } from 'vitest';
import { describeEachDialect } from '../../db/testing.ts';
import { uuidv7 } from '../../ids.ts';
import { type CastMember, closeTestHouses, openTestHouse, type TestHouse } from '../../testing-house.ts';
import { saveOpportunities } from '../pipeline/opportunity-entry-store.ts';
import { stageOrder } from '../pipeline/stage-store.ts';

const path = '/api/v1/funnel/report';
const report = async (who: CastMember, query = ''): Promise<ReportView> =>
  (await who.call<ReportView>('GET', `${path}?${query}`)).body;

/** So many of somebody that were won, and lost in the second open stage. */
async function closed({ deps, operator }: TestHouse, ownerId: string, won: number, lost: number): Promise<void> {
  const all = await stageOrder.all(deps.db, operator.orgId);
  const open = all.filter(({ category }) => category === 'open');
  const end = (category: string): string => all.find((stage) => stage.category === category)?.id ?? '';
  const deal = (stageId: string) => ({
    ...{ id: uuidv7(), name: 'Deal', ownerId, stageId, amountMinor: 1000, openedOn: '2026-01-05' },
  });
  const losing = Array.from({ length: lost }, () => deal(open[1]?.id ?? ''));
  await deps.transact(operator, async (work) => {
    const first = [
      ...losing.map((input) => ({ input })),
      ...Array.from({ length: won }, () => ({ input: { ...deal(end('won')), closedOn: '2026-03-02' } })),
    ];
    await saveOpportunities(work, first, { today: '2026-03-16' });
    const last = losing.map((input) => ({
      input: { ...input, stageId: end('lost'), closedOn: '2026-03-10' },
      seen: 1,
    }));
    await saveOpportunities(work, last, { today: '2026-03-16' });
  });
}

describeEachDialect('the report of the funnel', (open) => {
  afterEach(closeTestHouses);

  it('tells stage by stage how many went on, with intervals, by an axis, and each rate opens', async () => {
    const house = await openTestHouse(open);
    const { vera, ann, oda } = house;
    await closed(house, ann.id, 3, 1);
    await closed(house, oda.id, 1, 4);
    const all = await report(vera);
    expect(all).toMatchObject({ by: 'all', from: '2025-03-17', to: '2026-03-16' });
    expect(all.groups).toMatchObject([{ key: 'all', won: 4, closed: 9, unplaced: 0 }]);
    // All stood in the first two stages; five went no further.
    expect(all.groups[0]?.steps.slice(0, 3).map(({ stood, passed }) => [stood, passed])).toEqual([
      [9, 9],
      [9, 4],
      [4, 4],
    ]);
    const byOwner = await report(vera, 'by=owner');
    expect(byOwner.groups.map(({ name, won, closed: count }) => [name, won, count])).toEqual([
      ['Oda', 1, 5],
      ['Ann', 3, 4],
    ]);
    for (const { key, steps } of byOwner.groups)
      for (const { stageId, rate, low, high, stood } of steps) {
        expect([low <= (rate ?? 0), high >= (rate ?? 1)]).toEqual([true, true]);
        const { status, body } = await vera.call<{ why: Why }>(
          'GET',
          `${path}/why?by=owner&key=${key}&stage=${stageId}`,
        );
        if (stood === 0) expect(status).toBe(404);
        else expect(evaluate(body.why)).toBe(rate);
      }
    expect((await report(vera, 'by=team')).groups.map(({ name }) => name)).toEqual(['West', 'East']);
    expect((await report(vera, 'by=segment')).groups).toMatchObject([{ key: null, name: null, closed: 9 }]);
    expect((await report(vera, 'from=2026-03-05')).groups).toMatchObject([{ won: 0, closed: 5 }]);
  });

  it('counts what is in sight alone, refuses what it does not know, and nothing happened', async () => {
    const house = await openTestHouse(open);
    const { vera, max, ann, ben, oda } = house;
    await closed(house, ann.id, 3, 1);
    await closed(house, oda.id, 1, 4);
    const before = await report(vera);
    expect((await report(ann)).groups).toMatchObject([{ won: 3, closed: 4 }]);
    expect((await report(max, 'by=owner')).groups.map(({ name }) => name)).toEqual(['Ann']);
    expect((await report(ben)).groups).toEqual([]);
    const stage = before.stages[0]?.id;
    expect((await ben.call('GET', `${path}/why?by=owner&key=${ann.id}&stage=${stage}`)).status).toBe(404);
    expect((await ann.call('GET', `${path}?by=weather`)).status).toBe(400);
    expect((await ann.call('GET', `${path}/why?stage=nowhere`)).status).toBe(400);
    expect(await report(vera)).toEqual(before);
  });
});
