import { evaluate, isConstant, leavesOf, type Why } from '@milepost/core/explain/why';
import { afterEach, expect, it } from 'vitest';
import { describeEachDialect } from '../../db/testing.ts';
import { uuidv7 } from '../../ids.ts';
import { type CastMember, closeTestHouses, openTestHouse, type TestHouse } from '../../testing-house.ts';
import { postSales } from '../sales/posting-store.ts';

const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
const even = new Array<number>(12).fill(1);

const made = async ({ vera, ann, ben, oda }: TestHouse, more: Record<string, unknown> = {}) => {
  const id = uuidv7();
  const weigh = (ids: string[]) => ids.map((one) => ({ id: one, weight: 1 }));
  const { status } = await vera.call('POST', '/api/v1/targets', {
    id,
    name: 'Revenue 2026',
    fiscalYear: 2026,
    totalMinor: 100_000_000,
    months: { kind: 'typed', shares: even },
    persons: weigh([ann.id, ben.id, oda.id]),
    lines: weigh(['Pumps', 'Valves']),
    segments: weigh(['Food', 'Water']),
    ...more,
  });
  expect(status).toBe(201);
  return id;
};
const gridOf = async (who: CastMember, id: string) => (await who.call('GET', `/api/v1/targets/${id}/grid`)).body;

describeEachDialect('targets (T1)', (open) => {
  afterEach(closeTestHouses);

  it('are shared out so that every axis sums to the cent, and published with a reason', async () => {
    const house = await openTestHouse(open);
    const { vera, ann } = house;
    const id = await made(house);
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
    const id = await made(house);
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
    const id = await made(house);
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
    const id = await made(house);
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

  it('pace stands against the plan, and every figure recomputes from credits and cells', async () => {
    const house = await openTestHouse(open);
    const { vera, ann, oda, deps, operator } = house;
    const id = await made(house);
    await vera.call('POST', `/api/v1/targets/${id}/publish`, { reason: 'agreed' }, { 'if-match': '1' });
    const sale = (ownerId: string, day: string, revenueMinor: number) => ({
      id: uuidv7(),
      day,
      revenueMinor,
      currency: 'USD',
      ownerId,
      line: 'Pumps',
    });
    await deps.transact(operator, (work) =>
      postSales(work, [
        sale(ann.id, '2026-01-10', 6_000_000),
        sale(ann.id, '2026-03-02', 1_000_001),
        sale(oda.id, '2026-02-03', 7_000_000),
      ]),
    );
    const { body: pace } = await vera.call('GET', '/api/v1/pacing?by=rep');
    expect(pace).toMatchObject({ asOf: '2026-03-16', total: { target: 100_000_000, actual: 14_000_001 } });
    for (const key of ['target', 'planToDate', 'actual'])
      expect(sum(pace.rows.map((row: Record<string, number>) => row[key]))).toBeCloseTo(pace.total[key], -1);
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
    const own = (await ann.call('GET', '/api/v1/pacing?by=rep')).body;
    expect(own.rows.map((row: { name: string }) => row.name)).toEqual(['Ann']);
    expect(own.total.actual).toBe(7_000_001);
    expect((await ann.call('GET', `/api/v1/pacing/why?by=rep&id=${oda.id}&figure=actual`)).status).toBe(404);
  });
});
