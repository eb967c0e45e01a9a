import { evaluate, isConstant, leavesOf, type Why } from '@milepost/core/explain/why';
import { afterEach, expect, it } from 'vitest';
import { describeEachDialect } from '../../db/testing.ts';
import { uuidv7 } from '../../ids.ts';
import { type CastMember, closeTestHouses, openTestHouse, type TestHouse } from '../../testing-house.ts';
import { makeTarget } from '../../testing-targets.ts';

const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
type Row = { id: string; name: string } & Record<'base' | 'stretch' | 'core' | 'incremental', number>;
const get = async (who: CastMember, path: string) => (await who.call('GET', `/api/v1/targets/${path}`)).body;

/** A target of 2026 made from the sales of 2025: Ann 600.00 of pumps, Ben 200.00 of pumps, Oda 200.00 of valves. */
async function madeFromHistory(house: TestHouse, more: object = {}): Promise<string> {
  const { vera, ann, ben, oda } = house;
  const [pumpA, pumpB] = [uuidv7(), uuidv7()];
  await vera.call('POST', '/api/v1/products', { id: pumpA, name: 'Pump A', line: 'Pumps' });
  await vera.call('POST', '/api/v1/products', { id: pumpB, name: 'Pump B', line: 'Pumps' });
  const sell = (owner: CastMember, line: string, region: string, revenueMinor: number, productId?: string) =>
    vera.call('POST', '/api/v1/sales', {
      ...{ id: uuidv7(), day: '2025-05-05', ownerId: owner.id, line, region, revenueMinor, currency: 'USD' },
      ...(productId ? { productId } : {}),
    });
  await sell(ann, 'Pumps', 'North', 60_000, pumpA);
  await sell(ben, 'Pumps', 'South', 20_000, pumpB);
  await sell(oda, 'Valves', 'South', 20_000);
  return makeTarget(house, {
    totalMinor: 120_000,
    weightsFrom: { from: '2025-01-01', to: '2025-12-31' },
    core: { churn: 0.1, price: 0 },
    stretch: { factor: 1.25 },
    persons: undefined,
    lines: undefined,
    segments: undefined,
    ...more,
  });
}

describeEachDialect('quotas (T1)', (open) => {
  afterEach(closeTestHouses);

  it('base beside stretch, core beside incremental: all of them sum on every axis, and open', async () => {
    const house = await openTestHouse(open);
    const { vera, ann } = house;
    const id = await madeFromHistory(house);
    const wanted = { base: 120_000, stretch: 150_000, core: 90_000, incremental: 30_000 };
    for (const by of ['rep', 'team', 'line', 'month']) {
      const { total, rows } = (await get(vera, `${id}/parts?by=${by}`)) as { total: Row; rows: Row[] };
      expect(total).toMatchObject(wanted);
      for (const figure of Object.keys(wanted) as (keyof typeof wanted)[]) {
        expect(sum(rows.map((row) => row[figure])), `${figure} by ${by}`).toBe(total[figure]);
        for (const row of rows) {
          const { why } = (await get(vera, `${id}/parts/why?by=${by}&figure=${figure}&id=${row.id}`)) as { why: Why };
          expect(evaluate(why)).toBe(row[figure]);
          expect(isConstant(why)).toBe(false);
        }
      }
    }
    const grid = await get(vera, `${id}/grid`);
    expect(grid.target).toMatchObject({ stretchMinor: 150_000, stretch: { factor: 1.25 } });
    expect(grid.shares.regions).toEqual([
      { id: 'North', weight: 60_000 },
      { id: 'South', weight: 40_000 },
    ]);
    expect(grid.shares.products).toMatchObject([
      { name: 'Pump A', line: 'Pumps', weight: 60_000 },
      { name: 'Pump B', line: 'Pumps', weight: 20_000 },
    ]);
    const edits = { edits: [{ kind: 'set', at: { persons: [ann.id] }, value: 80_000, policy: 'absorb' }] };
    await vera.call('PUT', `/api/v1/targets/${id}/edits`, edits, { 'if-match': '1' });
    const { total, rows } = (await get(vera, `${id}/parts?by=rep`)) as { total: Row; rows: Row[] };
    expect(total).toMatchObject(wanted);
    expect(rows.find(({ name }) => name === 'Ann')).toMatchObject({ base: 80_000, core: 54_000, incremental: 26_000 });
    await vera.call('POST', `/api/v1/targets/${id}/publish`, { reason: 'agreed' }, { 'if-match': '2' });
    expect((await get(ann, `${id}/parts?by=line`)).total).toMatchObject({ base: 80_000, core: 54_000 });
    const span = 'from=2026-01-01&to=2026-12-31';
    const { body } = await ann.call('GET', `/api/v1/attainment?targetIds=${id}&${span}`);
    expect(body.rows).toMatchObject([{ name: 'Ann', target: 80_000, stretch: 100_000, attainmentRatio: 0 }]);
    const stretch = { stretch: { total: 5 } };
    const late = await vera.call('POST', `/api/v1/targets/${id}/stretch`, stretch, { 'if-match': '3' });
    expect(late.body.code).toBe('target-published');
    expect((await get(vera, `${id}/grid`)).target.stretchMinor).toBe(150_000);
  });

  it('a letter says baseline × uplift × season × pro-rata; a rep reads their own, and not what others sold', async () => {
    const house = await openTestHouse(open);
    const { vera, max, ann, ben, oda } = house;
    const parts = [0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1];
    const id = await madeFromHistory(house, { totalMinor: 108_000, personMonths: [{ id: oda.id, parts }] });
    await vera.call('POST', `/api/v1/targets/${id}/publish`, { reason: 'agreed' }, { 'if-match': '1' });
    const letter = await get(vera, `${id}/letter/${oda.id}`);
    expect(letter).toMatchObject({
      person: { name: 'Oda' },
      baseline: { kind: 'history', value: 20_000, from: '2025-01-01' },
      uplift: 1.2,
      year: { season: 1, proRata: 0.5, quota: 12_000, adjustment: 0 },
      stretch: 15_000,
    });
    expect(letter.months.map(({ quota }: { quota: number }) => quota).slice(0, 6)).toEqual([0, 0, 0, 0, 0, 0]);
    for (const who of [vera, ann])
      for (const month of ['', '?month=0', '?month=11']) {
        const { why } = (await get(who, `${id}/letter/${ann.id}/why${month}`)) as { why: Why };
        const own = await get(who, `${id}/letter/${ann.id}`);
        expect(evaluate(why)).toBe(month === '' ? own.year.quota : own.months[Number(month.slice(7))].quota);
        const told = leavesOf(why).filter(({ kind }) => kind === 'target-baseline');
        expect(new Set(told.map(({ value }) => value))).toEqual(new Set(who === vera ? [60_000, 20_000] : [60_000]));
      }
    expect((await max.call('GET', `/api/v1/targets/${id}/letter/${ben.id}`)).status).toBe(200);
    for (const path of [`letter/${ben.id}`, `letter/${ben.id}/why`, `parts/why?figure=base&id=${ben.id}`])
      expect((await ann.call('GET', `/api/v1/targets/${id}/${path}`)).status, path).toBe(404);
    expect((await max.call('GET', `/api/v1/targets/${id}/letter/${oda.id}`)).status).toBe(404);
  });

  it('what people commit stands beside the plan, summed by team; silence is no shortfall', async () => {
    const house = await openTestHouse(open);
    const { vera, max, ann, ben, oda } = house;
    const id = await makeTarget(house, { totalMinor: 36_000 });
    const commit = (who: CastMember, version: number, cells: object[]) =>
      who.call('PUT', `/api/v1/targets/${id}/commitments`, { cells }, { 'if-match': String(version) });
    expect((await commit(ann, 0, [{ line: null, month: 0, amountMinor: 900 }])).status).toBe(404);
    await vera.call('POST', `/api/v1/targets/${id}/publish`, { reason: 'agreed' }, { 'if-match': '1' });
    const said = await commit(ann, 0, [
      { line: null, month: 0, amountMinor: 900 },
      { line: 'Pumps', month: 1, amountMinor: 600 },
      { line: 'Valves', month: 1, amountMinor: 500 },
    ]);
    expect(said.body.own).toMatchObject({ version: 1, cells: [{ line: null, month: 0, amountMinor: 900 }, {}, {}] });
    expect(said.body.rows.map(({ name }: Row) => name)).toEqual(['', 'East', 'Ann']);
    await commit(oda, 0, [{ line: null, month: 0, amountMinor: 1200 }]);
    const { rows } = await get(vera, `${id}/commitments`);
    expect(rows.map((row: Row & { months: object[]; year: object }) => [row.name, row.months[0], row.year])).toEqual([
      ['', { planned: 3000, committed: 2100, difference: 100, unsaid: 1 }, expect.objectContaining({ unsaid: 33 })],
      ['East', { planned: 2000, committed: 900, difference: -100, unsaid: 1 }, expect.objectContaining({ unsaid: 22 })],
      [
        'Ann',
        { planned: 1000, committed: 900, difference: -100, unsaid: 0 },
        expect.objectContaining({ committed: 2000 }),
      ],
      [
        'Ben',
        { planned: 1000, committed: null, difference: null, unsaid: 1 },
        expect.objectContaining({ committed: null }),
      ],
      ['West', { planned: 1000, committed: 1200, difference: 200, unsaid: 0 }, expect.anything()],
      ['Oda', expect.anything(), expect.anything()],
    ]);
    for (const row of rows)
      for (const figure of ['planned', 'committed', 'difference'])
        for (const month of [undefined, 0]) {
          const of = `kind=${row.kind}${row.id ? `&id=${row.id}` : ''}${month === undefined ? '' : `&month=${month}`}`;
          const { status, body } = await vera.call<{ why: Why }>(
            'GET',
            `/api/v1/targets/${id}/commitments/why?figure=${figure}&${of}`,
          );
          const value = (month === undefined ? row.year : row.months[0])[figure];
          expect(status, `${row.name} ${figure}`).toBe(value === null ? 404 : 200);
          if (value !== null) expect(evaluate(body.why)).toBe(value);
        }
    const ofOda = `kind=person&figure=planned&id=${oda.id}`;
    expect((await max.call('GET', `/api/v1/targets/${id}/commitments/why?${ofOda}`)).status).toBe(404);
    expect((await get(max, `${id}/commitments`)).rows.map(({ name }: Row) => name)).toEqual(['', 'East', 'Ann', 'Ben']);
    expect((await commit(max, 0, [{ line: null, month: 0, amountMinor: 1 }])).status).toBe(404);
    const clash = await commit(ann, 0, [{ line: null, month: 0, amountMinor: 1 }]);
    expect(clash).toMatchObject({ status: 412, body: { current: { own: { version: 1 } } } });
    expect((await commit(ann, 1, [{ line: 'Pumps', month: 0, amountMinor: 1 }])).status).toBe(400);
    const taken = await commit(ann, 1, [{ line: null, month: 0, amountMinor: null }]);
    expect(taken.body.own).toMatchObject({ version: 2, cells: [{ month: 1 }, { month: 1 }] });
    expect((await get(ben, `${id}/commitments`)).own).toMatchObject({ version: 0, cells: [] });
  });
});
