import type { Standing, StandingsView } from '@milepost/contract/scorecard';
import { evaluate, isConstant, misstated } from '@milepost/core/explain/why';
import { afterEach, expect, it } from 'vitest';
import { describeEachDialect } from '../../db/testing.ts';
import { uuidv7 } from '../../ids.ts';
import { type CastMember, closeTestHouses, openTestHouse, type TestHouse } from '../../testing-house.ts';
import { someSales } from '../../testing-sales.ts';
import { makeTarget } from '../../testing-targets.ts';

const path = '/api/v1/scorecards';
const part = (measure: string, weightBp: number) => ({ measure, weightBp });
const card = (more: object) => ({
  ...{ id: uuidv7(), name: 'Reps 2026', role: 'rep', validFrom: '2026-01-01' },
  parts: [part('revenue', 6000), part('margin', 1000), part('collected', 3000)],
  ...more,
});
const standings = async (who: CastMember, query = ''): Promise<StandingsView> =>
  (await who.call('GET', `/api/v1/scorecard-standings?${query}`)).body;
const of = (view: StandingsView, name: string) => view.rows.find(({ person }) => person.name === name) as Standing;

/** Revenue, margin and cash of 2026 are published: 3,000, 300 and 30.00 of each rep. */
async function publishedTargets(house: TestHouse) {
  for (const [measure, totalMinor] of [
    ['revenue', 9000],
    ['margin', 900],
    ['collected', 9000],
  ] as const) {
    const more = { measure, totalMinor, lines: undefined, segments: undefined };
    const id = await makeTarget(house, more);
    await house.vera.call('POST', `/api/v1/targets/${id}/publish`, { reason: 'agreed' }, { 'if-match': '1' });
  }
}

describeEachDialect('the scorecard (T3, K3)', (open) => {
  afterEach(closeTestHouses);

  it('weighs what each rep attained, collections among it, and every figure opens', async () => {
    const house = await openTestHouse(open);
    const { vera, max, ann } = house;
    await someSales(house);
    await publishedTargets(house);
    expect((await vera.call('POST', path, card({}))).status).toBe(201);
    const view = await standings(vera);
    expect(view).toMatchObject({ from: '2026-01-01', to: '2026-12-31', without: 2 });
    // 1,384 of 3,000; 400 of 300, which counts up to 120 %; nothing of 30.00.
    const own = of(view, 'Ann');
    expect(own.parts.map(({ actual, target }) => [actual, target])).toEqual([
      [1384, 3000],
      [400, 300],
      [0, 3000],
    ]);
    expect(own.totalRatio).toBeCloseTo(0.6 * (1384 / 3000) + 0.1 * 1.2, 12);
    expect((await standings(max)).rows.map(({ person }) => person.name)).toEqual(['Ann', 'Ben']);
    expect((await standings(ann)).rows.map(({ person }) => person.name)).toEqual(['Ann']);
    const why = async (query: string) =>
      (await ann.call('GET', `/api/v1/scorecard-standings/${ann.id}/why?${query}`)).body.why;
    const total = await why('figure=total');
    expect(total.value).toBe(own.totalRatio);
    for (const { measure, ...shown } of own.parts)
      for (const [figure, value] of [
        ['actual', shown.actual],
        ['target', shown.target],
        ['attainment', shown.attainmentRatio],
        ['contribution', shown.contributionRatio],
      ] as const) {
        const told = await why(`figure=${figure}&measure=${measure}`);
        expect(told.value).toBe(value);
        expect(evaluate(told)).toBe(value);
        expect(misstated(told)).toEqual([]);
        expect(isConstant(told)).toBe(false);
      }
  });

  it('is open between bounds while a part has no target or no result, and says which', async () => {
    const house = await openTestHouse(open);
    const { vera, ann } = house;
    await someSales(house);
    await publishedTargets(house);
    const rates = [{ holder: { kind: 'all' }, period: 'year', shareRatio: 0.9 }];
    const rate = { id: uuidv7(), name: 'Paid in time', measure: 'collectedWithin', fiscalYear: 2026, rates };
    await vera.call('POST', '/api/v1/rate-targets', rate);
    await vera.call('POST', `/api/v1/targets/${rate.id}/publish`, { reason: 'agreed' }, { 'if-match': '1' });
    const parts = [part('revenue', 5000), part('collectedWithin', 3000), part('newCustomers', 2000)];
    await vera.call('POST', path, card({ parts }));
    const own = of(await standings(ann), 'Ann');
    expect(own).toMatchObject({ totalRatio: null, openBp: 5000 });
    expect(own.parts.map(({ open: reason }) => reason)).toEqual([null, 'no-result', 'no-target']);
    expect(own.low).toBeCloseTo(0.5 * (1384 / 3000), 12);
    expect(own.high).toBeCloseTo(0.5 * (1384 / 3000) + 0.5 * 1.2, 12);
    for (const figure of ['low', 'high'] as const) {
      const { why } = (await ann.call('GET', `/api/v1/scorecard-standings/${ann.id}/why?figure=${figure}`)).body;
      expect(evaluate(why)).toBe(own[figure]);
    }
    const unknown = await ann.call('GET', `/api/v1/scorecard-standings/${ann.id}/why?figure=total`);
    expect(unknown.body.code).toBe('not-found');
  });

  it('holds from day to day: one’s own before that of one’s role, in a quarter as in the year', async () => {
    const house = await openTestHouse(open);
    const { vera, max, ann } = house;
    await someSales(house);
    await publishedTargets(house);
    await vera.call('POST', path, card({ validTo: '2026-06-30' }));
    await vera.call('POST', path, card({ name: 'Second half', validFrom: '2026-07-01' }));
    const own = card({ name: 'Ann in spring', role: null, personId: ann.id, validTo: '2026-03-31' });
    expect((await max.call('POST', path, own)).body).toMatchObject({ person: { name: 'Ann' }, canEdit: true });
    const nameOn = async (on: string, who: string) => of(await standings(vera, `on=${on}`), who).scorecard?.name;
    expect(await nameOn('2026-03-31', 'Ann')).toBe('Ann in spring');
    expect(await nameOn('2026-03-31', 'Ben')).toBe('Reps 2026');
    expect(await nameOn('2026-04-01', 'Ann')).toBe('Reps 2026');
    expect(await nameOn('2026-07-01', 'Ann')).toBe('Second half');
    const quarter = await standings(ann, 'on=2026-02-01&period=quarter');
    expect(quarter).toMatchObject({ from: '2026-01-01', to: '2026-03-31' });
    expect(of(quarter, 'Ann').parts[0]).toMatchObject({ measure: 'revenue', actual: 1384, target: 750 });
    expect(await standings(ann, 'on=2026-02-01&period=month')).toMatchObject({ from: '2026-02-01', to: '2026-02-28' });
  });

  it('is refused when weights miss 100 %, days overlap or somebody else is to say, and nothing happened', async () => {
    const house = await openTestHouse(open);
    const { vera, max, ann, ben, oda } = house;
    const first = card({});
    await vera.call('POST', path, first);
    await max.call('POST', path, card({ role: null, personId: ann.id }));
    const short = await vera.call('POST', path, card({ role: 'manager', parts: [part('revenue', 9000)] }));
    expect(short.body).toMatchObject({ code: 'scorecard-weights', issues: [{ value: '1000' }] });
    const refusals = [
      await vera.call('POST', path, card({ validFrom: '2026-09-01' })),
      await vera.call('POST', path, card({ role: 'manager', personId: ann.id })),
      await vera.call('POST', path, card({ role: 'manager', validTo: '2025-12-31' })),
      await max.call('POST', path, card({ role: 'manager' })),
      await max.call('POST', path, card({ role: null, personId: oda.id })),
      await ann.call('POST', path, card({ role: null, personId: ann.id })),
      await max.call('PATCH', `${path}/${first.id}`, { name: 'Mine' }, { 'if-match': '1' }),
      await vera.call('PATCH', `${path}/${first.id}`, { parts: [part('revenue', 1)] }, { 'if-match': '1' }),
      await vera.call('PATCH', `${path}/${first.id}`, { name: 'Late' }, { 'if-match': '7' }),
      await ben.call('GET', `/api/v1/scorecard-standings/${ann.id}/why?figure=low`),
    ];
    expect(refusals.map(({ body }) => body.code)).toEqual([
      'scorecard-overlap',
      'invalid-input',
      'invalid-input',
      'not-allowed',
      'owner-unknown',
      'not-allowed',
      'not-allowed',
      'scorecard-weights',
      'version-clash',
      'not-found',
    ]);
    expect((await vera.call('GET', `${path}?count=1`)).body.total).toBe(2);
    expect((await oda.call('GET', `${path}?count=1`)).body.total).toBe(0);
    expect((await vera.call('GET', `${path}/${first.id}`)).body).toMatchObject({ version: 1, name: 'Reps 2026' });
  });
});
