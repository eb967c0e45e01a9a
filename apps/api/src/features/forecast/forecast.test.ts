import type { ForecastRow, ForecastView, MovementView } from '@milepost/contract/forecast';
import { toDay, toIso } from '@milepost/core/calendar/civil-day';
import { evaluate, isConstant } from '@milepost/core/explain/why';
import { afterEach, expect, it } from 'vitest';
import { describeEachDialect } from '../../db/testing.ts';
import { uuidv7 } from '../../ids.ts';
import { runJob } from '../../jobs/run-job.ts';
import { type CastMember, closeTestHouses, openTestHouse, type TestHouse } from '../../testing-house.ts';
import { change, opportunitiesPath, setToday, stagesOf } from '../../testing-opportunities.ts';
import { postSales } from '../sales/posting-store.ts';
import { snapshotPipeline } from './snapshot-pipeline.ts';

const path = '/api/v1/forecast';
const quarter = { from: '2026-01-01', to: '2026-03-31' };
const forecastOf = async (who: CastMember, query = '') =>
  (await who.call<ForecastView>('GET', `${path}?${query}`)).body;
const rowOf = ({ rows }: ForecastView, { id }: CastMember) => rows.find(({ scopeId }) => scopeId === id) as ForecastRow;

/** A sale a week of each seller for eighteen months, up to the day before. */
async function sell({ deps, operator }: TestHouse, sellers: readonly CastMember[], currency = 'USD') {
  const last = toDay('2026-03-15');
  await deps.transact(operator, (work) =>
    postSales(
      work,
      sellers.flatMap(({ id: ownerId }, nth) =>
        Array.from({ length: 78 }, (_, week) => ({
          id: uuidv7(),
          day: toIso(last - 7 * week),
          revenueMinor: 10_000 + ((week * 37) % 11) * 300 + nth,
          currency,
          ownerId,
        })),
      ),
    ),
  );
}

async function deal(who: CastMember, name: string, more: Record<string, unknown>) {
  const made = await who.call('POST', opportunitiesPath, { id: uuidv7(), name, ...more });
  expect(made.status).toBe(201);
  return made.body.id as string;
}

describeEachDialect('the forecast (E8)', (open) => {
  afterEach(closeTestHouses);

  it('stands beside books and categories by rep and team, and every figure opens', async () => {
    const house = await openTestHouse(open);
    const { ann, ben, max, oda } = house;
    const { Prospecting, Proposal, Negotiation } = await stagesOf(house);
    await sell(house, [ann, ben, oda]);
    await deal(ann, 'Sure', { stageId: Negotiation, amountMinor: 50_000, expectedCloseOn: '2026-03-20' });
    await deal(ann, 'Late', { stageId: Proposal, amountMinor: 7_000, expectedCloseOn: '2026-03-01' });
    await deal(ann, 'Unsaid', { stageId: Proposal, amountMinor: null, expectedCloseOn: '2026-03-25' });
    await deal(ann, 'Next quarter', { stageId: Negotiation, amountMinor: 900, expectedCloseOn: '2026-04-02' });
    const hers = await deal(ben, 'Chosen', { stageId: Prospecting, amountMinor: 3_000, expectedCloseOn: '2026-03-31' });
    await deal(oda, 'West', { stageId: Negotiation, amountMinor: 11_111, expectedCloseOn: '2026-03-30' });
    await change(ben, hers, { forecastCategory: 'best' });
    const seen = await forecastOf(max);
    expect(seen).toMatchObject({ ...quarter, asOf: '2026-03-16', currency: 'USD', overdue: 1, withoutCloseDay: 0 });
    expect(seen.rows.map(({ name }) => name)).toEqual(['Ann', 'Ben']);
    expect(rowOf(seen, ann)).toMatchObject({
      commit: { amount: 50_000, count: 1 },
      best: { amount: 7_000, count: 2, withoutAmount: 1 },
      pipeline: { amount: 0, count: 0 },
      mayOverride: true,
      maySubmit: false,
    });
    expect(rowOf(seen, ben)).toMatchObject({ best: { amount: 3_000, count: 1 } });
    const { total } = seen;
    expect(total.closed).toBe(rowOf(seen, ann).closed + rowOf(seen, ben).closed);
    expect(total.bestForecast).toBe(total.closed + 60_000);
    const { model } = total;
    if (model === null) throw new Error('There are sales.');
    expect(model).toMatchObject({ calibration: 'calibrated', conf: 0.8 });
    expect(model.candidates[0]).toMatchObject({ method: model.method, value: model.value });
    expect(model.low).toBeLessThanOrEqual(model.value);
    expect(model.value).toBeGreaterThan(total.closed);
    expect(model.track.length).toBeGreaterThan(12);
    expect(model.coverage).toBeGreaterThan(0.6);
    for (const row of [total, ...seen.rows])
      for (const figure of ['closed', 'commit', 'best', 'commitForecast', 'bestForecast', 'forecast', 'low', 'high']) {
        const asked = `${path}/why?figure=${figure}&scopeKind=${row.scopeKind}&scopeId=${row.scopeId}`;
        const { why } = (await max.call('GET', asked)).body;
        expect(evaluate(why)).toBe(why.value);
        expect(isConstant(why)).toBe(false);
        const shown = { ...row, commit: row.commit.amount, best: row.best.amount, forecast: row.model?.value };
        const { low, high } = row.model ?? {};
        expect(why.value).toBe(({ ...shown, low, high } as Record<string, unknown>)[figure]);
      }
    const teams = await forecastOf(max, 'by=team');
    expect(teams.rows.map(({ name }) => name)).toEqual(['East']);
    const own = await forecastOf(ann);
    expect(own.total).toMatchObject({ scopeKind: 'person', scopeId: ann.id, commit: { amount: 50_000 } });
    expect(own.rows).toHaveLength(1);
    expect((await forecastOf(oda)).total.commit.amount).toBe(11_111);
    const year = await forecastOf(max, 'period=year');
    expect(year.total.commit.amount).toBe(50_900);
    expect((await forecastOf(max, 'on=2026-05-01')).total).toMatchObject({ model: null, commit: { amount: 900 } });
  });

  it('takes a number of a manager beside the model, and one that a rep stands for, which goes stale when a deal moves', async () => {
    const house = await openTestHouse(open);
    const { ann, max } = house;
    const { Negotiation } = await stagesOf(house);
    await sell(house, [ann]);
    const first = await deal(ann, 'First', { stageId: Negotiation, amountMinor: 500, expectedCloseOn: '2026-03-20' });
    await deal(ann, 'Second', { stageId: Negotiation, amountMinor: 700, expectedCloseOn: '2026-03-21' });
    const number = { scopeKind: 'person', scopeId: ann.id, ...quarter, amountMinor: 123_456 };
    const id = uuidv7();
    const made = await max.call('POST', '/api/v1/forecast-overrides', { id, ...number, reason: 'Knows the buyer' });
    expect(made).toMatchObject({ status: 201, body: { reason: 'Knows the buyer', owner: { name: 'Max' } } });
    const submitted = { id: uuidv7(), ...number, amountMinor: 1200, note: 'Both will come' };
    expect(await ann.call('POST', `${path}/submissions`, submitted)).toMatchObject({
      status: 201,
      body: { dealCount: 2, moved: [], person: { name: 'Ann' } },
    });
    const before = rowOf(await forecastOf(max), ann);
    expect(before).toMatchObject({ override: { amountMinor: 123_456 }, submission: { amountMinor: 1200, moved: [] } });
    expect(before.model?.value).not.toBe(123_456);
    await deal(ann, 'Came later', { stageId: Negotiation, amountMinor: 9, expectedCloseOn: '2026-03-22' });
    expect(rowOf(await forecastOf(max), ann).submission?.moved).toEqual([]);
    await change(ann, first, { amountMinor: 600, expectedCloseOn: '2026-04-20' });
    expect(rowOf(await forecastOf(max), ann).submission?.moved).toEqual([
      { deal: { id: first, name: 'First' }, kind: 'changed', fields: ['amount', 'closeOn'] },
    ]);
    const patched = await max.call(
      'PATCH',
      `/api/v1/forecast-overrides/${id}`,
      { amountMinor: 9 },
      { 'if-match': '1' },
    );
    expect(patched.body).toMatchObject({ version: 2, amountMinor: 9 });
    const clash = await max.call('PATCH', `/api/v1/forecast-overrides/${id}`, { amountMinor: 8 }, { 'if-match': '1' });
    expect(clash).toMatchObject({ status: 412, body: { current: { amountMinor: 9 } } });
    expect((await forecastOf(ann)).total.override).toMatchObject({ amountMinor: 9 });
    await max.call('POST', `/api/v1/forecast-overrides/${id}/archive`, undefined, { 'if-match': '2' });
    expect((await forecastOf(ann)).total.override).toBeNull();
  });

  it('tells week by week what moved the pipeline, deal by deal', async () => {
    const house = await openTestHouse(open);
    const { ann, ben, max, oda, deps, orgId } = house;
    const { Prospecting, Negotiation, Won, Lost } = await stagesOf(house);
    const promised = { stageId: Negotiation, expectedCloseOn: '2026-03-30' };
    const names = ['won', 'lost', 'pushed', 'grown', 'given'] as const;
    const ids = {} as Record<(typeof names)[number], string>;
    for (const [at, name] of names.entries())
      ids[name] = await deal(ann, name, { ...promised, amountMinor: 100 * (at + 1) });
    expect((await max.call<MovementView>('GET', `${path}/movement`)).body).toMatchObject({ since: null, kinds: [] });
    setToday(house, '2026-03-15');
    expect(await runJob(deps, snapshotPipeline, orgId)).toMatchObject({ outcome: 'done', counts: '{"deals":5}' });
    expect(await runJob(deps, snapshotPipeline, orgId)).toMatchObject({ outcome: 'idle' });
    setToday(house, '2026-03-22');
    await change(ann, ids.won, { stageId: Won, closedOn: '2026-03-20', amountMinor: 130 });
    await change(ann, ids.lost, { stageId: Lost });
    await change(ann, ids.pushed, { expectedCloseOn: '2026-04-30' });
    await change(ann, ids.grown, { amountMinor: 444 });
    await change(max, ids.given, { ownerId: ben.id });
    await deal(ann, 'fresh', { stageId: Prospecting, amountMinor: 50, expectedCloseOn: '2026-03-31' });
    const movement = async (who: CastMember, query = '') =>
      (await who.call<MovementView>('GET', `${path}/movement?${query}`)).body;
    const amounts = ({ kinds }: MovementView) => Object.fromEntries(kinds.map(({ kind, amount }) => [kind, amount]));
    const all = await movement(max);
    expect(all).toMatchObject({ since: '2026-03-15', snapshots: ['2026-03-15'], start: 1500, end: 994 });
    expect(amounts(all)).toEqual({ new: 50, grown: 74, pushed: -300, won: -130, lost: -200 });
    expect(all.kinds.find(({ kind }) => kind === 'won')?.parts).toEqual([
      { deal: { id: ids.won, name: 'won' }, amount: -130 },
    ]);
    const hers = await movement(max, `scopeKind=person&scopeId=${ann.id}`);
    expect(hers.start + hers.kinds.reduce((sum, { amount }) => sum + amount, 0)).toBe(hers.end);
    expect(amounts(hers)).toMatchObject({ left: -500 });
    // What was given away is no longer in her sight: it left, and has no name.
    expect((await movement(ann)).kinds.find(({ kind }) => kind === 'left')?.parts).toEqual([
      { deal: null, amount: -500 },
    ]);
    for (const figure of ['start', 'end', 'new', 'won', 'grown']) {
      const { why } = (await max.call('GET', `${path}/movement/why?figure=${figure}`)).body;
      expect(why.value).toBe(figure === 'start' ? 1500 : figure === 'end' ? 994 : amounts(all)[figure]);
    }
    expect((await movement(oda)).kinds).toEqual([]);
    expect((await max.call('GET', `${path}/movement?since=2026-03-14`)).body.code).toBe('not-found');
  });

  it('withholds sums where a rate is missing, and adds at the rate of the day where there is one', async () => {
    const house = await openTestHouse(open);
    const { ann, vera } = house;
    const { Negotiation } = await stagesOf(house);
    await deal(ann, 'Euros', {
      stageId: Negotiation,
      amountMinor: 10_000,
      currency: 'EUR',
      expectedCloseOn: '2026-03-20',
    });
    expect((await ann.call('GET', path)).body).toMatchObject({ code: 'missing-rate' });
    const rate = { id: uuidv7(), kind: 'day', currency: 'EUR', day: '2026-03-10', rate: '1.25' };
    expect((await vera.call('POST', '/api/v1/rates', rate)).status).toBe(201);
    expect((await forecastOf(ann)).total.commit).toEqual({ amount: 12_500, count: 1, withoutAmount: 0 });
    expect((await forecastOf(ann)).total.model).toBeNull();
  });

  it('is said only by whom it concerns: refused numbers leave nothing', async () => {
    const house = await openTestHouse(open);
    const { ann, ben, max, oda, vera, teams } = house;
    await sell(house, [ann, oda]);
    const number = { scopeKind: 'person', scopeId: ann.id, ...quarter, amountMinor: 5 };
    const override = (who: CastMember, more: Record<string, unknown> = {}) =>
      who.call('POST', '/api/v1/forecast-overrides', { id: uuidv7(), ...number, reason: 'why not', ...more });
    const submit = (who: CastMember, more: Record<string, unknown> = {}) =>
      who.call('POST', `${path}/submissions`, { id: uuidv7(), ...number, ...more });
    const refusals = [
      await override(ann),
      await override(oda),
      await override(max, { scopeId: oda.id }),
      await override(max, { scopeKind: 'organisation', scopeId: '' }),
      await override(max, { scopeKind: 'team', scopeId: teams.west }),
      await override(max, { from: '2026-01-02' }),
      await override(max, { reason: ' ' }),
      await submit(ben),
      await submit(max),
      await submit(oda, { scopeKind: 'team', scopeId: teams.west }),
    ];
    expect(refusals.map(({ body }) => body.code)).toEqual([
      'not-allowed',
      'not-allowed',
      'not-found',
      'not-found',
      'not-found',
      'invalid-input',
      'invalid-input',
      'not-found',
      'not-allowed',
      'not-found',
    ]);
    for (const hidden of [
      `${path}/why?figure=closed&scopeKind=person&scopeId=${oda.id}`,
      `${path}/why?figure=closed&scopeKind=organisation`,
      `${path}/movement?scopeKind=person&scopeId=${oda.id}`,
    ])
      expect((await max.call('GET', hidden)).body.code).toBe('not-found');
    const everything = await forecastOf(vera);
    expect([everything.total, ...everything.rows].flatMap((row) => [row.override, row.submission])).toEqual(
      Array.from({ length: 2 * (everything.rows.length + 1) }, () => null),
    );
  });
});
