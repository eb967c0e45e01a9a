import { afterEach, expect, it } from 'vitest';
import { describeEachDialect } from '../../db/testing.ts';
import { closeTestHouses, openTestHouse } from '../../testing-house.ts';

const path = '/api/v1/measures/definition';
const newCustomer = { afterMonths: 12, minRevenueMinor: 100_000, targetPerMonth: 5 };

describeEachDialect('the definitions of measures', (open) => {
  afterEach(closeTestHouses);

  it('are stated from the first day, changed by an administrator, and everybody reads what is in force', async () => {
    const { vera, ann } = await openTestHouse(open);
    const first = await ann.call('GET', path);
    expect(first.body).toMatchObject({
      version: 0,
      updatedAt: null,
      repurchase: { windowDays: 90, orders: 2, existing: 'bought-before', immature: 'excluded' },
      coverage: { visitKinds: ['visit'], targetPerWeek: 2 },
    });
    const changed = await vera.call('PATCH', path, { newCustomer }, { 'if-match': '0' });
    expect(changed.body).toMatchObject({ version: 1, newCustomer, repurchase: { windowDays: 90 } });
    const event = { windowDays: 30, targetRatio: 0.15 };
    expect((await vera.call('PATCH', path, { event }, { 'if-match': '1' })).body).toMatchObject({ version: 2, event });
    expect((await ann.call('GET', path)).body).toMatchObject({ version: 2, newCustomer, event });
    const { items } = (await vera.call('GET', '/api/v1/changes?subject=measure_definition')).body;
    expect(items.map(({ action }: { action: string }) => action)).toEqual(['updated', 'created']);
  });

  it('share the wanted new customers out among the reps, so that teams sum to the organisation', async () => {
    const { vera, max, ann, oda } = await openTestHouse(open);
    const read = async (who: typeof ann) => (await who.call('GET', '/api/v1/measures/new-customer-target')).body;
    expect(await read(ann)).toEqual({ from: '2026-03-01', to: '2026-03-31', target: null, rows: [] });
    await vera.call('PATCH', path, { newCustomer }, { 'if-match': '0' });
    const [all, east, own, outside] = [await read(vera), await read(max), await read(ann), await read(oda)];
    // 5 in every month, and 20 a year for each of the three.
    expect([all.target, east.target + outside.target]).toEqual([5, 5]);
    expect(own.rows).toEqual([{ id: ann.id, name: 'Ann', target: own.target }]);
    expect(all.rows.map((row: { name: string }) => row.name).sort()).toEqual(['Ann', 'Ben', 'Oda']);
  });

  it('are not changed unseen, by others, or into nonsense, and nothing happened', async () => {
    const { vera, max, ann } = await openTestHouse(open);
    await vera.call('PATCH', path, { newCustomer }, { 'if-match': '0' });
    const refusals = [
      await max.call('PATCH', path, { newCustomer }, { 'if-match': '1' }),
      await ann.call('PATCH', path, { newCustomer }, { 'if-match': '1' }),
      await vera.call('PATCH', path, { newCustomer }),
      await vera.call('PATCH', path, { newCustomer: { ...newCustomer, targetPerMonth: 9 } }, { 'if-match': '0' }),
      await vera.call('PATCH', path, { newCustomer: { ...newCustomer, afterMonths: 0 } }, { 'if-match': '1' }),
      await vera.call('PATCH', path, { coverage: { visitKinds: [] } }, { 'if-match': '1' }),
    ];
    expect(refusals.map(({ body }) => body.code)).toEqual([
      'not-allowed',
      'not-allowed',
      'version-missing',
      'version-clash',
      'invalid-input',
      'invalid-input',
    ]);
    expect(refusals[3]?.body.current).toMatchObject({ version: 1, newCustomer });
    expect((await ann.call('GET', path)).body).toMatchObject({ version: 1, newCustomer });
  });
});
