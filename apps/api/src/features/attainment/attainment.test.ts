import {
  type AttainmentPart,
  type AttainmentPartsView,
  type AttainmentPeriodsView,
  attainedFigures,
} from '@milepost/contract/attainment';
import type { BridgeView } from '@milepost/contract/pacing';
import { evaluate, leavesOf, misstated, type Why } from '@milepost/core/explain/why';
import { afterEach, expect, it } from 'vitest';
import { describeEachDialect } from '../../db/testing.ts';
import { uuidv7 } from '../../ids.ts';
import { type CastMember, closeTestHouses, openTestHouse, type TestHouse } from '../../testing-house.ts';
import { rate } from '../../testing-rates.ts';
import { makeTarget } from '../../testing-targets.ts';
import { postSales } from '../sales/posting-store.ts';

type Sold = Partial<Parameters<typeof postSales>[1][number]> & { day: string; revenueMinor: number };
const sell = ({ deps, operator }: TestHouse, sales: readonly Sold[]) =>
  deps.transact(operator, (work) =>
    postSales(
      work,
      sales.map((sale) => ({ id: uuidv7(), currency: 'USD', line: 'Pumps', ownerId: null, ...sale })),
    ),
  );
const publish = async (house: TestHouse, more: Record<string, unknown> = {}) => {
  const id = await makeTarget(house, more);
  await house.vera.call('POST', `/api/v1/targets/${id}/publish`, { reason: 'agreed' }, { 'if-match': '1' });
  return id;
};
const periodsOf = async (who: CastMember, query = '') =>
  (await who.call<AttainmentPeriodsView>('GET', `/api/v1/attainment/periods?${query}`)).body;
const partsOf = async (who: CastMember, query: string) =>
  (await who.call<AttainmentPartsView>('GET', `/api/v1/attainment/parts?${query}`)).body;
const whyOf = (who: CastMember, query: string) =>
  who.call<{ why: Why }>('GET', `/api/v1/attainment/parts/why?${query}`);
const sum = (rows: readonly AttainmentPart[], figure: 'target' | 'planToDate' | 'actual'): number =>
  rows.reduce((all, row) => all + (row[figure] ?? 0), 0);

describeEachDialect('attainment by period and part (K2)', (open) => {
  afterEach(closeTestHouses);

  async function story() {
    const house = await openTestHouse(open);
    const { ann, ben, oda } = house;
    await publish(house);
    const product = { id: uuidv7(), name: 'P-100', line: 'Pumps' };
    await house.vera.call('POST', '/api/v1/products', product);
    await sell(house, [
      { ownerId: ann.id, day: '2025-05-10', revenueMinor: 3_000_001, segment: 'Food', region: 'North' },
      { ownerId: ann.id, day: '2026-01-20', revenueMinor: 2_000_003, segment: 'Food', productId: product.id },
      { ownerId: oda.id, day: '2026-01-25', revenueMinor: 7_000_000, line: 'Valves', segment: 'Water' },
      { ownerId: ben.id, day: '2026-02-10', revenueMinor: 100_000, line: 'Fans', region: 'North' },
      { ownerId: ann.id, day: '2026-03-02', revenueMinor: 650_007, segment: 'Food' },
      { day: '2026-03-03', revenueMinor: 5_000 },
    ]);
    return { ...house, product };
  }

  it('tells months and quarters, whose plan and results sum to the year, and none of what has not begun', async () => {
    const { vera } = await story();
    const months = await periodsOf(vera);
    expect(months.periods).toHaveLength(12);
    expect(months.total).toMatchObject({ target: 100_000_000, actual: 9_755_010, state: 'under-way' });
    for (const grain of ['month', 'quarter']) {
      const { periods, total } = await periodsOf(vera, `grain=${grain}`);
      const of = (figure: 'target' | 'planToDate' | 'actual') =>
        periods.reduce((all, period) => all + (period[figure] ?? 0), 0);
      expect([of('target'), of('planToDate'), of('actual')], grain).toEqual([
        ...[total.target, total.planToDate, total.actual],
      ]);
    }
    const [january, , march, april] = months.periods;
    expect(january).toMatchObject({ state: 'over', target: 8_333_333, planToDate: 8_333_333, actual: 9_000_003 });
    expect(january?.attainmentRatio).toBeCloseTo(9_000_003 / 8_333_333, 12);
    expect(january).toMatchObject({ mismatch: null, before: { mismatch: 'no-plan' }, changeRatio: null });
    expect(march).toMatchObject({ state: 'under-way', variance: 655_007 - (march?.planToDate ?? 0) });
    expect(april).toMatchObject({ state: 'ahead', planToDate: 0, actual: null, attainmentRatio: null });
    expect(months.limits).toBeNull();
    expect(months.trend).toHaveLength(24);
  });

  it('divides a period by every axis that the plan has, each summing to it to the unit', async () => {
    const { vera, ann, teams, product } = await story();
    for (const from of ['2026-01-01', '2026-03-31'])
      for (const by of ['team', 'line', 'segment', 'region']) {
        const { total, rows } = await partsOf(vera, `from=${from}&by=${by}`);
        const tops = rows.filter(({ within }) => within === null);
        expect(sum(tops, 'actual'), by).toBe(total.actual);
        if (by === 'region') expect(tops.every(({ target }) => target === null)).toBe(true);
        else expect([sum(tops, 'target'), sum(tops, 'planToDate')]).toEqual([total.target, total.planToDate]);
        for (const top of tops) {
          const under = rows.filter(({ within }) => within === top.id);
          if (under.length > 0) expect(sum(under, 'actual'), `${by} ${top.name}`).toBe(top.actual);
        }
      }
    const { rows } = await partsOf(vera, 'from=2026-01-01&by=team');
    expect(rows.map(({ axis, name }) => `${axis} ${name}`)).toEqual([
      ...['team East', 'rep Ann', 'rep Ben', 'team West', 'rep Oda'],
    ]);
    expect(rows[1]).toMatchObject({ id: ann.id, within: teams.east, actual: 2_000_003 });
    const lines = (await partsOf(vera, 'from=2026-01-01&by=line')).rows;
    expect(lines.find(({ id }) => id === product.id)).toMatchObject({
      within: 'Pumps',
      target: null,
      actual: 2_000_003,
    });
  });

  it('opens every figure to cells and records, and the causes of a period sum to its variance', async () => {
    const { vera } = await story();
    for (const by of ['team', 'line', 'segment', 'region']) {
      const view = await partsOf(vera, `from=2026-03-05&by=${by}&grain=quarter`);
      for (const row of [view.total, ...view.rows])
        for (const figure of attainedFigures.filter((one) => one !== 'changeRatio')) {
          const within = row.within === null ? '' : `&within=${encodeURIComponent(row.within)}`;
          const query = `from=2026-03-05&grain=quarter&by=${row.axis}&id=${row.id}${within}&figure=${figure}`;
          const { status, body } = await whyOf(vera, query);
          if (row[figure] === null) {
            expect(status, query).toBe(404);
            continue;
          }
          expect([evaluate(body.why), misstated(body.why)], query).toEqual([row[figure], []]);
        }
    }
    const actual = await whyOf(vera, 'from=2026-01-01&figure=actual');
    expect(leavesOf(actual.body.why).every(({ kind, leaf }) => kind === 'credit' && leaf === 'record')).toBe(true);
    for (const [grain, asOf] of [
      ['month', '2026-01-31'],
      ['quarter', '2026-03-16'],
    ]) {
      const { total } = await partsOf(vera, `from=${asOf}&by=team&grain=${grain}`);
      const bridge = await vera.call<BridgeView>('GET', `/api/v1/pacing/bridge?asOf=${asOf}&period=${grain}`);
      expect(bridge.body).toMatchObject({ status: 'ok', total: total.variance, actual: total.actual });
      expect(bridge.body.causes.reduce((all, { amount }) => all + (amount ?? 0), 0)).toBe(total.variance);
      for (const { cause, amount } of bridge.body.causes) {
        const path = `/api/v1/pacing/bridge/why?asOf=${asOf}&period=${grain}&figure=${cause}`;
        if (amount === null) continue;
        const { status, body } = await vera.call('GET', path);
        expect(status, JSON.stringify(body)).toBe(200);
        expect(evaluate(body.why), cause).toBe(amount);
      }
    }
  });

  it('is read at plan rates, with what currencies did beside it, and not known while a rate is missing', async () => {
    const house = await story();
    const { vera, ann } = house;
    await sell(house, [{ ownerId: ann.id, day: '2026-02-03', revenueMinor: 100_03, currency: 'EUR' }]);
    const february = async () => (await periodsOf(vera)).periods[1];
    expect(await february()).toMatchObject({ actual: 100_000, fxEffect: null, attainmentRatio: null });
    expect((await periodsOf(vera)).unrated).toBe(1);
    await rate(vera, 'EUR', '2026-02-03', '1.25');
    await rate(vera, 'EUR', '2026-01-01', '1.1', { kind: 'plan' });
    const [day, plan] = [Math.round(100_03 * 1.25), Math.round(100_03 * 1.1)];
    expect(await february()).toMatchObject({ actual: 100_000 + day, fxEffect: day - plan });
    expect((await february())?.attainmentRatio).toBeCloseTo((100_000 + plan) / 8_333_334, 12);
    for (const figure of ['fxEffect', 'attainmentRatio'] as const) {
      const { why } = (await whyOf(vera, `from=2026-02-01&figure=${figure}`)).body;
      expect(evaluate(why)).toBe((await february())?.[figure]);
    }
  });

  it('compares with the year before only what was planned by what counts now, and says why not', async () => {
    let now = '2025-12-01T09:00:00.000Z';
    const house = await openTestHouse(open, { now: () => now });
    const { vera } = house;
    const heads = (fiscalYear: number) =>
      publish(house, {
        name: `New ${fiscalYear}`,
        measure: 'newCustomers',
        fiscalYear,
        totalMinor: 36,
        lines: [],
        segments: [],
      });
    await heads(2025);
    const change = (version: number, afterMonths: number | null) =>
      vera.call(
        'PATCH',
        '/api/v1/measures/definition',
        { newCustomer: { afterMonths, minRevenueMinor: 0, targetPerMonth: null } },
        { 'if-match': String(version) },
      );
    now = '2025-12-15T09:00:00.000Z';
    await change(0, 12);
    now = '2025-12-20T09:00:00.000Z';
    await heads(2026);
    now = '2026-03-16T09:00:00.000Z';
    const january = async () => (await periodsOf(vera, 'measure=newCustomers')).periods[0];
    expect(await january()).toMatchObject({ mismatch: null, before: { mismatch: 'definition' }, changeRatio: null });
    const before = (await periodsOf(vera, 'measure=newCustomers&fiscalYear=2025')).periods[0];
    expect(before).toMatchObject({ mismatch: 'definition', definitionChangedOn: '2025-12-15', target: 3, actual: 0 });
    await change(1, null);
    expect(await january()).toMatchObject({ mismatch: 'definition', definitionChangedOn: '2026-03-16' });
    expect((await periodsOf(vera, 'measure=newCustomers&fiscalYear=2025')).periods[0]?.mismatch).toBeNull();
  });

  it('tells a change against the year before, and control limits from eight whole periods on', async () => {
    const house = await openTestHouse(open);
    const { vera, ann } = house;
    await publish(house, { name: 'Revenue 2025', fiscalYear: 2025, totalMinor: 50_000_000 });
    await publish(house);
    await sell(house, [
      { ownerId: ann.id, day: '2025-01-10', revenueMinor: 2_000_000 },
      { ownerId: ann.id, day: '2026-01-10', revenueMinor: 5_000_000 },
    ]);
    const { periods, trend, limits, counted } = await periodsOf(vera);
    const [january] = periods;
    const expected = 5_000_000 / (january?.target ?? 0) - (january?.before.attainmentRatio ?? 0);
    expect(january?.changeRatio).toBeCloseTo(expected, 12);
    expect(evaluate((await whyOf(vera, 'from=2026-01-01&figure=changeRatio')).body.why)).toBe(january?.changeRatio);
    // Twelve months of 2025 and two whole ones of 2026.
    expect([counted, limits !== null]).toEqual([14, true]);
    expect(trend.map(({ isCounted }) => isCounted)).toEqual([
      ...new Array(14).fill(true),
      ...new Array(10).fill(false),
    ]);
    expect((await periodsOf(vera, 'grain=year')).periods.map(({ mismatch }) => mismatch)).toEqual([
      ...['no-plan', 'no-plan', 'no-plan', null, null],
    ]);
  });

  it('shows everybody what is in their sight alone', async () => {
    const { ann, max, oda, vera } = await story();
    expect((await periodsOf(ann)).periods[0]).toMatchObject({ actual: 2_000_003, target: 2_777_778 });
    const own = await partsOf(ann, 'from=2026-01-01&by=team');
    expect(own.rows.filter(({ axis }) => axis === 'rep').map(({ id }) => id)).toEqual([ann.id]);
    const east = await partsOf(max, 'from=2026-03-01&by=line');
    // What is nobody's is of no team.
    expect(east.total.actual).toBe(650_007);
    expect(evaluate((await whyOf(max, 'from=2026-03-01&figure=actual')).body.why)).toBe(650_007);
    expect((await whyOf(ann, `from=2026-01-01&by=rep&id=${oda.id}&figure=actual`)).status).toBe(404);
    // Segments are planned for everybody together: whoever sees a part of the plan does not know theirs.
    expect((await partsOf(ann, 'from=2026-01-01&by=segment')).rows.every(({ target }) => target === null)).toBe(true);
    const refused = await vera.call('GET', '/api/v1/attainment/parts?from=2026-01-01&by=line&measure=collected');
    expect(refused.body.code).toBe('invalid-input');
  });
});
