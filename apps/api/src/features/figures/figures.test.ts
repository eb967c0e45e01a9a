import { leavesOf } from '@milepost/core/explain/why';
import { afterEach, expect, it } from 'vitest';
import { readArguments } from '../../cli/arguments.ts';
import { figures } from '../../cli/figures.ts';
import { describeEachDialect } from '../../db/testing.ts';
import { uuidv7 } from '../../ids.ts';
import { closeTestHouses, openTestHouse } from '../../testing-house.ts';
import { ask, creditMeasures, dimensionsOfCredits, pairs, someSales, year } from '../../testing-sales.ts';

describeEachDialect('figures', (open) => {
  afterEach(closeTestHouses);

  it('sum to their total by every dimension, and what has no value stands under no name', async () => {
    const house = await openTestHouse(open);
    await someSales(house);
    const { vera } = house;
    const byRep = await ask(vera, 'revenue', '&by=rep');
    expect(byRep).toMatchObject({ total: 2142, currency: 'USD', unit: 'money' });
    expect(pairs(byRep)).toEqual([
      ['', 7],
      ['Ann', 1384],
      ['Ben', 551],
      ['Oda', 200],
    ]);
    expect(pairs(await ask(vera, 'revenue', '&by=team'))).toEqual([
      ['', 7],
      ['East', 1935],
      ['West', 200],
    ]);
    expect(pairs(await ask(vera, 'revenue', '&by=manager'))).toEqual([
      ['', 207],
      ['Max', 1935],
    ]);
    expect(pairs(await ask(vera, 'revenue', '&by=line'))).toEqual([
      ['', 207],
      ['GTX', 1602],
      ['MG', 333],
    ]);
    expect(pairs(await ask(vera, 'revenue', '&by=product'))).toEqual([
      ['', 708],
      ['GTX Pro', 1101],
      ['MG Special', 333],
    ]);
    expect(pairs(await ask(vera, 'revenue', '&by=segment'))).toEqual([
      ['', 609],
      ['Large', 200],
      ['Medium', 1333],
    ]);
    expect(pairs(await ask(vera, 'revenue', '&by=account'))).toEqual([
      ['', 609],
      ['Huaxin', 1333],
      ['Konex', 200],
    ]);
    expect(pairs(await ask(vera, 'revenue', '&by=quarter'))).toEqual([
      ['2026Q1', 1434],
      ['2026Q2', 501],
      ['2026Q3', 200],
      ['2026Q4', 7],
    ]);
    for (const measure of creditMeasures)
      for (const by of dimensionsOfCredits) {
        const { total, rows } = await ask(vera, measure, `&by=${by}`);
        expect(rows.reduce((sum, { value }) => sum + (value ?? 0), 0)).toBe(total);
        expect(rows.map(({ key }) => key)).toEqual(rows.map(({ key }) => key).sort());
      }
    expect(await ask(vera, 'revenue', '&by=month&from=2025-01-01&to=2025-12-31')).toMatchObject({
      code: 'invalid-input',
    });
  });

  it('say how much revenue has no known cost, and how many sales no known quantity', async () => {
    const house = await openTestHouse(open);
    await someSales(house);
    expect(await ask(house.vera, 'margin')).toMatchObject({ total: 801, unknown: { value: 441, unit: 'money' } });
    expect(await ask(house.vera, 'quantity')).toMatchObject({ total: 6, unknown: { value: 3, unit: 'count' } });
    expect(await ask(house.vera, 'sales', '&by=rep')).toMatchObject({ total: 6, unknown: null, currency: null });
  });

  it('take the region of the sale, else of the account, else the office of whom it is credited to', async () => {
    const house = await openTestHouse(open);
    const { deps, ann, ben } = house;
    await deps.db.updateTable('person').set({ office: 'Head office' }).where('id', '=', ben.id).execute();
    await someSales(house);
    expect(pairs(await ask(house.vera, 'revenue', '&by=region'))).toEqual([
      ['', 258],
      ['Head office', 551],
      ['North', 1000],
      ['South', 333],
    ]);
    expect(pairs(await ask(ann, 'revenue', '&by=region'))).toEqual([
      ['', 51],
      ['North', 1000],
      ['South', 333],
    ]);
  });

  it('count quarters by the fiscal year of the organisation', async () => {
    const house = await openTestHouse(open, { settings: { fiscalYearStart: 7, fiscalYearLabel: 'end' } });
    await someSales(house);
    expect(pairs(await ask(house.vera, 'revenue', '&by=fiscal-quarter'))).toEqual([
      ['FY2026Q3', 1434],
      ['FY2026Q4', 501],
      ['FY2027Q1', 200],
      ['FY2027Q2', 7],
    ]);
  });

  it('tell two people of one name apart, and leave a name alone that nobody shares', async () => {
    const house = await openTestHouse(open);
    const { deps, ann, ben, vera } = house;
    await deps.db.updateTable('person').set({ name: 'Ann', external_id: 'E-17' }).where('id', '=', ben.id).execute();
    await someSales(house);
    const byRep = await ask(vera, 'revenue', '&by=rep');
    expect(byRep.rows).toMatchObject([
      { key: '', id: null, value: 7 },
      { key: 'Ann (E-17)', id: ben.id, value: 551 },
      { key: 'Ann (ann@acme.example)', id: ann.id, value: 1384 },
      { key: 'Oda', value: 200 },
    ]);
  });

  it('in several currencies have no total while a rate is missing: each currency has its subtotal, and its own figure', async () => {
    const house = await openTestHouse(open);
    await someSales(house);
    const { ann, vera } = house;
    await ann.call('POST', '/api/v1/sales', { id: uuidv7(), day: '2026-05-05', revenueMinor: 50, currency: 'EUR' });
    expect(await ask(vera, 'revenue', '&by=month')).toMatchObject({
      status: 422,
      code: 'missing-rate',
      issues: [
        { path: '/rates/EUR/2026-05-05', code: 'missing' },
        { path: '/subtotals/EUR', value: '50' },
        { path: '/subtotals/USD', value: '2142' },
      ],
    });
    expect(await ask(vera, 'revenue', '&currency=EUR')).toMatchObject({ total: 50, currency: 'EUR' });
    expect(await ask(vera, 'sales')).toMatchObject({ total: 7, currency: null });
    const [euro] = (await ann.call('GET', `/api/v1/sales?sort=-createdAt`)).body.items;
    const unsaid = await ann.call('PATCH', `/api/v1/sales/${euro.id}`, { currency: 'USD' }, { 'if-match': '1' });
    expect(unsaid.body).toMatchObject({ code: 'currency-change-unsaid', issues: [{ path: '/revenueMinor' }] });
    const stated = { currency: 'USD', revenueMinor: 50 };
    await ann.call('PATCH', `/api/v1/sales/${euro.id}`, stated, { 'if-match': '1' });
    expect(await ask(vera, 'revenue')).toMatchObject({ total: 2192, currency: 'USD' });
  });

  it('show only what is in sight: own credits to a rep, the team and what is nobody’s to its manager', async () => {
    const house = await openTestHouse(open);
    const { konex } = await someSales(house);
    const { ann, max, oda, vera } = house;
    expect(pairs(await ask(ann, 'revenue', '&by=rep'))).toEqual([['Ann', 1384]]);
    expect(pairs(await ask(max, 'revenue', '&by=rep'))).toEqual([
      ['', 7],
      ['Ann', 1384],
      ['Ben', 551],
    ]);
    for (const by of ['team', 'account', 'line', 'month', 'region'])
      expect((await ask(max, 'revenue', `&by=${by}`)).total).toBe(1942);
    await vera.call('PATCH', `/api/v1/accounts/${konex}`, { ownerId: vera.id }, { 'if-match': '1' });
    expect(await ask(oda, 'revenue', '&by=account')).toMatchObject({ rows: [{ key: '', id: null, value: 200 }] });
    const { why } = (await oda.call('GET', `/api/v1/figures/revenue/why?${year}&by=account&key=`)).body;
    expect([why.value, leavesOf(why).length]).toEqual([200, 1]);
    expect(JSON.stringify(why)).not.toContain('Konex');
    const others = await oda.call('GET', `/api/v1/figures/revenue/why?${year}&by=rep&key=Ann`);
    expect(others.status).toBe(404);
  });

  it('are printed by the operator’s tool as total and rows', async () => {
    const house = await openTestHouse(open);
    await someSales(house);
    const print = (line: string) => figures(house.deps, house.operator, readArguments(line.split(' '), new Set()));
    expect(await print('revenue --from 2026-01-01 --to 2026-09-30 --by month')).toEqual({
      total: 2135,
      rows: [
        { key: '2026-01', value: 1000 },
        { key: '2026-02', value: 333 },
        { key: '2026-03', value: 101 },
        { key: '2026-06', value: 501 },
        { key: '2026-07', value: 200 },
      ],
    });
    expect(await print('revenue --from 2026-02-01 --to 2026-02-01')).toEqual({ total: 333, rows: [] });
    await expect(print('profit --from 2026-01-01 --to 2026-09-30')).rejects.toThrow('figures MEASURE');
    await expect(print('revenue --from 2026-01-01 --to 2026-02-30')).rejects.toThrow('figures MEASURE');
  });

  it('by month, rep, line and segment are read from the daily facts alone', async () => {
    const house = await openTestHouse(open);
    await someSales(house);
    const dimensionsOfFacts = ['month', 'quarter', 'fiscal-quarter', 'rep', 'line', 'segment'];
    const all = () => Promise.all(dimensionsOfFacts.map((by) => ask(house.vera, 'margin', `&by=${by}`)));
    const before = await all();
    await house.deps.db.deleteFrom('credit').execute();
    expect(await all()).toEqual(before);
  });
});
