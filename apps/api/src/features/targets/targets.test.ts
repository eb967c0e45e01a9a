import { afterEach, expect, it } from 'vitest';
import { describeEachDialect } from '../../db/testing.ts';
import { type CastMember, closeTestHouses, openTestHouse } from '../../testing-house.ts';
import { makeTarget } from '../../testing-targets.ts';

const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
const gridOf = async (who: CastMember, id: string) => (await who.call('GET', `/api/v1/targets/${id}/grid`)).body;

describeEachDialect('targets (T1)', (open) => {
  afterEach(closeTestHouses);

  it('are shared out so that every axis sums to the cent, and published with a reason', async () => {
    const house = await openTestHouse(open);
    const { vera, ann } = house;
    const id = await makeTarget(house);
    const { plan, allocation, target } = await gridOf(vera, id);
    expect(sum(plan.leaves)).toBe(100_000_000);
    expect(sum(plan.segmentMonths)).toBe(100_000_000);
    expect(allocation).toMatchObject({ canPublish: true, unallocated: 0, overAllocated: 0 });
    expect((await ann.call('GET', `/api/v1/targets/${id}/grid`)).status).toBe(404);
    const published = await vera.call(
      'POST',
      `/api/v1/targets/${id}/publish`,
      { reason: 'agreed' },
      { 'if-match': String(target.version) },
    );
    expect(published.body).toMatchObject({ status: 'published', reason: 'agreed' });
    const own = await gridOf(ann, id);
    expect(own.people).toMatchObject([{ name: 'Ann' }]);
    expect(own.target.totalMinor).toBeNull();
    expect(sum(own.plan.leaves)).toBe(33_333_334);
  });

  it('over-allocated by 50,000 are not published; levelled, they are', async () => {
    const house = await openTestHouse(open);
    const { vera } = house;
    const id = await makeTarget(house);
    const edit = (version: number, line: string, value: number) =>
      vera.call(
        'PUT',
        `/api/v1/targets/${id}/edits`,
        { edits: [{ kind: 'set', at: { lines: [line], months: [2] }, value }] },
        { 'if-match': String(version) },
      );
    const { plan } = await gridOf(vera, id);
    const march = (line: string) => {
      const at = plan.lines.indexOf(line);
      return sum(
        plan.persons.map((_: string, person: number) => plan.leaves[(person * plan.lines.length + at) * 12 + 2]),
      );
    };
    const raised = await edit(1, 'Pumps', march('Pumps') + 5_000_000);
    expect(raised.body.allocation).toMatchObject({ canPublish: false, overAllocated: 5_000_000 });
    expect(raised.body.allocation.byAxis).toContainEqual({ axis: 'lines', id: 'Pumps', difference: 5_000_000 });
    const publish = (version: number) =>
      vera.call('POST', `/api/v1/targets/${id}/publish`, { reason: 'agreed' }, { 'if-match': String(version) });
    expect((await publish(2)).body).toMatchObject({ code: 'target-not-balanced', status: 409 });
    expect((await edit(2, 'Valves', march('Valves') - 5_000_000)).body.allocation.canPublish).toBe(true);
    expect((await publish(3)).body.status).toBe('published');
  });

  it('in draft are not there for a rep, by any address, and their history tells nobody’s quota', async () => {
    const house = await openTestHouse(open);
    const { vera, ann, max } = house;
    const id = await makeTarget(house);
    for (const path of [
      `targets/${id}/grid`,
      `pacing?targetId=${id}`,
      `attainment?targetIds=${id}&from=2026-01-01&to=2026-12-31`,
      `changes?subject=target&recordId=${id}`,
    ])
      expect((await ann.call('GET', `/api/v1/${path}`)).status, path).toBe(404);
    expect((await ann.call('GET', '/api/v1/targets?count=1')).body).toMatchObject({ items: [], total: 0 });
    expect((await max.call('GET', `/api/v1/changes?subject=target&recordId=${id}`)).status).toBe(404);
    await vera.call('POST', `/api/v1/targets/${id}/publish`, { reason: 'agreed' }, { 'if-match': '1' });
    expect((await ann.call('GET', `/api/v1/changes?subject=target&recordId=${id}`)).status).toBe(404);
    expect((await ann.call('GET', '/api/v1/targets?count=1')).body.total).toBe(1);
  });

  it('two who edit the same plan at once: the second is shown both states, and loses nothing', async () => {
    const house = await openTestHouse(open);
    const { vera } = house;
    const id = await makeTarget(house);
    const edits = [{ kind: 'lock', id: 'q1', at: { months: [0, 1, 2] } }];
    expect((await vera.call('PUT', `/api/v1/targets/${id}/edits`, { edits }, { 'if-match': '1' })).status).toBe(200);
    const clash = await vera.call(
      'PUT',
      `/api/v1/targets/${id}/edits`,
      { edits: [{ kind: 'setTotal', value: 1 }] },
      { 'if-match': '1' },
    );
    expect(clash).toMatchObject({ status: 412, body: { code: 'version-clash', current: { target: { version: 2 } } } });
    const over = await vera.call(
      'PUT',
      `/api/v1/targets/${id}/edits`,
      { edits: [{ kind: 'setTotal', value: 1 }] },
      { 'if-match': '2' },
    );
    expect(over.body).toMatchObject({
      code: 'target-over-committed',
      issues: [{ code: 'excess' }, { code: 'lock', message: 'q1' }],
    });
    expect(sum((await gridOf(vera, id)).plan.leaves)).toBe(100_000_000);
  });
});
