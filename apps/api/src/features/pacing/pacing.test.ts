import { evaluate, isConstant, leavesOf, type Why } from '@milepost/core/explain/why';
import { afterEach, expect, it } from 'vitest';
import { describeEachDialect } from '../../db/testing.ts';
import { uuidv7 } from '../../ids.ts';
import { closeTestHouses, openTestHouse, type TestHouse } from '../../testing-house.ts';
import { makeTarget } from '../../testing-targets.ts';
import { postSales } from '../sales/posting-store.ts';

const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
const published = async (house: TestHouse) => {
  const id = await makeTarget(house);
  await house.vera.call('POST', `/api/v1/targets/${id}/publish`, { reason: 'agreed' }, { 'if-match': '1' });
};
const sell = ({ deps, operator }: TestHouse, sales: readonly [ownerId: string, day: string, revenueMinor: number][]) =>
  deps.transact(operator, (work) =>
    postSales(
      work,
      sales.map(([ownerId, day, revenueMinor]) => ({
        id: uuidv7(),
        day,
        revenueMinor,
        currency: 'USD',
        ownerId,
        line: 'Pumps',
      })),
    ),
  );

describeEachDialect('pacing (T2)', (open) => {
  afterEach(closeTestHouses);

  it('stands against the plan, and every figure recomputes from credits and cells', async () => {
    const house = await openTestHouse(open);
    const { vera, ann, oda } = house;
    await published(house);
    await sell(house, [
      [ann.id, '2026-01-10', 6_000_000],
      [ann.id, '2026-03-02', 1_000_001],
      [oda.id, '2026-02-03', 7_000_000],
    ]);
    const { body: pace } = await vera.call('GET', '/api/v1/pacing?by=rep');
    expect(pace).toMatchObject({ asOf: '2026-03-16', total: { target: 100_000_000, actual: 14_000_001 } });
    for (const by of ['rep', 'line', 'team']) {
      const { rows, total } = (await vera.call('GET', `/api/v1/pacing?by=${by}`)).body;
      for (const key of ['target', 'planToDate', 'actual', 'variance'])
        expect(sum(rows.map((row: Record<string, number>) => row[key])), `${key} by ${by}`).toBe(total[key]);
    }
    for (const row of [pace.total, ...pace.rows])
      for (const figure of [
        'target',
        'planToDate',
        'actual',
        'variance',
        'pacingRatio',
        'requiredPerWorkday',
        'landing',
      ]) {
        const value = figure === 'landing' ? (row.landing?.value ?? null) : row[figure];
        const by = row.id ? `by=rep&id=${row.id}` : 'by=total';
        const { status, body } = await vera.call<{ why: Why }>('GET', `/api/v1/pacing/why?${by}&figure=${figure}`);
        if (value === null) {
          expect(status).toBe(404);
          continue;
        }
        expect(evaluate(body.why), `${figure} of ${row.name || 'all'}`).toBeCloseTo(value, 9);
        if (leavesOf(body.why).length > 0) expect(isConstant(body.why)).toBe(false);
      }
    expect(pace.periods.map(({ period, startsOn }: Record<string, string>) => [period, startsOn])).toEqual([
      ['month', '2026-03-01'],
      ['quarter', '2026-01-01'],
    ]);
    expect(pace.periods.map(({ actual }: { actual: number }) => actual)).toEqual([1_000_001, 14_000_001]);
    for (const { period, ...figures } of pace.periods)
      for (const figure of ['target', 'planToDate', 'actual']) {
        const asked = `/api/v1/pacing/why?by=total&period=${period}&figure=${figure}`;
        const { why } = (await vera.call<{ why: Why }>('GET', asked)).body;
        expect(evaluate(why), `${figure} of the ${period}`).toBe(figures[figure]);
        expect(isConstant(why)).toBe(false);
      }
    const before = pace.months[0].plan + pace.months[1].plan;
    expect(pace.periods[0].planToDate).toBe(pace.total.planToDate - before);
    const own = (await ann.call('GET', '/api/v1/pacing?by=rep')).body;
    expect(own.rows.map((row: { name: string }) => row.name)).toEqual(['Ann']);
    expect(own.total.actual).toBe(7_000_001);
    expect((await ann.call('GET', `/api/v1/pacing/why?by=rep&id=${oda.id}&figure=actual`)).status).toBe(404);
  });

  it('that is as far behind in every month as in the year is behind, however steady it is', async () => {
    const house = await openTestHouse(open);
    const { vera, ann } = house;
    await published(house);
    const months = Array.from({ length: 10 }, (_, at) => `2026-${String(at + 1).padStart(2, '0')}`);
    // 87 % of what ten months are to bring in all: ten times 7,250,000.
    await sell(
      house,
      months.map((month) => [ann.id, `${month}-05`, 7_250_000]),
    );
    const { body } = await vera.call('GET', '/api/v1/pacing?asOf=2026-10-31');
    expect(body.total.pacingRatio).toBeCloseTo(0.87, 4);
    expect(body.total.signal).toBe('behind');
    expect(body.months[2]).toMatchObject({ actual: 7_250_000, cumulativeActual: 21_750_000 });
    expect(body.months[9].cumulativeActual).toBe(body.total.actual);
    expect(body.months[11]).toMatchObject({ actual: null, cumulativeActual: null, cumulativePlan: 100_000_000 });
  });

  it('of a team sums the days of its people, as the organisation does', async () => {
    const house = await openTestHouse(open);
    const { vera, max, ann, ben } = house;
    await published(house);
    await sell(house, [
      [ben.id, '2024-06-03', 300],
      [ann.id, '2024-06-03', 500],
      [ann.id, '2025-05-05', 9_000_000],
      [ben.id, '2025-05-06', 1_000_000],
      [ann.id, '2026-03-02', 200],
    ]);
    const best = async (one: typeof max) => (await one.call('GET', '/api/v1/pacing?by=rep')).body.total.bestPerWorkday;
    expect(await best(max)).toBeGreaterThan(0);
    expect(await best(max)).toBe(await best(vera));
  });

  it('checks the landing on past ones where two years of sales are kept, and says so', async () => {
    const house = await openTestHouse(open);
    const { vera, ann } = house;
    await published(house);
    const landing = async () => (await vera.call('GET', '/api/v1/pacing?by=rep')).body.total.landing;
    const month = (at: number) => `${2023 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-10`;
    const monthly = (from: number, to: number) =>
      sell(
        house,
        Array.from({ length: to - from }, (_, at): [string, string, number] => [
          ann.id,
          month(from + at),
          1_000_000 + ((from + at) % 5) * 40_000,
        ]),
      );
    await monthly(24, 38);
    expect(await landing()).toMatchObject({ calibration: 'unverified', landings: 0 });
    await monthly(6, 24);
    const checked = await landing();
    expect(checked).toMatchObject({ calibration: 'calibrated', landings: 9 });
    expect(checked.high / checked.value).toBeLessThan(1.1);
  });
});
