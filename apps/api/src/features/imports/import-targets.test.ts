import { afterEach, expect, it } from 'vitest';
import { describeEachDialect } from '../../db/testing.ts';
import { closeTestHouses, openTestHouse } from '../../testing-house.ts';
import { makeTarget } from '../../testing-targets.ts';
import { importsPath, itemsOf, send } from './testing-imports.ts';

describeEachDialect('imports of targets', (open) => {
  afterEach(closeTestHouses);

  it('make one unpublished target a fiscal year of quotas, each person’s own', async () => {
    const { vera } = await openTestHouse(open);
    const wide = 'Year,Name,M01,M02,M03\n2026,Max,10,NULL,\n2026,Ann,1,2,3\n';
    const { body } = await send(vera, 'targets', wide, { options: { unit: 3 } });
    expect(body).toMatchObject({ created: 1, rejected: [] });
    expect(await itemsOf(vera, 'targets')).toMatchObject([
      { basis: 'imported', status: 'draft', totalMinor: 16_000_00 },
    ]);
    expect((await send(vera, 'targets', wide, { options: { unit: 3 } })).body).toMatchObject({
      created: 0,
      unchanged: 1,
    });
    // The same total in other months is another plan, and a version of its own.
    const moved = await send(vera, 'targets', 'Year,Name,M01,M02,M03\n2026,Ann,3,2,1\n', { options: { unit: 3 } });
    expect(moved.body).toMatchObject({ created: 0, updated: 1 });
    expect(await itemsOf(vera, 'targets')).toMatchObject([{ version: 2, totalMinor: 16_000_00 }]);
    expect((await vera.call('POST', `${importsPath}/${moved.body.id}/undo`)).status).toBe(200);
    expect((await send(vera, 'targets', wide, { options: { unit: 3 } })).body.unchanged).toBe(1);
  });

  it('put quotas beside the target of their year: what they promise beyond it is over-allocated', async () => {
    const house = await openTestHouse(open);
    const { vera, max, ann, oda } = house;
    await send(vera, 'targets', 'Year,Name,M01,M02,M03\n2026,Max,900,,\n2026,Ann,100,200,\n', { options: { unit: 3 } });
    const id = (await vera.call('GET', '/api/v1/targets')).body.items[0].id;
    const grid = async () => (await vera.call('GET', `/api/v1/targets/${id}/grid`)).body;
    expect(await grid()).toMatchObject({ allocation: null, quotaCover: null });
    await makeTarget(house);
    expect(await grid()).toMatchObject({
      quotaCover: { total: 100_000_000, quotas: 120_000_000, unallocated: 0, overAllocated: 20_000_000 },
    });
    expect((await max.call('GET', `/api/v1/targets/${id}/grid`)).body.quotaCover).toBeNull();
    const query = `targetIds=${id}&from=2026-01-01&to=2026-01-31`;
    const { body } = await vera.call('GET', `/api/v1/attainment?${query}`);
    expect(body.rows).toMatchObject([
      { personId: ann.id, name: 'Ann', actual: 0, target: 10_000_000, attainmentRatio: 0 },
      { personId: max.id, name: 'Max', actual: 0, target: 90_000_000, attainmentRatio: 0 },
    ]);
    expect(body.rows.map((row: { personId: string }) => row.personId)).not.toContain(oda.id);
  });
});
