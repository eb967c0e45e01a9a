import { afterEach, expect, it } from 'vitest';
import { describeEachDialect } from '../../db/testing.ts';
import { closeTestHouses, openTestHouse, type TestHouse } from '../../testing-house.ts';
import { makeTarget } from '../../testing-targets.ts';

type Grid = { plan: { persons: string[]; agreed: { persons: number[]; months: number[] }; total: number } };
const partOf = ({ plan }: Grid, id: string) => plan.agreed.persons[plan.persons.indexOf(id)];
const gridOf = async ({ vera }: TestHouse, id: string): Promise<Grid> =>
  (await vera.call('GET', `/api/v1/targets/${id}/grid`)).body;

describeEachDialect('a leaver’s target', (open) => {
  afterEach(closeTestHouses);

  it('goes to their team after their last day, and what lies before stays theirs', async () => {
    const house = await openTestHouse(open);
    const { vera, ann, ben, oda } = house;
    const id = await makeTarget(house, { totalMinor: 36_000_000 });
    const before = await gridOf(house, id);
    const asked = { personId: ann.id, lastDay: '2026-06-30' };
    const { status, body } = await vera.call('POST', `/api/v1/targets/${id}/hand-over`, asked, { 'if-match': '1' });
    expect(status).toBe(200);
    expect(body.target.version).toBe(2);
    expect([ann, ben, oda].map((one) => partOf(body, one.id))).toEqual([6_000_000, 18_000_000, 12_000_000]);
    expect(body.plan.agreed.months).toEqual(before.plan.agreed.months);
    const named = { ...asked, lastDay: '2026-03-31', successorIds: [oda.id] };
    const again = await vera.call('POST', `/api/v1/targets/${id}/hand-over`, named, { 'if-match': '2' });
    expect([ann, ben, oda].map((one) => partOf(again.body, one.id))).toEqual([3_000_000, 18_000_000, 15_000_000]);
  });

  it('goes by what successors can carry: who works half as much takes half as much', async () => {
    const house = await openTestHouse(open);
    const { vera, ann, ben, oda } = house;
    await vera.call('PATCH', `/api/v1/people/${ben.id}`, { fte: 0.5 }, { 'if-match': '1' });
    const id = await makeTarget(house, { totalMinor: 10_800_000 });
    const asked = { personId: ann.id, lastDay: '2026-06-30', successorIds: [ben.id, oda.id] };
    const { body } = await vera.call('POST', `/api/v1/targets/${id}/hand-over`, asked, { 'if-match': '1' });
    expect([ben, oda].map((one) => partOf(body, one.id))).toEqual([4_200_000, 4_800_000]);
  });

  it('is not handed over by reps, out of a published plan or to nobody, and nothing happened', async () => {
    const house = await openTestHouse(open);
    const { vera, max, ann, ben, oda } = house;
    const id = await makeTarget(house);
    const path = `/api/v1/targets/${id}/hand-over`;
    const before = await gridOf(house, id);
    const asked = { personId: ann.id, lastDay: '2026-06-30' };
    const seen = { 'if-match': '1' };
    const refusals = [
      await ann.call('POST', path, asked, seen),
      await max.call('POST', path, asked, seen),
      await vera.call('POST', path, asked),
      await vera.call('POST', path, asked, { 'if-match': '7' }),
      await vera.call('POST', path, { ...asked, personId: max.id }, seen),
      await vera.call('POST', path, { ...asked, successorIds: [max.id] }, seen),
      // Oda is alone in her team.
      await vera.call('POST', path, { ...asked, personId: oda.id }, seen),
    ];
    expect(refusals.map(({ body }) => body.code)).toEqual([
      'not-found',
      'not-allowed',
      'version-missing',
      'version-clash',
      'reference-unknown',
      'reference-unknown',
      'invalid-input',
    ]);
    expect(await gridOf(house, id)).toEqual(before);
    await vera.call('POST', `/api/v1/targets/${id}/publish`, { reason: 'agreed' }, seen);
    const late = await vera.call('POST', path, { ...asked, personId: ben.id }, { 'if-match': '2' });
    expect(late.body.code).toBe('target-published');
  });
});
