import { toDay, toIso } from '@milepost/core/calendar/civil-day';
import { evaluate, isConstant, type Why } from '@milepost/core/explain/why';
import { afterEach, expect, it } from 'vitest';
import { describeEachDialect } from '../../db/testing.ts';
import { uuidv7 } from '../../ids.ts';
import { closeTestHouses, openTestHouse, type TestHouse } from '../../testing-house.ts';

const [path, projectsPath] = ['/api/v1/goals', '/api/v1/led-projects'];
const day = (from: string, days: number) => toIso(toDay(from) + days);

/** Ann's deals: before, seven big ones won in 50 to 110 days; since then, seven in 40 to 88; small ones and lost ones beside them. */
async function withDeals({ ann }: TestHouse): Promise<void> {
  const { items } = (await ann.call('GET', '/api/v1/stages')).body;
  const stageOf = (category: string) => items.find((stage: { category: string }) => stage.category === category).id;
  const deal = async (openedOn: string, days: number, more: object) => {
    const made = await ann.call('POST', '/api/v1/opportunities', {
      ...{ id: uuidv7(), name: `Deal of ${days} days`, amountMinor: 5_000_00, openedOn },
      ...{ stageId: stageOf('won'), closedOn: day(openedOn, days), ...more },
    });
    expect(made.status).toBe(201);
  };
  for (const days of [50, 60, 70, 80, 90, 100, 110]) await deal('2025-04-01', days, {});
  for (const days of [40, 48, 56, 64, 72, 80, 88]) await deal('2025-10-01', days, {});
  await deal('2025-10-01', 3, { amountMinor: 10_00 });
  await deal('2025-10-01', 4, { amountMinor: null, stageId: stageOf('lost') });
}

describeEachDialect('personal goals (T9)', (open) => {
  afterEach(closeTestHouses);

  it('compare the cycle of big deals before and after, with interval, counts and derivation', async () => {
    const house = await openTestHouse(open);
    const { max, ann } = house;
    await withDeals(house);
    const goal = { id: uuidv7(), personId: ann.id, kind: 'cycle', wanted: 0.2, leastMinor: 1_000_00 };
    const spans = { baseFromOn: '2025-03-01', fromOn: '2025-09-01', dueOn: '2026-06-30' };
    const made = await max.call('POST', path, { ...goal, ...spans });
    expect(made.status).toBe(201);
    const { measured, status } = (await ann.call('GET', `${path}/${goal.id}`)).body;
    expect(measured).toMatchObject({ before: 80, after: 64, countBefore: 7, countAfter: 7 });
    expect(measured.change).toBeCloseTo(-0.2, 12);
    expect(measured.low).toBeLessThanOrEqual(measured.change);
    expect(measured.high).toBeGreaterThanOrEqual(measured.change);
    expect(status).toBe(measured.high < 0 ? 'reached' : 'open');
    const { why, leftOut } = (await ann.call('GET', `${path}/${goal.id}/why?figure=change`)).body;
    expect(evaluate(why as Why)).toBe(measured.change);
    expect(isConstant(why as Why)).toBe(false);
    expect(leftOut).toEqual([{ reason: 'no-amount', count: 1 }]);

    // With a higher bar nothing is left to compare: too few to tell, and not zero.
    const higher = await ann.call('PATCH', `${path}/${goal.id}`, { leastMinor: 9_000_00 }, { 'if-match': '1' });
    expect(higher.body.measured).toMatchObject({ verdict: 'too-few', before: null, change: null, countBefore: 0 });
    expect((await ann.call('GET', `${path}/${goal.id}/why?figure=change`)).body.code).toBe('not-found');
  });

  it('measure the depth of discounts from quantity, list price and revenue; what has none of these is left out and counted', async () => {
    const house = await openTestHouse(open);
    const { max, ann } = house;
    const productId = uuidv7();
    await max.call('POST', '/api/v1/products', { id: productId, name: 'Pump', listPriceMinor: 100_00 });
    const sale = (on: string, revenueMinor: number, more: object = {}) =>
      ann.call('POST', '/api/v1/sales', { id: uuidv7(), day: on, productId, quantity: 2, revenueMinor, ...more });
    for (const at of [0, 1, 2, 3, 4, 5]) {
      expect((await sale(day('2025-05-01', at), 160_00 + at * 10)).status).toBe(201);
      await sale(day('2025-11-01', at), 180_00 + at * 10);
    }
    await sale('2025-11-20', 1_00, { quantity: null });
    const goal = { id: uuidv7(), personId: ann.id, kind: 'discount', wanted: 0.05, dueOn: '2026-06-30' };
    await ann.call('POST', path, { ...goal, baseFromOn: '2025-03-01', fromOn: '2025-09-01' });
    const { measured, status } = (await max.call('GET', `${path}/${goal.id}`)).body;
    expect(measured).toMatchObject({ verdict: 'reached', countBefore: 6, countAfter: 6 });
    expect(measured.change).toBeCloseTo(-0.1, 12);
    expect(status).toBe('reached');
    for (const figure of ['before', 'after', 'change'] as const) {
      const { why, leftOut } = (await max.call('GET', `${path}/${goal.id}/why?figure=${figure}`)).body;
      expect(evaluate(why as Why)).toBe(measured[figure]);
      expect(leftOut).toEqual([{ reason: 'no-quantity', count: 1 }]);
    }
  });

  it('count projects that were led and finished, and the level that others saw', async () => {
    const house = await openTestHouse(open);
    const { max, ann } = house;
    const led = {
      id: uuidv7(),
      personId: ann.id,
      kind: 'projects',
      wanted: 1,
      fromOn: '2026-01-01',
      dueOn: '2026-12-31',
    };
    expect((await ann.call('POST', path, led)).body.measured).toMatchObject({ verdict: 'not-yet', after: 0 });
    const project = { id: uuidv7(), personId: ann.id, name: 'Spare parts', departments: 'Service, logistics' };
    await ann.call('POST', projectsPath, { ...project, fromDay: '2026-01-10' });
    expect((await ann.call('GET', `${path}/${led.id}`)).body.measured).toMatchObject({ after: 0 });
    const done = { finishedOn: '2026-03-10', outcome: 'Two days instead of five' };
    expect((await max.call('PATCH', `${projectsPath}/${project.id}`, done, { 'if-match': '1' })).status).toBe(200);
    expect((await ann.call('GET', `${path}/${led.id}`)).body).toMatchObject({
      ...{ status: 'reached', measured: { verdict: 'reached', after: 1 } },
    });
    const { why } = (await ann.call('GET', `${path}/${led.id}/why?figure=after`)).body;
    expect(evaluate(why as Why)).toBe(1);

    const skillId = uuidv7();
    await max.call('POST', '/api/v1/skills', { id: skillId, name: 'Data skills' });
    const level = { id: uuidv7(), personId: ann.id, kind: 'level', skillId, wanted: 3, dueOn: '2026-03-30' };
    expect((await ann.call('POST', path, level)).body.measured).toMatchObject({ verdict: 'too-few', after: null });
    const today = async () => {
      const { lanes } = (await ann.call('GET', '/api/v1/today')).body;
      return lanes.flatMap(({ rows }: { rows: { source: string }[] }) =>
        rows.filter(({ source }) => source === 'goal'),
      );
    };
    expect(await today()).toMatchObject([{ name: 'Data skills', dueOn: '2026-03-30' }]);
    await max.call('POST', '/api/v1/assessments', { id: uuidv7(), personId: ann.id, skillId, level: 3 });
    expect((await ann.call('GET', `${path}/${level.id}`)).body).toMatchObject({
      status: 'reached',
      skill: { id: skillId },
    });
    expect(await today()).toEqual([]);
  });

  it('are refused where they could not be measured, and unseen by outsiders; and nothing happened', async () => {
    const house = await openTestHouse(open);
    const { vera, ann, ben, oda } = house;
    const cycle = { id: uuidv7(), personId: ann.id, kind: 'cycle', wanted: 0.2, dueOn: '2026-06-30' };
    const spans = { baseFromOn: '2025-03-01', fromOn: '2025-09-01' };
    const refusals = [
      await ann.call('POST', path, cycle),
      await ann.call('POST', path, { ...cycle, ...spans, wanted: 2 }),
      await ann.call('POST', path, { ...cycle, ...spans, baseFromOn: '2025-09-01' }),
      await ann.call('POST', path, { ...cycle, kind: 'level', wanted: 3 }),
      await ann.call('POST', path, { ...cycle, kind: 'certificate' }),
      await ann.call('POST', path, { ...cycle, kind: 'projects', wanted: 1.5, fromOn: '2026-01-01' }),
      await ben.call('POST', path, { ...cycle, ...spans }),
      await oda.call('POST', projectsPath, {
        ...{ id: uuidv7(), personId: ann.id, name: 'Mine', departments: 'All', fromDay: '2026-01-01' },
      }),
      await ann.call('POST', projectsPath, {
        ...{ id: uuidv7(), personId: ann.id, name: 'Soon', departments: 'All', fromDay: '2026-01-01' },
        finishedOn: '2026-03-17',
      }),
    ];
    expect(refusals.map(({ body }) => body.code)).toEqual([
      ...Array(6).fill('invalid-input'),
      ...['not-found', 'not-found', 'invalid-input'],
    ]);
    expect((await vera.call('GET', `${path}?count=1`)).body.total).toBe(0);
    expect((await ann.call('POST', path, { ...cycle, ...spans })).status).toBe(201);
    expect((await ann.call('POST', path, { ...cycle, ...spans, id: uuidv7() })).body.code).toBe('invalid-input');
    expect((await oda.call('GET', `${path}/${cycle.id}/why?figure=after`)).body.code).toBe('not-found');
    expect((await oda.call('GET', path)).body.items).toEqual([]);
    expect((await vera.call('GET', projectsPath)).body.items).toEqual([]);
  });
});
