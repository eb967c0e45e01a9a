import { evaluate, isConstant, leavesOf, misstated } from '@milepost/core/explain/why';
import { afterEach, expect, it } from 'vitest';
import { readArguments } from '../../cli/arguments.ts';
import { figures } from '../../cli/figures.ts';
import { describeEachDialect } from '../../db/testing.ts';
import { uuidv7 } from '../../ids.ts';
import { type CastMember, closeTestHouses, openTestHouse, type TestHouse } from '../../testing-house.ts';
import { ask, pairs, year } from '../../testing-sales.ts';

const definition = '/api/v1/measures/definition';
const account = async (who: CastMember, name: string) => {
  const id = uuidv7();
  await who.call('POST', '/api/v1/accounts', { id, name, segment: 'Food' });
  return id;
};
const sell = (
  who: CastMember,
  accountId: string,
  day: string,
  revenueMinor = 1000,
  more: Record<string, unknown> = {},
) => who.call('POST', '/api/v1/sales', { id: uuidv7(), day, revenueMinor, accountId, ...more });

/** Alder buys of Ann in January and again in February; Birch of Ben once; Cobalt had bought of Oda before Ann sold there. */
async function someCustomers({ vera, ann, ben, oda }: TestHouse) {
  const [alder, birch, cobalt] = [
    await account(ann, 'Alder'),
    await account(ben, 'Birch'),
    await account(oda, 'Cobalt'),
  ];
  await sell(ann, alder, '2025-06-01', 1000);
  await sell(ann, alder, '2025-09-10');
  await sell(ann, alder, '2025-10-10');
  await sell(ben, birch, '2025-01-05', 300);
  await sell(ben, birch, '2025-09-20', 500);
  await sell(oda, cobalt, '2024-05-01');
  await sell(vera, cobalt, '2025-09-01', 700, { ownerId: ann.id });
  return { alder, birch, cobalt };
}
const autumn = 'from=2025-08-01&to=2025-12-31';
const read = async (who: CastMember, measure: string, query: string) =>
  (await who.call('GET', `/api/v1/figures/${measure}?${query}`)).body;

describeEachDialect('T2 new customers and repurchase', (open) => {
  afterEach(closeTestHouses);

  it('count a new customer for whom it was credited, new to everybody, by the definition in force', async () => {
    const house = await openTestHouse(open);
    await someCustomers(house);
    const { vera, ann, max } = house;
    const all = 'from=2024-01-01&to=2026-12-31&by=rep';
    expect(pairs(await read(vera, 'newCustomers', all))).toEqual([
      ['Ann', 1],
      ['Ben', 1],
      ['Oda', 1],
    ]);
    // Cobalt is no new customer of Ann's: a colleague, out of her sight, sold there before.
    expect(await read(ann, 'newCustomers', all)).toMatchObject({ total: 1, isAdditive: true });
    expect((await read(max, 'newCustomers', all)).total).toBe(2);
    const newCustomer = { afterMonths: 12, minRevenueMinor: 600, targetPerMonth: null };
    await vera.call('PATCH', definition, { newCustomer }, { 'if-match': '0' });
    const stated = await read(vera, 'newCustomers', all);
    expect(pairs(stated)).toEqual([
      ['Ann', 2],
      ['Ben', 1],
      ['Oda', 1],
    ]);
    expect(stated.stated).toEqual([
      { key: 'new-after-months', value: 12, unit: 'count' },
      { key: 'new-min-revenue', value: 600, unit: 'money' },
    ]);
    // Birch reached the minimum with the second sale only.
    expect(pairs(await read(vera, 'newCustomers', `${all.replace('by=rep', 'by=month')}`))).toEqual([
      ['2024-05', 1],
      ['2025-06', 1],
      ['2025-09', 2],
    ]);
  });

  it('tell a repurchase rate with its counts and interval; its rows do not sum', async () => {
    const house = await openTestHouse(open);
    await someCustomers(house);
    const { vera } = house;
    const rate = await read(vera, 'repurchaseRate', `${autumn}&by=account`);
    expect(rate).toMatchObject({ unit: 'ratio', isAdditive: false, counts: { num: 1, den: 3 }, total: 1 / 3 });
    expect(rate.interval.low).toBeGreaterThan(0);
    expect(rate.rows).toMatchObject([
      { key: 'Alder', value: 1, counts: { num: 1, den: 1 } },
      { key: 'Birch', value: 0, counts: { num: 0, den: 1 } },
      { key: 'Cobalt', value: 0, counts: { num: 0, den: 1 } },
    ]);
  });

  it('leave windows out that have not ended, and say so, or count them for as long as they were watched', async () => {
    const house = await openTestHouse(open);
    const { alder, birch } = await someCustomers(house);
    const { vera, ann, ben } = house;
    await sell(ann, alder, '2026-02-20');
    await sell(ann, alder, '2026-03-01');
    await sell(ben, birch, '2026-03-10');
    const spring = 'from=2026-01-01&to=2026-03-31';
    expect(await read(vera, 'repurchaseRate', spring)).toMatchObject({ total: null, counts: { num: 0, den: 0 } });
    expect((await vera.call('GET', `/api/v1/figures/repurchaseRate/why?${spring}`)).body.code).toBe('not-found');
    const repurchase = { windowDays: 90, orders: 2, existing: 'any', immature: 'kaplan-meier', targetRatio: 0.3 };
    await vera.call('PATCH', definition, { repurchase }, { 'if-match': '0' });
    const watched = await read(vera, 'repurchaseRate', spring);
    // Alder after 9 days, while Birch had been watched for 6 only.
    expect(watched).toMatchObject({ total: 1, counts: { num: 1, den: 2 } });
    const { why } = (await vera.call('GET', `/api/v1/figures/repurchaseRate/why?${spring}`)).body;
    expect([evaluate(why), misstated(why), isConstant(why)]).toEqual([watched.total, [], false]);
  });

  it('open every figure of every measure down to its records', async () => {
    const house = await openTestHouse(open);
    await someCustomers(house);
    const { vera } = house;
    const { items } = (await vera.call('GET', '/api/v1/figures')).body;
    expect(items).toHaveLength(16);
    for (const { key: measure, dimensions } of items.slice(4))
      for (const by of dimensions) {
        const query = `from=2024-01-01&to=2026-12-31&by=${by}`;
        const figure = await read(vera, measure, query);
        for (const { key, value } of [{ key: undefined, value: figure.total }, ...figure.rows]) {
          const own = key === undefined ? '' : `&key=${encodeURIComponent(key)}`;
          const { status, body } = await vera.call('GET', `/api/v1/figures/${measure}/why?${query}${own}`);
          if (value === null) {
            expect(status).toBe(404);
            continue;
          }
          expect([body.why.value, evaluate(body.why), misstated(body.why)]).toEqual([value, value, []]);
          expect(isConstant(body.why)).toBe(false);
          for (const leaf of leavesOf(body.why)) expect(leaf.leaf).toBe('record');
        }
        const sum = figure.rows.reduce((all: number, row: { value: number | null }) => all + (row.value ?? 0), 0);
        if (figure.isAdditive) expect(sum).toBe(figure.total);
      }
  }, 60_000);

  it('tell event conversion by event, and the operator a rate as {num, den, value}', async () => {
    const house = await openTestHouse(open);
    const { deps, operator, max, ann } = house;
    const eventId = uuidv7();
    const days = { startsOn: '2026-03-01', endsOn: '2026-03-02' };
    await max.call('POST', '/api/v1/events', { id: eventId, name: 'Live one', kind: 'live-stream', ...days });
    await ann.call('POST', '/api/v1/opportunities', { id: uuidv7(), name: 'A', eventId, openedOn: '2026-03-05' });
    await ann.call('POST', '/api/v1/opportunities', { id: uuidv7(), name: 'B', eventId, openedOn: '2026-12-05' });
    expect(await ask(max, 'eventConversion', '&by=event')).toMatchObject({
      total: 0.5,
      rows: [{ key: 'Live one', id: eventId, value: 0.5 }],
    });
    const told = await figures(
      deps,
      operator,
      readArguments(['eventConversion', '--from', '2026-01-01', '--to', '2026-12-31', '--by', 'rep'], new Set()),
    );
    expect(told).toEqual({
      total: { num: 1, den: 2, value: 0.5 },
      rows: [{ key: 'Ann', num: 1, den: 2, value: 0.5 }],
    });
  });

  it('are not divided by what they have not got, and nothing is told of what is out of sight', async () => {
    const house = await openTestHouse(open);
    await someCustomers(house);
    const { oda, ann } = house;
    expect((await ann.call('GET', `/api/v1/figures/visits?${year}&by=product`)).body.code).toBe('invalid-input');
    expect((await ann.call('GET', `/api/v1/figures/revenue?${year}&by=event`)).body.code).toBe('invalid-input');
    expect((await ann.call('GET', `/api/v1/figures/nothing?${year}`)).body.code).toBe('invalid-input');
    const own = await oda.call('GET', `/api/v1/figures/newCustomers/why?from=2024-01-01&to=2026-12-31`);
    expect(leavesOf(own.body.why)).toHaveLength(1);
    expect(JSON.stringify(own.body)).not.toContain('Alder');
  });
});
