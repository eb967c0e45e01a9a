import type { MixToDateView } from '@milepost/contract/mix';
import { evaluate, leavesOf, type Why } from '@milepost/core/explain/why';
import { afterEach, expect, it } from 'vitest';
import { describeEachDialect } from '../../db/testing.ts';
import { closeTestHouses, openTestHouse } from '../../testing-house.ts';
import { sellLines, setMix } from './testing-mix.ts';

describeEachDialect('the mix so far (T6)', (open) => {
  afterEach(closeTestHouses);

  it('stands beside the books: shares so far open into the credits, of the people in sight', async () => {
    const house = await openTestHouse(open);
    const { vera, max, ann, oda } = house;
    const path = `/api/v1/mix/${await setMix(house)}`;
    const why = (who: typeof vera, figure: string) => who.call<{ why: Why }>('GET', `${path}/why?figure=${figure}`);
    const toDate = async (who: typeof vera) => (await who.call<MixToDateView>('GET', `${path}/to-date`)).body;
    expect(await toDate(vera)).toMatchObject({ revenue: 0, highShare: null, asOf: '2026-03-16' });
    expect((await why(vera, 'high-share')).status).toBe(404);
    await sellLines(house, [
      [ann.id, '2026-01-10', 'Pumps', 30_000, null],
      [ann.id, '2026-02-10', 'Seals', 50_000, null],
      [oda.id, '2026-03-10', 'Valves', 10_000, null],
      [oda.id, '2026-03-11', null, 10_000, null],
      [oda.id, '2025-12-31', 'Valves', 99_000, null],
      [oda.id, '2026-03-17', 'Valves', 99_000, null],
    ]);
    const view = await toDate(vera);
    expect(view).toMatchObject({ revenue: 100_000, highShare: 0.4, trafficShare: 0.5 });
    const ofLines = view.lines.map(({ line: name, revenue, share, plannedRevenue }) => [
      name,
      revenue,
      share,
      plannedRevenue,
    ]);
    expect(ofLines).toEqual([
      ['Pumps', 30_000, 0.3, 16_428_571],
      ['Valves', 10_000, 0.1, 25_000_000],
      ['Hoses', 0, 0, 18_571_429],
      ['Seals', 50_000, 0.5, 40_000_000],
      ['', 10_000, 0.1, null],
    ]);
    for (const [figure, value] of [
      ['high-share', 0.4],
      ['traffic-share', 0.5],
    ] as const) {
      const { body } = await why(vera, figure);
      expect(evaluate(body.why), figure).toBe(value);
      expect(leavesOf(body.why).every(({ kind }) => kind === 'credit')).toBe(true);
    }
    expect(await toDate(max)).toMatchObject({ revenue: 80_000, highShare: 0.375 });
    expect(evaluate((await why(max, 'high-share')).body.why)).toBe(0.375);
  });
});
