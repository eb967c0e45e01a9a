import { evaluate, isConstant, type Why } from '@milepost/core/explain/why';
import { afterEach, expect, it } from 'vitest';
import { describeEachDialect } from '../../db/testing.ts';
import { uuidv7 } from '../../ids.ts';
import { closeTestHouses, openTestHouse, type TestHouse } from '../../testing-house.ts';
import { makeTarget } from '../../testing-targets.ts';
import { postSales } from '../sales/posting-store.ts';

const path = '/api/v1/milestones';
const firstQuarter = {
  fiscalYear: 2026,
  name: 'Build the pipeline',
  fromMonth: 1,
  toMonth: 3,
  share: 0.25,
  focus: 'Build pipeline',
  criteria: [
    { measure: 'revenue', atLeast: 10_000_000, by: '2026-03-31' },
    { measure: 'revenue', atLeast: 5_000_000, by: '2026-02-28' },
    { measure: 'new-customers', atLeast: 2, by: '2026-03-31' },
    { measure: 'pipeline', atLeast: 900_000, by: '2026-03-31' },
  ],
  keyDates: [] as object[],
};

/** Two new customers before the 16th of March, one of the year before; revenue of 8,000,000 since January. */
async function sell({ deps, operator, vera, ann, oda }: TestHouse): Promise<string[]> {
  const accounts = ['Huaxin', 'Kessler', 'Old Friend'].map((name) => ({ id: uuidv7(), name }));
  for (const account of accounts) await vera.call('POST', '/api/v1/accounts', { ...account, ownerId: ann.id });
  const [huaxin = '', kessler = '', friend = ''] = accounts.map(({ id }) => id);
  const sales: [ownerId: string, day: string, accountId: string, revenueMinor: number][] = [
    [ann.id, '2025-11-03', friend, 1_000_000],
    [ann.id, '2026-01-12', friend, 2_000_000],
    [oda.id, '2026-02-03', huaxin, 4_500_000],
    [ann.id, '2026-03-02', kessler, 1_500_000],
  ];
  const posted = sales.map(([ownerId, day, accountId, revenueMinor]) => ({
    ...{ id: uuidv7(), ownerId, day, accountId, revenueMinor },
    ...{ currency: 'USD', line: 'Pumps' },
  }));
  await deps.transact(operator, (work) => postSales(work, posted));
  return [huaxin, kessler, friend];
}

async function published(house: TestHouse): Promise<void> {
  const id = await makeTarget(house);
  await house.vera.call('POST', `/api/v1/targets/${id}/publish`, { reason: 'agreed' }, { 'if-match': '1' });
}

describeEachDialect('milestones (T5)', (open) => {
  afterEach(closeTestHouses);

  it('stand where they were measured and where they are headed, and every figure recomputes from its records', async () => {
    const house = await openTestHouse(open);
    const { vera, ann } = house;
    await published(house);
    await sell(house);
    const stages = (await vera.call('GET', '/api/v1/stages')).body.items;
    const openStage = stages.find(({ category }: { category: string }) => category === 'open').id;
    for (const amountMinor of [400_000, 350_000, null])
      await vera.call('POST', '/api/v1/opportunities', {
        ...{ id: uuidv7(), name: `Deal of ${amountMinor}`, stageId: openStage, ownerId: ann.id },
        ...(amountMinor === null ? {} : { amountMinor }),
      });
    const id = uuidv7();
    const made = await vera.call('POST', path, { id, ...firstQuarter });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ startsOn: '2026-01-01', endsOn: '2026-03-31', isWhole: true, status: 'at-risk' });
    type Progress = { key: string; value: number; projected: number | null; atLeast: number; status: string };
    const progress: Progress[] = made.body.progress;
    expect(progress.map(({ key, value, status }) => [key, value, status])).toEqual([
      // A quarter of 100,000,000, evenly by month; 8,000,000 sold in 53 of 64 working days, and 3.4 more at that pace.
      ['plan', 8_000_000, 'at-risk'],
      ['0', 8_000_000, 'on-track'],
      ['1', 6_500_000, 'reached'],
      ['2', 2, 'reached'],
      ['3', 750_000, 'at-risk'],
    ]);
    expect(progress[0]?.atLeast).toBe(25_000_000);
    for (const { key, value, projected } of progress)
      for (const [figure, shown] of [
        ['value', value],
        ['projected', projected],
      ] as const) {
        const answer = await vera.call<{ why: Why }>('GET', `${path}/${id}/why?key=${key}&figure=${figure}`);
        expect(evaluate(answer.body.why), `${figure} of ${key}`).toBe(shown);
        expect(isConstant(answer.body.why)).toBe(false);
      }
    const planned = await vera.call<{ why: Why }>('GET', `${path}/${id}/why?key=plan&figure=atLeast`);
    expect(evaluate(planned.body.why)).toBe(25_000_000);
  });

  it('are reached, missed and on track by days alone, and change their criteria under a version', async () => {
    const house = await openTestHouse(open);
    const { vera } = house;
    await sell(house);
    const at = async (criteria: object[]) => {
      const { body } = await vera.call('POST', path, { id: uuidv7(), ...firstQuarter, criteria });
      return [body.status, ...body.progress.map(({ projected }: { projected: number }) => projected)];
    };
    const revenue = (atLeast: number, by: string) => [{ measure: 'revenue', atLeast, by }];
    expect((await at(revenue(8_000_000, '2026-03-31')))[0]).toBe('reached');
    expect((await at(revenue(6_500_001, '2026-02-27')))[0]).toBe('missed');
    // Without a plan it goes on as it went: 53 of 64 working days are over.
    const projected = Math.round(8_000_000 * (64 / 53));
    expect(await at(revenue(projected, '2026-03-31'))).toEqual(['on-track', projected]);
    expect(await at(revenue(projected + 1, '2026-03-31'))).toEqual(['at-risk', projected]);
    expect(await at([])).toEqual(['unknown']);
  });

  it('hold their share in a draft: the months take it, the year stays, and it is stated', async () => {
    const house = await openTestHouse(open);
    const id = await makeTarget(house);
    const months = [0, 1, 2];
    const edits = [
      { kind: 'set', at: { months }, value: 20_000_000, policy: 'absorb', within: {} },
      { kind: 'state', at: { months }, value: 20_000_000 },
    ];
    const { body } = await house.vera.call('PUT', `/api/v1/targets/${id}/edits`, { edits }, { 'if-match': '1' });
    expect(body.plan.total).toBe(100_000_000);
    expect(body.plan.agreed.months.slice(0, 3).reduce((sum: number, month: number) => sum + month, 0)).toBe(20_000_000);
    expect(body.allocation).toMatchObject({ unallocated: 0, overAllocated: 0, statements: [] });
  });

  it('carry key dates with checklists, which their owners tick off', async () => {
    const { vera, max, ann } = await openTestHouse(open);
    const [id, date, item] = [uuidv7(), uuidv7(), uuidv7()];
    const keyDates = [{ id: date, kind: 'signing', name: 'Frame contract', day: '2026-03-20' }];
    await max.call('POST', path, { id, ...firstQuarter, keyDates });
    const asked = {
      id: item,
      milestoneId: id,
      keyDateId: date,
      text: 'Draft sent',
      ownerId: ann.id,
      dueOn: '2026-03-18',
    };
    expect((await max.call('POST', '/api/v1/checklist-items', asked)).status).toBe(201);
    const ticked = await ann.call('PATCH', `/api/v1/checklist-items/${item}`, { isDone: true }, { 'if-match': '1' });
    expect(ticked.body).toMatchObject({ doneAt: '2026-03-16T09:00:00.000Z', doneBy: { name: 'Ann' }, version: 2 });
    const { body } = await vera.call('GET', `${path}/${id}`);
    expect(body).toMatchObject({ keyDates, items: [{ id: item, owner: { name: 'Ann' }, dueOn: '2026-03-18' }] });
    const untick = await ann.call('PATCH', `/api/v1/checklist-items/${item}`, { isDone: false }, { 'if-match': '2' });
    expect(untick.body).toMatchObject({ doneAt: null, doneBy: null });
  });

  it('say to a rep how their own part stands and nothing of the organisation; they plan nothing, and nothing happened', async () => {
    const house = await openTestHouse(open);
    const { vera, ann, ben } = house;
    await published(house);
    await sell(house);
    const [id, item] = [uuidv7(), uuidv7()];
    await vera.call('POST', path, { id, ...firstQuarter });
    await vera.call('POST', '/api/v1/checklist-items', { id: item, milestoneId: id, text: 'Call', ownerId: ann.id });
    const own = (await ann.call('GET', `${path}/${id}`)).body;
    expect(own).toMatchObject({ isWhole: false, status: own.progress[0].status });
    expect(own.progress[0]).toMatchObject({ key: 'plan', value: 3_500_000 });
    expect(own.progress[0].atLeast).toBeLessThan(9_000_000);
    expect(own.progress.slice(1).map(({ value }: { value: number | null }) => value)).toEqual([null, null, null, null]);
    const refusals = [
      await ann.call('GET', `${path}/${id}/why?key=2&figure=value`),
      await ann.call('POST', path, { id: uuidv7(), ...firstQuarter }),
      await ann.call('PATCH', `${path}/${id}`, { share: 0.1 }, { 'if-match': '1' }),
      await ben.call('PATCH', `/api/v1/checklist-items/${item}`, { isDone: true }, { 'if-match': '1' }),
      await ann.call('PATCH', `/api/v1/checklist-items/${item}`, { text: 'Mine' }, { 'if-match': '1' }),
      await vera.call('PATCH', `${path}/${id}`, { toMonth: 12, fromMonth: 11, criteria: [] }, {}),
      await vera.call('PATCH', `${path}/${id}`, { fromMonth: 4 }, { 'if-match': '1' }),
      await vera.call('POST', '/api/v1/checklist-items', { id: uuidv7(), milestoneId: uuidv7(), text: 'Nowhere' }),
    ];
    expect(refusals.map(({ body }) => body.code)).toEqual([
      'not-found',
      'not-allowed',
      'not-allowed',
      'not-allowed',
      'not-allowed',
      'version-missing',
      'invalid-input',
      'reference-unknown',
    ]);
    const { items } = (await vera.call('GET', path)).body;
    expect(items).toMatchObject([{ id, version: 1, share: 0.25, items: [{ id: item, doneAt: null, text: 'Call' }] }]);
  });
});
