import type { ScoringView } from '@milepost/contract/scoring';
import { evaluate, isConstant, type Why } from '@milepost/core/explain/why';
import { afterEach, expect, it } from 'vitest';
import { describeEachDialect } from '../../db/testing.ts';
import { uuidv7 } from '../../ids.ts';
import { closeTestHouses, openTestHouse, type TestHouse } from '../../testing-house.ts';
import { saveOpportunities } from '../pipeline/opportunity-entry-store.ts';
import { closedOpportunities, openOpportunity, path, product, scores, trained } from './testing-scoring.ts';
import { trainScores } from './train-scores.ts';

/** Deals of Ann, Ben and Oda: of one product three in four are won, of the other one in four. */
async function twoProducts(house: TestHouse): Promise<{ strong: string; weak: string }> {
  const [strong, weak] = [await product(house, 'Strong'), await product(house, 'Weak')];
  let from = 0;
  for (const { id: ownerId } of [house.ann, house.ben, house.oda]) {
    await closedOpportunities(house, { ownerId, productId: strong, count: 40, percent: 75, from });
    await closedOpportunities(house, { ownerId, productId: weak, count: 40, percent: 25, from: from + 40 });
    from += 80;
  }
  return { strong, weak };
}

describeEachDialect('win probability (E7)', (open) => {
  afterEach(closeTestHouses);

  it('is learned from closed deals, with reasons that add up to it', async () => {
    const house = await openTestHouse(open);
    const { ann, max, vera } = house;
    const { strong, weak } = await twoProducts(house);
    const [good, poor] = [
      await openOpportunity(ann, { productId: strong }),
      await openOpportunity(ann, { productId: weak }),
    ];
    expect(await scores(ann, 'opportunity', good)).toMatchObject({ status: 'none', baseRate: null });

    const { current } = await trained(max, 'opportunity');
    expect(current).toMatchObject({ version: 1, status: 'ok', by: { name: 'Max' } });
    expect(current?.baseRate.den).toBe(240);
    const tried = current?.tried;
    expect(tried?.quality.logLoss).toBeLessThan(tried?.baseline.logLoss ?? 0);
    expect(tried?.fields).toEqual(['product']);
    expect(tried?.quality.rows).toBe(240);
    expect(tried?.reliability.reduce((sum, { count }) => sum + count, 0)).toBe(tried?.quality.rows);
    for (const { low, high, successes, count } of tried?.reliability ?? []) {
      expect(low).toBeLessThanOrEqual(successes / count);
      expect(high).toBeGreaterThanOrEqual(successes / count);
    }

    const { items, status } = await scores(ann, 'opportunity', good, poor);
    expect(status).toBe('ok');
    expect(items[0]?.chance).toBeGreaterThan(0.6);
    expect(items[1]?.chance).toBeLessThan(0.4);
    expect(items[0]?.reasons).toMatchObject([{ field: 'product', word: 'strong' }]);
    for (const { id, chance } of items) {
      const { body } = await ann.call<{ why: Why }>('GET', `${path}/why?subject=opportunity&id=${id}`);
      expect(evaluate(body.why)).toBe(chance);
      expect(isConstant(body.why)).toBe(false);
    }
    const changes = await vera.call('GET', '/api/v1/changes?subject=scoring_model');
    expect(changes.body.items).toMatchObject([{ action: 'trained' }]);
  });

  it('knows only what was known at the beginning, and says nothing of deals that have ended', async () => {
    const house = await openTestHouse(open);
    const { ann, max } = house;
    const { strong, weak } = await twoProducts(house);
    await trained(max, 'opportunity');
    const id = await openOpportunity(ann, { productId: strong });
    const before = (await scores(ann, 'opportunity', id)).items[0]?.chance;
    await ann.call('PATCH', `/api/v1/opportunities/${id}`, { productId: weak }, { 'if-match': '1' });
    expect((await scores(ann, 'opportunity', id)).items[0]?.chance).toBe(before);
    const stages = (await ann.call('GET', '/api/v1/stages')).body.items;
    const lost = stages.find(({ category }: { category: string }) => category === 'lost').id;
    const closing = { stageId: lost, lostReason: 'price' };
    expect((await ann.call('PATCH', `/api/v1/opportunities/${id}`, closing, { 'if-match': '2' })).status).toBe(200);
    expect((await scores(ann, 'opportunity', id)).items).toEqual([{ id, chance: null, reasons: [] }]);
    expect((await ann.call('GET', `${path}/why?subject=opportunity&id=${id}`)).status).toBe(404);
  });

  it('does not take for a sign that wins alone are recorded at their end', async () => {
    const house = await openTestHouse(open);
    const { ann, deps, operator, vera } = house;
    await closedOpportunities(house, { ownerId: ann.id, productId: null, count: 40, percent: 100 });
    const { items } = (await ann.call('GET', '/api/v1/stages')).body;
    const stageOf = (wanted: string): string =>
      items.find(({ category }: { category: string }) => category === wanted).id;
    // Lost ones stood open before, and said no amount.
    const lost = Array.from({ length: 40 }, (_, at) => ({
      id: uuidv7(),
      name: `Lost ${at}`,
      ownerId: ann.id,
      stageId: stageOf('open'),
    }));
    await deps.transact(operator, async (work) => {
      const opened = lost.map((input) => ({ input }));
      await saveOpportunities(work, opened, { today: '2026-03-16' });
      const end = { stageId: stageOf('lost'), closedOn: '2025-12-01' };
      const closed = lost.map((input) => ({ input: { ...input, ...end }, seen: 1 }));
      await saveOpportunities(work, closed, { today: '2026-03-16' });
    });
    const { current } = await trained(vera, 'opportunity');
    expect(current).toMatchObject({ status: 'no-better', baseRate: { num: 40, den: 80 } });
    expect(current?.tried?.fields).not.toContain('amount');
  });

  it('is not told where too few have ended, and where nothing tells deals apart', async () => {
    const house = await openTestHouse(open);
    const { ann, vera } = house;
    const [one, other] = [await product(house, 'One'), await product(house, 'Other')];
    await closedOpportunities(house, { ownerId: ann.id, productId: one, count: 30, percent: 50 });
    const id = await openOpportunity(ann, { productId: one });
    expect((await trained(vera, 'opportunity')).current).toMatchObject({ status: 'few', tried: null });
    expect(await scores(ann, 'opportunity', id)).toMatchObject({ status: 'few', items: [{ chance: null }] });

    await closedOpportunities(house, { ownerId: ann.id, productId: other, count: 150, percent: 50, from: 30 });
    await closedOpportunities(house, { ownerId: ann.id, productId: one, count: 120, percent: 50, from: 180 });
    const { current, history } = await trained(vera, 'opportunity');
    expect(current).toMatchObject({ status: 'no-better', version: 2 });
    expect(history.map(({ version }) => version)).toEqual([2, 1]);
    const told = await scores(ann, 'opportunity', id);
    expect(told).toMatchObject({ status: 'no-better', items: [{ chance: null, reasons: [] }] });
    expect(told.baseRate?.den).toBe(300);
  });

  it('is trained anew at night only when something has ended since', async () => {
    const house = await openTestHouse(open);
    const { deps, orgId, vera } = house;
    expect(await trainScores.run(deps, orgId)).toEqual({ trained: 0 });
    await twoProducts(house);
    expect(await trainScores.run(deps, orgId)).toEqual({ trained: 1 });
    expect(await trainScores.run(deps, orgId)).toEqual({ trained: 0 });
    const { body } = await vera.call<ScoringView>('GET', `${path}?subject=opportunity`);
    expect(body.history).toMatchObject([{ version: 1, by: null }]);
  });

  it('is told of what is in sight alone, trained by managers alone, and nothing happened', async () => {
    const house = await openTestHouse(open);
    const { ann, ben, oda, max } = house;
    const { strong } = await twoProducts(house);
    await trained(max, 'opportunity');
    const id = await openOpportunity(ann, { productId: strong });
    for (const who of [ben, oda]) {
      expect((await scores(who, 'opportunity', id)).items).toEqual([]);
      expect((await who.call('GET', `${path}/why?subject=opportunity&id=${id}`)).status).toBe(404);
    }
    expect((await max.call('GET', `${path}/why?subject=opportunity&id=${id}`)).status).toBe(200);
    expect((await ann.call('POST', `${path}/train?subject=opportunity`)).status).toBe(403);
    expect((await ann.call('GET', `${path}/scores?subject=opportunity&ids=nonsense`)).status).toBe(400);
    expect((await ann.call('GET', `${path}/scores?subject=weather&ids=${id}`)).status).toBe(400);
    expect((await ann.call('GET', `${path}/why?subject=opportunity&id=${uuidv7()}`)).status).toBe(404);
    expect((await max.call<ScoringView>('GET', `${path}?subject=opportunity`)).body.history).toHaveLength(1);
  });
});
