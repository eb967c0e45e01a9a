import { evaluate, isConstant, leavesOf, type Why } from '@milepost/core/explain/why';
import { afterEach, expect, it } from 'vitest';
import { describeEachDialect } from '../../db/testing.ts';
import { uuidv7 } from '../../ids.ts';
import { type CastMember, closeTestHouses, openTestHouse, type TestHouse } from '../../testing-house.ts';
import { reviewTiersWhenDue } from './review-tiers.ts';

const account = async (who: CastMember, name: string): Promise<string> => {
  const id = uuidv7();
  await who.call('POST', '/api/v1/accounts', { id, name });
  return id;
};
const sell = (who: CastMember, accountId: string, revenueMinor: number, costMinor: number | null = null) =>
  who.call('POST', '/api/v1/sales', { id: uuidv7(), day: '2026-02-02', revenueMinor, costMinor, accountId });
const tierOf = async (who: CastMember, id: string) => (await who.call('GET', `/api/v1/accounts/${id}/tier`)).body;
const put = async (who: CastMember, id: string, what: 'tier-hold' | 'promise', body: object) => {
  const { version } = await tierOf(who, id);
  return who.call('PUT', `/api/v1/accounts/${id}/${what}`, body, { 'if-match': String(version) });
};

/** Alder brings 600 of 1,000 margin, Birch 250, Cobalt 150, all of known cost. */
async function threeAccounts({ ann, ben, oda }: TestHouse) {
  const alder = await account(ann, 'Alder');
  const birch = await account(ben, 'Birch');
  const cobalt = await account(oda, 'Cobalt');
  await sell(ann, alder, 1000, 400);
  await sell(ben, birch, 500, 250);
  await sell(oda, cobalt, 300, 150);
  return { alder, birch, cobalt };
}

describeEachDialect('T7 tiers', (open) => {
  afterEach(closeTestHouses);

  it('are given by expected margin, kept with their history, and every score recomputes from its records', async () => {
    const house = await openTestHouse(open);
    const { vera, ann } = house;
    const { alder, birch, cobalt } = await threeAccounts(house);
    expect((await tierOf(ann, alder)).tier).toBeNull();
    const review = (await vera.call('POST', '/api/v1/tiers/review')).body;
    expect(review).toEqual({ onDay: '2026-03-16', accounts: 3, changed: 3, counts: { A: 2, B: 1, C: 0 } });
    expect((await tierOf(vera, alder)).tier).toBe('A');
    expect((await tierOf(vera, birch)).tier).toBe('A');
    expect(await tierOf(vera, cobalt)).toMatchObject({ tier: 'B', byScore: 'B', scoreMinor: 150 });
    const { why } = (await ann.call<{ why: Why }>('GET', `/api/v1/accounts/${alder}/tier/why`)).body;
    expect(why.value).toBe((await tierOf(ann, alder)).scoreMinor);
    expect(evaluate(why)).toBe(600);
    expect(isConstant(why)).toBe(false);
    expect(leavesOf(why).some(({ kind }) => kind === 'credit')).toBe(true);
    expect((await tierOf(ann, alder)).history).toMatchObject([{ tier: 'A', cause: 'review', scoreMinor: 600 }]);
    expect((await vera.call('POST', '/api/v1/tiers/review')).body.changed).toBe(0);
    const inA = encodeURIComponent(JSON.stringify([{ field: 'tier', op: 'is', value: 'A' }]));
    expect((await vera.call('GET', `/api/v1/accounts?filter=${inA}&count=1`)).body.total).toBe(2);
    expect((await ann.call('GET', '/api/v1/tiers/settings')).body.counts).toEqual({ A: 1, B: 0, C: 0, none: 0 });
  });

  it('take cost for granted at the rate of the rest, open deals where they promise more, and the gap to potential', async () => {
    const house = await openTestHouse(open);
    const { ann, vera } = house;
    const { alder } = await threeAccounts(house);
    const unknown = await account(ann, 'Delta');
    await sell(ann, unknown, 180);
    // Margin of all with known cost: 1,000 of 1,800.
    expect((await tierOf(ann, unknown)).scoreMinor).toBeCloseTo(100, 9);
    const { body } = await put(ann, alder, 'promise', { potentialMinor: 1200 });
    expect(body).toMatchObject({ potentialMinor: 1200, scoreMinor: 600 * (1 + 0.5 * 0.5) });
    const deal = await account(ann, 'Ember');
    const stages = (await ann.call('GET', '/api/v1/stages')).body.items as {
      id: string;
      category: string;
      winProbability: number;
    }[];
    const stage = stages.find(({ category, winProbability }) => category === 'open' && winProbability > 0);
    await ann.call('POST', '/api/v1/opportunities', {
      id: uuidv7(),
      name: 'Press',
      accountId: deal,
      stageId: stage?.id,
      amountMinor: 1800,
    });
    expect((await tierOf(ann, deal)).scoreMinor).toBeCloseTo(1000 * (stage?.winProbability ?? 0), 6);
    const why = (await vera.call<{ why: Why }>('GET', `/api/v1/accounts/${deal}/tier/why`)).body.why;
    expect(evaluate(why)).toBe(why.value);
  });

  it('that a person holds survive a review until their day, and then go back to their score', async () => {
    let now = '2026-03-16T09:00:00.000Z';
    const house = await openTestHouse(open, { now: () => now });
    const { vera, ann, deps, orgId } = house;
    const { alder } = await threeAccounts(house);
    await vera.call('POST', '/api/v1/tiers/review');
    const hold = { tier: 'C', reason: 'they leave the market', until: '2026-04-10' };
    expect((await put(ann, alder, 'tier-hold', { hold })).body).toMatchObject({ tier: 'C', byScore: 'A', hold });
    now = '2026-04-02T09:00:00.000Z';
    expect(await reviewTiersWhenDue.run(deps, orgId)).toMatchObject({ reviewed: 3 });
    expect((await tierOf(ann, alder)).tier).toBe('C');
    now = '2026-04-11T09:00:00.000Z';
    expect(await reviewTiersWhenDue.run(deps, orgId)).toEqual({ released: 1 });
    expect(await reviewTiersWhenDue.run(deps, orgId)).toEqual({ released: 0 });
    const after = await tierOf(ann, alder);
    expect(after).toMatchObject({ hold: null });
    expect(after.history.map(({ cause }: { cause: string }) => cause)).toContain('held');
  });

  it('and their settings are refused to those who may not, or saw another version, and nothing happened', async () => {
    const house = await openTestHouse(open);
    const { vera, ann, oda, max } = house;
    const { alder } = await threeAccounts(house);
    const settings = (await vera.call('GET', '/api/v1/tiers/settings')).body;
    expect(settings).toMatchObject({ version: 0, lambda: 0.5, cadences: { B: { count: 2, per: 'month' } } });
    const hold = { hold: { tier: 'A', reason: 'mine', until: null } };
    const refusals = [
      await max.call('POST', '/api/v1/tiers/review'),
      await ann.call('PATCH', '/api/v1/tiers/settings', { lambda: 1 }, { 'if-match': '0' }),
      await vera.call('PATCH', '/api/v1/tiers/settings', { lambda: 1 }, { 'if-match': '3' }),
      await vera.call(
        'PATCH',
        '/api/v1/tiers/settings',
        { cuts: { by: 'share', a: 0.9, b: 0.7 } },
        { 'if-match': '0' },
      ),
      await oda.call('GET', `/api/v1/accounts/${alder}/tier`),
      await oda.call('GET', `/api/v1/accounts/${alder}/tier/why`),
      await oda.call('PUT', `/api/v1/accounts/${alder}/tier-hold`, hold, { 'if-match': '1' }),
      await ann.call('PUT', `/api/v1/accounts/${alder}/tier-hold`, hold, { 'if-match': '7' }),
      await put(ann, alder, 'tier-hold', { hold: { ...hold.hold, until: '2026-03-15' } }),
      await put(ann, alder, 'tier-hold', { hold: { ...hold.hold, reason: ' ' } }),
    ];
    expect(refusals.map(({ body }) => body.code)).toEqual([
      'not-allowed',
      'not-allowed',
      'version-clash',
      'invalid-input',
      'not-found',
      'not-found',
      'not-found',
      'version-clash',
      'invalid-input',
      'invalid-input',
    ]);
    expect((await vera.call('GET', '/api/v1/tiers/settings')).body).toEqual(settings);
    expect(await tierOf(ann, alder)).toMatchObject({ tier: null, hold: null, version: 1 });
    const changed = await vera.call('PATCH', '/api/v1/tiers/settings', { lambda: 1 }, { 'if-match': '0' });
    expect(changed.body).toMatchObject({ version: 1, lambda: 1, visitHours: 1 });
  });
});
