import { evaluate, isConstant, leavesOf } from '@milepost/core/explain/why';
import { afterEach, expect, it } from 'vitest';
import { describeEachDialect } from '../../db/testing.ts';
import { uuidv7 } from '../../ids.ts';
import { type CastMember, closeTestHouses, openTestHouse, type TestHouse } from '../../testing-house.ts';

const account = async (
  who: CastMember,
  name: string,
  segment: string | null,
  region: string | null,
  potential?: number,
) => {
  const id = uuidv7();
  await who.call('POST', '/api/v1/accounts', { id, name, segment, region, annualRevenueMinor: potential ?? null });
  return id;
};
const sell = (who: CastMember, accountId: string, day = '2026-02-01') =>
  who.call('POST', '/api/v1/sales', { id: uuidv7(), day, revenueMinor: 100, accountId });
const visit = (who: CastMember, accountId: string, onDay: string, isDone = true) =>
  who.call('POST', '/api/v1/activities', { id: uuidv7(), kind: 'visit', onDay, isDone, subject: 'Visit', accountId });

async function someMarket({ ann, ben, oda }: TestHouse) {
  const alder = await account(ann, 'Alder', 'Food', 'North', 900);
  const birch = await account(ann, 'Birch', 'Food', 'North');
  const cobalt = await account(ben, 'Cobalt', 'Water', 'South', 500);
  const delta = await account(ann, 'Delta', null, null);
  const ember = await account(oda, 'Ember', 'Pharma', 'North', 800);
  await sell(ann, alder);
  await sell(ben, cobalt, '2026-03-20');
  await visit(ann, alder, '2026-03-02');
  return { alder, birch, cobalt, delta, ember };
}

describeEachDialect('T4 market coverage', (open) => {
  afterEach(closeTestHouses);

  it('tells penetration and white space by segment and region, as of a day and as far as one sees', async () => {
    const house = await openTestHouse(open);
    await someMarket(house);
    const { vera, max, ann } = house;
    const grid = (await vera.call('GET', '/api/v1/coverage')).body;
    expect(grid).toMatchObject({
      asOf: '2026-03-16',
      segments: ['Food', 'Pharma', 'Water', null],
      regions: ['North', 'South', null],
      total: { accounts: 5, customers: 1, whitespace: 4, penetration: { num: 1, den: 5, value: 0.2 } },
    });
    expect(grid.cells[0]).toMatchObject({ accounts: 2, customers: 1, penetration: { value: 0.5 } });
    expect(grid.cells[1]).toMatchObject({ accounts: 0, penetration: { num: 0, den: 0, value: null } });
    expect((await vera.call('GET', '/api/v1/coverage?asOf=2026-03-20')).body.total.customers).toBe(2);
    expect((await max.call('GET', '/api/v1/coverage')).body.total.accounts).toBe(4);
    expect((await ann.call('GET', '/api/v1/coverage')).body.total).toMatchObject({ accounts: 3, customers: 1 });
  });

  it('opens every figure down to its accounts', async () => {
    const house = await openTestHouse(open);
    const { alder, birch } = await someMarket(house);
    const why = async (query: string) => (await house.vera.call('GET', `/api/v1/coverage/why?${query}`)).body.why;
    for (const [query, value] of [
      ['figure=accounts', 5],
      ['figure=customers&segment=Food', 1],
      ['figure=penetration&segment=Food&region=North', 0.5],
      ['figure=whitespace&region=', 1],
    ] as const) {
      const derivation = await why(query);
      expect([derivation.value, evaluate(derivation), isConstant(derivation)]).toEqual([value, value, false]);
    }
    const leaves = leavesOf(await why('figure=penetration&segment=Food&region=North'));
    expect(leaves.map(({ kind, id }) => [kind, id])).toEqual([
      ['account', alder],
      ['account', alder],
      ['account', birch],
    ]);
  });

  it('proposes new markets by potential, unknown ones by the median, and none whose visit is planned', async () => {
    const house = await openTestHouse(open);
    const { cobalt, ember } = await someMarket(house);
    const { vera, oda } = house;
    const proposal = (await vera.call('GET', '/api/v1/coverage/proposal')).body;
    expect(proposal).toMatchObject({ from: '2026-03-23', to: '2026-03-29', status: 'ok', newMarketsLeft: 2 });
    expect(proposal.markets).toMatchObject([
      { segment: 'Pharma', region: 'North', isNew: true, accounts: [{ account: { id: ember }, potentialMinor: 800 }] },
      { segment: 'Water', region: 'South', isNew: true, accounts: [{ account: { id: cobalt } }] },
    ]);
    await visit(oda, ember, '2026-03-24', false);
    const after = (await vera.call('GET', '/api/v1/coverage/proposal')).body;
    expect(after.markets.map(({ segment }: { segment: string }) => segment)).toEqual(['Water', 'Food']);
    expect(after.markets[1]).toMatchObject({ isNew: false, lastVisitOn: '2026-03-02' });
    expect(after.markets[1].accounts[1]).toMatchObject({ potentialMinor: 900, potentialFrom: 'segment' });
  });

  it('counts a market once, in the week of its first visit, for whoever made it', async () => {
    const house = await openTestHouse(open);
    const { cobalt, ember, birch } = await someMarket(house);
    const { vera, max, ben, oda } = house;
    await visit(ben, cobalt, '2026-03-10');
    await visit(max, birch, '2026-03-11');
    await visit(oda, ember, '2026-03-12');
    const week = 'from=2026-03-09&to=2026-03-15';
    const figure = (await vera.call('GET', `/api/v1/figures/coverage?${week}&by=rep`)).body;
    expect(figure).toMatchObject({ total: 2, isAdditive: true, unit: 'count' });
    expect(figure.rows).toMatchObject([
      { key: 'Ben', value: 1 },
      { key: 'Oda', value: 1 },
    ]);
    expect(figure.stated.map(({ key }: { key: string }) => key)).toEqual([
      'coverage-by-segment-region',
      'visit-kind-visit',
    ]);
    const visits = (await vera.call('GET', `/api/v1/figures/visits?${week}&by=segment`)).body;
    expect(visits).toMatchObject({ total: 3 });
    const { why } = (await vera.call('GET', `/api/v1/figures/visits/why?${week}&by=segment&key=Food`)).body;
    expect([evaluate(why), leavesOf(why).map(({ kind }) => kind)]).toEqual([1, ['activity']]);
  });

  it('shows nobody what is out of sight, and nothing happened', async () => {
    const house = await openTestHouse(open);
    const { ember } = await someMarket(house);
    const { ann, vera } = house;
    expect((await ann.call('GET', '/api/v1/coverage/why?figure=penetration&segment=Pharma')).body.code).toBe(
      'not-found',
    );
    expect((await ann.call('GET', '/api/v1/coverage/why?figure=nothing')).body.code).toBe('invalid-input');
    expect((await ann.call('GET', '/api/v1/coverage?asOf=2026-02-30')).body.code).toBe('invalid-input');
    const proposal = JSON.stringify((await ann.call('GET', '/api/v1/coverage/proposal')).body);
    expect(proposal).not.toContain(ember);
    expect((await vera.call('GET', '/api/v1/activities?count=1')).body.total).toBe(1);
  });
});
