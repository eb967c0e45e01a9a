import { locales } from '@milepost/contract/organisation';
import { afterEach, expect, it } from 'vitest';
import { describeEachDialect } from '../../db/testing.ts';
import { closeTestHouses, openTestHouse } from '../../testing-house.ts';
import { planNames } from './plan-names.ts';
import { planYear } from './plan-year.ts';

describeEachDialect('the year of the demonstration', (open) => {
  afterEach(closeTestHouses);

  it.each(locales)('has terms, leave, four milestones with checklists, and gaps of people in %s', async (locale) => {
    const { deps, operator, vera, ann } = await openTestHouse(open, { settings: { locale } });
    await planYear(deps, operator, { fiscalYear: 2026, today: '2026-03-16', total: 40_000_000 });
    const { items } = (await vera.call('GET', '/api/v1/milestones')).body;
    expect(items.map(({ name }: { name: string }) => name)).toEqual(planNames[locale].stages.map(([name]) => name));
    expect(items.reduce((sum: number, { share }: { share: number }) => sum + share, 0)).toBeCloseTo(1, 9);
    for (const { keyDates, items: steps, progress } of items) {
      expect([keyDates.length, steps.length, progress.length > 0]).toEqual([1, 3, true]);
      expect(steps.every(({ owner }: { owner: object | null }) => owner !== null)).toBe(true);
    }
    const { total } = (await vera.call('GET', '/api/v1/capacity')).body;
    expect(total).toMatchObject({ people: 3, assumed: 0 });
    expect(total.leaveDays).toBeGreaterThan(10);
    expect((await ann.call('GET', '/api/v1/leave')).body.items).toHaveLength(1);
    const { rows } = (await vera.call('GET', '/api/v1/resource-gaps')).body;
    expect(rows.map(({ shortHours }: { shortHours: number }) => shortHours > 0)).toEqual([true, true]);
    expect(rows.flatMap(({ missingSkills }: { missingSkills: string[] }) => missingSkills)).toEqual([
      planNames[locale].trainer.skills[1],
    ]);
  });
});
