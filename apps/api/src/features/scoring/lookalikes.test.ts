import type { LookalikesView, PortraitView, WinRatesView } from '@milepost/contract/scoring';
import { evaluate, type Why } from '@milepost/core/explain/why';
import { afterEach, expect, it } from 'vitest';
import { describeEachDialect } from '../../db/testing.ts';
import { uuidv7 } from '../../ids.ts';
import { type CastMember, closeTestHouses, openTestHouse, type TestHouse } from '../../testing-house.ts';
import { saveOpportunities } from '../pipeline/opportunity-entry-store.ts';
import { stageOrder } from '../pipeline/stage-store.ts';
import { closedOpportunities, path, trained } from './testing-scoring.ts';

const lookalikes = async (who: CastMember, subject: string): Promise<LookalikesView> =>
  (await who.call<LookalikesView>('GET', `${path}/lookalikes?subject=${subject}`)).body;
const winRates = async (who: CastMember): Promise<WinRatesView> =>
  (await who.call<WinRatesView>('GET', `${path}/win-rates`)).body;

/** Accounts of Ann: of those in health two in three bought, of those in retail one in nine. */
async function customers({ deps, operator, ann }: TestHouse): Promise<void> {
  const won = (await stageOrder.all(deps.db, operator.orgId)).find(({ category }) => category === 'won')?.id ?? '';
  const bought: string[] = [];
  for (let at = 0; at < 108; at += 1) {
    const id = uuidv7();
    const segment = at % 2 === 0 ? 'Health' : 'Retail';
    await ann.call('POST', '/api/v1/accounts', { id, name: `Account ${String(at).padStart(3, '0')}`, segment });
    if (segment === 'Health' ? at % 3 !== 0 : at % 9 === 0) bought.push(id);
  }
  const deals = bought.map((accountId) => ({
    input: {
      id: uuidv7(),
      name: 'Deal',
      accountId,
      ownerId: ann.id,
      stageId: won,
      closedOn: '2026-03-01',
      amountMinor: 1000,
    },
  }));
  await deps.transact(operator, (work) => saveOpportunities(work, deals, { today: '2026-03-16' }));
}

describeEachDialect('lookalikes of customers (M2)', (open) => {
  afterEach(closeTestHouses);

  it('are ranked by likeness with reasons, without those somebody works on', async () => {
    const house = await openTestHouse(open);
    const { ann, max, oda } = house;
    await customers(house);
    const before = await lookalikes(ann, 'account');
    expect(before).toMatchObject({ status: 'none', items: [{ chance: null, reasons: [] }, ...before.items.slice(1)] });
    expect((await trained(max, 'account')).current?.status).toBe('ok');
    const view = await lookalikes(ann, 'account');
    expect(view.status).toBe('ok');
    expect(view.unworked).toBe(before.unworked);
    const chances = view.items.map(({ chance }) => chance ?? 0);
    expect(chances).toEqual(chances.toSorted((a, b) => b - a));
    expect(view.items[0]?.reasons[0]).toMatchObject({ field: 'segment', word: 'health', spelled: 'Health' });
    const first = view.items[0]?.record.id ?? '';
    const { body } = await ann.call<{ why: Why }>('GET', `${path}/why?subject=account&id=${first}`);
    expect(evaluate(body.why)).toBe(chances[0]);

    const portrait = await ann.call<PortraitView>('GET', `${path}/portrait`);
    expect(portrait.body).toMatchObject({ customers: 42, others: 66 });
    const health = portrait.body.traits.find(({ word }) => word === 'health');
    expect(health).toMatchObject({
      field: 'segment',
      word: 'health',
      spelled: 'Health',
      status: 'more',
      customers: { num: 36, den: 42 },
    });
    const asked = `${path}/portrait/why?side=customers&field=segment&word=health`;
    expect(evaluate((await ann.call<{ why: Why }>('GET', asked)).body.why)).toBe(health?.customers.value);
    expect((await oda.call<PortraitView>('GET', `${path}/portrait`)).body).toMatchObject({ customers: 0, traits: [] });
    expect((await oda.call('GET', asked)).status).toBe(404);

    const visit = {
      id: uuidv7(),
      kind: 'visit',
      onDay: '2026-03-16',
      isDone: true,
      subject: 'hello',
      accountId: first,
    };
    expect((await ann.call('POST', '/api/v1/activities', visit)).status).toBe(201);
    const after = await lookalikes(ann, 'account');
    expect(after.unworked).toBe(view.unworked - 1);
    expect(after.items.map(({ record }) => record.id)).not.toContain(first);

    expect(await lookalikes(oda, 'account')).toMatchObject({ unworked: 0, items: [] });
    expect((await oda.call('GET', `${path}/why?subject=account&id=${first}`)).status).toBe(404);
    expect((await oda.call('GET', `${path}/lookalikes?subject=opportunity`)).status).toBe(400);
  });

  it('among leads are new ones that nobody has touched, in the order of names while nothing was learned', async () => {
    const { ann, ben } = await openTestHouse(open);
    const lead = async (name: string): Promise<string> => {
      const id = uuidv7();
      await ann.call('POST', '/api/v1/leads', { id, kind: 'company', name });
      return id;
    };
    const [beta] = [await lead('Beta'), await lead('Alpha'), await lead('Gamma')];
    await ann.call('PATCH', `/api/v1/leads/${beta}`, { status: 'working' }, { 'if-match': '1' });
    const view = await lookalikes(ann, 'lead');
    expect(view.items.map(({ record }) => record.name)).toEqual(['Alpha', 'Gamma']);
    expect(view).toMatchObject({ status: 'none', unworked: 2 });
    expect((await lookalikes(ben, 'lead')).items).toEqual([]);
  });
});

describeEachDialect('win rates of people', (open) => {
  afterEach(closeTestHouses);

  it('that differ no more than chance gives are said to, and nobody is ranked', async () => {
    const house = await openTestHouse(open);
    const { vera, max, ann, ben, oda } = house;
    for (const [at, who] of [oda, ben, ann].entries())
      await closedOpportunities(house, { ownerId: who.id, productId: null, count: 60, percent: 60, from: at * 60 });
    const view = await winRates(vera);
    expect(view).toMatchObject({ status: 'alike', people: 3, df: 2, pooled: { den: 180 } });
    expect(view.p).toBeGreaterThan(0.05);
    expect(view.members.map(({ person }) => person.name)).toEqual(['Ann', 'Ben', 'Oda']);
    for (const { rate, low, high, person } of view.members) {
      expect(low).toBeLessThan(rate.value ?? 0);
      expect(high).toBeGreaterThan(rate.value ?? 1);
      const { body } = await vera.call<{ why: Why }>('GET', `${path}/win-rates/why?personId=${person.id}`);
      expect(evaluate(body.why)).toBe(rate.value);
    }
    expect((await winRates(max)).members.map(({ person }) => person.name)).toEqual(['Ann', 'Ben']);
  });

  it('that differ stand in their order, one’s own alone for a rep, and nothing is told of others', async () => {
    const house = await openTestHouse(open);
    const { vera, ann, ben, oda } = house;
    await closedOpportunities(house, { ownerId: ann.id, productId: null, count: 60, percent: 20 });
    await closedOpportunities(house, { ownerId: ben.id, productId: null, count: 60, percent: 80, from: 60 });
    await closedOpportunities(house, { ownerId: oda.id, productId: null, count: 60, percent: 50, from: 120 });
    const view = await winRates(vera);
    expect(view.status).toBe('differ');
    expect(view.members.map(({ person }) => person.name)).toEqual(['Ben', 'Oda', 'Ann']);
    expect((await winRates(ann)).members.map(({ person }) => person.name)).toEqual(['Ann']);
    expect((await ann.call('GET', `${path}/win-rates/why?personId=${ben.id}`)).status).toBe(404);
    expect((await winRates(vera)).members).toEqual(view.members);
  });

  it('are nobody’s where nothing was closed', async () => {
    const { vera } = await openTestHouse(open);
    expect(await winRates(vera)).toMatchObject({ status: 'insufficientData', people: 0, members: [], p: null });
  });
});
