import { evaluate, isConstant, leavesOf, type Why } from '@milepost/core/explain/why';
import { afterEach, expect, it } from 'vitest';
import { describeEachDialect } from '../../db/testing.ts';
import { uuidv7 } from '../../ids.ts';
import { closeTestHouses, openTestHouse, type TestHouse } from '../../testing-house.ts';
import { makeTarget } from '../../testing-targets.ts';

type Row = { id: string; name: string; total: number; left: number; months: number[]; assumed: number };
const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
const setTerm = async ({ vera }: TestHouse, id: string, terms: object) => {
  const { version } = (await vera.call('GET', `/api/v1/people/${id}`)).body;
  return vera.call('PATCH', `/api/v1/people/${id}`, terms, { 'if-match': String(version) });
};
const joinsInJuly = { startsOn: '2026-07-01', ramp: [0.25, 0.5, 0.75] };

describeEachDialect('capacity', (open) => {
  afterEach(closeTestHouses);

  it('is working days less leave, by full time and ramp, and every figure recomputes from its records', async () => {
    const house = await openTestHouse(open);
    const { vera, ann, ben, max } = house;
    await setTerm(house, ann.id, { fte: 0.5, sellingHours: 6 });
    await setTerm(house, ben.id, { fte: 1, ...joinsInJuly });
    const leave = { id: uuidv7(), personId: ann.id, kind: 'holiday', from: '2026-02-02', to: '2026-02-03' };
    await ann.call('POST', '/api/v1/leave', leave);
    const { body } = await vera.call('GET', '/api/v1/capacity');
    const row = (name: string): Row => body.rows.find((one: Row) => one.name === name);
    // February 2026 has 20 working days, July 23; Oda has no terms and counts as full time at 8 hours.
    expect(row('Ann').months[1]).toBeCloseTo(0.5 * 6 * 18, 9);
    expect(row('Ben').months.slice(5, 7)).toEqual([0, 0.25 * 8 * 23]);
    expect(row('Oda')).toMatchObject({ assumed: 1, leaveDays: 0 });
    expect(body.total).toMatchObject({ people: 3, assumed: 1, leaveDays: 2 });
    for (const by of ['rep', 'team']) {
      const { rows, total } = (await vera.call('GET', `/api/v1/capacity?by=${by}`)).body;
      for (const key of ['total', 'left'] as const)
        expect(sum(rows.map((one: Row) => one[key])), `${key} by ${by}`).toBeCloseTo(total[key], 6);
    }
    for (const [query, value] of [
      [`figure=total&id=${ann.id}`, row('Ann').total],
      [`figure=left&id=${ann.id}`, row('Ann').left],
      [`figure=month&month=7&id=${ben.id}`, row('Ben').months[6]],
      [`figure=total`, body.total.total],
    ] as const) {
      const { why } = (await vera.call<{ why: Why }>('GET', `/api/v1/capacity/why?${query}`)).body;
      expect(evaluate(why), query).toBe(value);
      expect(isConstant(why)).toBe(false);
    }
    const { why } = (await vera.call<{ why: Why }>('GET', `/api/v1/capacity/why?figure=total&id=${ann.id}`)).body;
    expect(leavesOf(why).some(({ kind, id }) => kind === 'leave' && id === leave.id)).toBe(true);
    expect((await max.call('GET', '/api/v1/capacity')).body.rows.map(({ name }: Row) => name)).toEqual(['Ann', 'Ben']);
  });

  it('shares a target out where nothing else is chosen: who joins in July with a ramp gets 27.27 % of two', async () => {
    const house = await openTestHouse(open);
    const { vera, ann, ben, oda } = house;
    await setTerm(house, ben.id, { fte: 1, ...joinsInJuly });
    await setTerm(house, oda.id, { endsOn: '2025-12-31', isActive: false });
    const partsOf = async () => {
      const { plan } = (
        await vera.call('GET', `/api/v1/targets/${await makeTarget(house, { persons: undefined })}/grid`)
      ).body;
      const at = plan.persons.indexOf(ben.id);
      const months = Array.from({ length: 12 }, (_, month) =>
        sum(plan.lines.map((_line: string, line: number) => plan.leaves[(at * plan.lines.length + line) * 12 + month])),
      );
      return { persons: plan.persons, months, year: sum(months), all: sum(plan.leaves) };
    };
    const byCapacity = await partsOf();
    expect(byCapacity.persons).toEqual([ann.id, ben.id].sort());
    expect(byCapacity).toMatchObject({ year: 27_272_727, all: 100_000_000 });
    expect(byCapacity.months.slice(0, 6)).toEqual([0, 0, 0, 0, 0, 0]);
    const { version } = (await vera.call('GET', '/api/v1/organisation')).body;
    const policy = { proRata: 'calendar-days' };
    await vera.call('PATCH', '/api/v1/organisation/settings', policy, { 'if-match': String(version) });
    expect((await partsOf()).year).toBe(33_333_333);
  });

  it('shares alike where all are there alike, as before there were terms', async () => {
    const house = await openTestHouse(open);
    const id = await makeTarget(house, { persons: undefined });
    const { plan } = (await house.vera.call('GET', `/api/v1/targets/${id}/grid`)).body;
    expect(plan.shape.personMonths).toBeNull();
    expect(plan.agreed.persons).toEqual([33_333_334, 33_333_333, 33_333_333]);
  });

  it('of others stays theirs: terms, hours, history; terms that cannot be are refused, and nothing happened', async () => {
    const house = await openTestHouse(open);
    const { vera, ann, oda } = house;
    await setTerm(house, ann.id, { fte: 0.5, ...joinsInJuly });
    expect((await oda.call('GET', `/api/v1/people/${ann.id}`)).body).toMatchObject({ fte: null, ramp: [] });
    expect((await ann.call('GET', `/api/v1/people/${ann.id}`)).body).toMatchObject({
      fte: 0.5,
      ramp: joinsInJuly.ramp,
    });
    expect((await oda.call('GET', '/api/v1/capacity')).body.rows.map(({ name }: Row) => name)).toEqual(['Oda']);
    const refusals = [
      await oda.call('GET', `/api/v1/capacity/why?figure=total&id=${ann.id}`),
      await oda.call('GET', `/api/v1/changes?subject=person&recordId=${ann.id}`),
      await setTerm(house, ann.id, { endsOn: '2026-06-30' }),
      await setTerm(house, ann.id, { fte: 1.1 }),
      await oda.call('PATCH', `/api/v1/people/${oda.id}`, { fte: 1 }, { 'if-match': '1' }),
    ];
    expect(refusals.map(({ body }) => body.code)).toEqual([
      'not-found',
      'not-found',
      'invalid-input',
      'invalid-input',
      'not-allowed',
    ]);
    expect((await vera.call('GET', `/api/v1/people/${ann.id}`)).body).toMatchObject({
      version: 2,
      fte: 0.5,
      endsOn: null,
    });
  });
});
