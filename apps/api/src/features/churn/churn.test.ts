import { evaluate, isConstant, type Why } from '@milepost/core/explain/why';
import { afterEach, expect, it } from 'vitest';
import { describeEachDialect } from '../../db/testing.ts';
import { uuidv7 } from '../../ids.ts';
import { type CastMember, closeTestHouses, openTestHouse, type TestHouse } from '../../testing-house.ts';
import { openChurnAlerts } from './open-alerts-job.ts';
import { customerOf } from './testing-churn.ts';

const path = '/api/v1/churn-alerts';
const regular = { everyDays: 10, times: 9 };
const silent = { ...regular, last: '2026-01-20' };
const open = [{ field: 'status', op: 'is', value: 'open' }];
const openAlerts = async (who: CastMember) =>
  (await who.call('GET', `${path}?filter=${encodeURIComponent(JSON.stringify(open))}`)).body.items;
const night = ({ deps, operator }: TestHouse) => openChurnAlerts(deps, operator);
const template = {
  name: 'Visit with a trial order',
  offer: 'A trial order at the price of last year',
  costMinor: 100_00,
  steps: [
    { name: 'Call the buyer', kind: 'call', afterDays: 0 },
    { name: 'Visit with the offer', kind: 'visit', afterDays: 5 },
  ],
};
const plan = (alertId: string, more: Record<string, unknown> = {}) => ({
  ...{ id: uuidv7(), alertId, offer: template.offer, costMinor: 100_00, dueOn: '2026-04-15' },
  steps: [
    { id: uuidv7(), name: 'Call the buyer', kind: 'call', dueOn: '2026-03-16' },
    { id: uuidv7(), name: 'Visit with the offer', kind: 'visit', dueOn: '2026-03-23' },
  ],
  ...more,
});

describeEachDialect('warnings that customers may leave (R1)', (dialect) => {
  afterEach(closeTestHouses);

  it('open one alert for a customer who is silent beyond their own rhythm, with its words', async () => {
    const house = await openTestHouse(dialect);
    const { ann, max, oda } = house;
    const accountId = await customerOf(house, ann, { name: 'Huaxin', ...silent });
    await customerOf(house, ann, { name: 'Konex', ...regular, last: '2026-03-12' });
    expect(await night(house)).toEqual({ learnt: 1, opened: 1, closed: 0 });
    expect(await night(house)).toEqual({ learnt: 0, opened: 0, closed: 0 });
    const [alert] = await openAlerts(ann);
    expect(alert).toMatchObject({
      ...{ account: { name: 'Huaxin' }, owner: { name: 'Ann' }, openedOn: '2026-03-16', signs: ['silence'] },
      facts: { alive: null, purchases: 9, lastOn: '2026-01-20', silence: { medianGap: 10, silentDays: 55 } },
      winBack: null,
    });
    expect(await openAlerts(max)).toHaveLength(1);
    expect(await openAlerts(oda)).toEqual([]);
    const health = (await ann.call('GET', `/api/v1/accounts/${accountId}/health`)).body;
    expect(health).toMatchObject({
      ...{ score: alert.score, alert: { id: alert.id }, model: { customers: 2, kind: null } },
      causes: [{ sign: 'silence', most: 25, isSign: true }],
    });
    const { why } = (await ann.call<{ why: Why }>('GET', `/api/v1/accounts/${accountId}/health/why`)).body;
    expect([evaluate(why), isConstant(why)]).toEqual([health.score, false]);
    const refused = [
      await oda.call('GET', `${path}/${alert.id}`),
      await oda.call('GET', `/api/v1/accounts/${accountId}/health`),
      await oda.call('GET', `${path}/${alert.id}/choices`),
      await oda.call('POST', '/api/v1/win-backs', plan(alert.id)),
    ];
    expect(refused.map(({ body }) => body.code)).toEqual(['not-found', 'not-found', 'not-found', 'reference-unknown']);
    expect((await ann.call('GET', '/api/v1/win-backs')).body.items).toEqual([]);
  });

  it('follow an account to its new owner', async () => {
    const house = await openTestHouse(dialect);
    const { ann, ben, max } = house;
    const accountId = await customerOf(house, ann, { name: 'Huaxin', ...silent });
    await night(house);
    await max.call('PATCH', `/api/v1/accounts/${accountId}`, { ownerId: ben.id }, { 'if-match': '1' });
    expect([await openAlerts(ann), (await openAlerts(ben)).length]).toEqual([[], 1]);
  });

  it('end in a plan: its steps arrive in Today, its outcome settles the warning and is told of the template', async () => {
    const house = await openTestHouse(dialect);
    const { ann, ben, max } = house;
    await customerOf(house, ann, { name: 'Huaxin', ...silent });
    await night(house);
    const [alert] = await openAlerts(ann);
    const templateId = uuidv7();
    expect((await ann.call('POST', '/api/v1/win-back-templates', { id: templateId, ...template })).status).toBe(403);
    expect((await max.call('POST', '/api/v1/win-back-templates', { id: templateId, ...template })).status).toBe(201);
    const asked = plan(alert.id, { templateId });
    const begun = await max.call('POST', '/api/v1/win-backs', asked);
    expect(begun.body).toMatchObject({
      ...{ status: 'running', answerable: { name: 'Ann' }, template: { id: templateId }, begunOn: '2026-03-16' },
      steps: [
        { name: 'Call the buyer', isDone: false, dueOn: '2026-03-16', person: { name: 'Ann' } },
        { name: 'Visit with the offer', isDone: false },
      ],
    });
    expect((await max.call('POST', '/api/v1/win-backs', asked)).status).toBe(200);
    expect((await ann.call('POST', '/api/v1/win-backs', plan(alert.id))).body.code).toBe('win-back-running');
    const { lanes } = (await ann.call('GET', '/api/v1/today')).body;
    const urgent = lanes.find(({ lane }: { lane: string }) => lane === 'urgent');
    expect(urgent.rows.map(({ name }: { name: string }) => name)).toContain('Call the buyer');
    // Recovered or not: while its plan runs, a warning stays.
    expect(await night(house)).toMatchObject({ opened: 0, closed: 0 });
    const ended = { status: 'won-back', note: 'Ordered again after the visit' };
    const outcome = `/api/v1/win-backs/${asked.id}/outcome`;
    expect((await ben.call('POST', outcome, ended, { 'if-match': '1' })).body.code).toBe('not-found');
    expect((await ann.call('POST', outcome, ended, { 'if-match': '7' })).status).toBe(412);
    expect((await ann.call('POST', outcome, ended, { 'if-match': '1' })).body).toMatchObject({
      ...{ status: 'won-back', closedOn: '2026-03-16', note: ended.note },
    });
    expect((await ann.call('POST', outcome, ended, { 'if-match': '2' })).body.code).toBe('win-back-ended');
    expect(await openAlerts(ann)).toEqual([]);
    expect((await ann.call('GET', `${path}/${alert.id}`)).body).toMatchObject({ ending: 'settled' });
    expect((await ann.call('GET', `${path}/${alert.id}/choices`)).body).toMatchObject({
      untreated: { stayed: 0, count: 0 },
      items: [{ template: { id: templateId }, treated: { stayed: 1, count: 1 }, lift: null, expectedMinor: null }],
    });
    expect((await ann.call('POST', '/api/v1/win-backs', plan(alert.id))).body.code).toBe('alert-closed');
  });

  it('give way to what somebody says with a reason until a day, however often they are reckoned anew', async () => {
    const house = await openTestHouse(dialect);
    const { ann, oda } = house;
    const accountId = await customerOf(house, ann, { name: 'Huaxin', ...silent });
    await night(house);
    const said = { id: uuidv7(), accountId, verdict: 'safe', reason: 'Their works are closed', untilDay: '2026-04-30' };
    expect((await oda.call('POST', '/api/v1/churn-overrides', said)).body.code).toBe('reference-unknown');
    const late = { ...said, untilDay: '2026-03-15' };
    expect((await ann.call('POST', '/api/v1/churn-overrides', late)).body.code).toBe('invalid-input');
    expect((await ann.call('POST', '/api/v1/churn-overrides', said)).body).toMatchObject({ isInForce: true });
    expect(await openAlerts(ann)).toEqual([]);
    expect(await night(house)).toMatchObject({ opened: 0 });
    const later = (day: string) => ({ ...house.deps, clock: { ...house.deps.clock, today: () => day } });
    // The cool-down is over and the override is not.
    expect(await openChurnAlerts(later('2026-04-30'), house.operator)).toMatchObject({ opened: 0 });
    expect(await openChurnAlerts(later('2026-05-01'), house.operator)).toMatchObject({ opened: 1 });
    const danger = { ...said, id: uuidv7(), verdict: 'danger', untilDay: '2026-12-31' };
    const konex = await customerOf(house, ann, { name: 'Konex', ...regular, last: '2026-03-12' });
    await ann.call('POST', '/api/v1/churn-overrides', { ...danger, accountId: konex });
    const named = (await openAlerts(ann)).map((one: { account: { name: string } }) => one.account.name);
    expect(named.sort()).toEqual(['Huaxin', 'Konex']);
  });

  it('tell how good they were, customer by customer, and of nobody else’s', async () => {
    const house = await openTestHouse(dialect);
    const { ann, oda } = house;
    await customerOf(house, ann, { name: 'Huaxin', ...silent });
    await night(house);
    // Half a year of silence: lost, and warned of before.
    house.deps.clock = { ...house.deps.clock, today: () => '2026-07-25' };
    expect(await night(house)).toMatchObject({ closed: 1 });
    await customerOf(house, ann, { name: 'Konex', ...regular, last: '2026-01-21' });
    const { body } = await ann.call('GET', '/api/v1/churn/record?month=2026-07');
    expect(body).toMatchObject({
      ...{ opened: 0, closed: 1, openNow: 0, lostAfterDays: 180 },
      ofMonth: { caught: { num: 1, den: 2, ratio: 0.5 }, missed: { num: 1, den: 2 }, right: { num: 1, den: 1 } },
    });
    expect(body.months.at(-1)).toEqual({ month: '2026-07', opened: 0, lost: 2, caught: 1 });
    const why = await ann.call<{ why: Why }>('GET', '/api/v1/churn/record/why?month=2026-07&figure=caught');
    expect([evaluate(why.body.why), isConstant(why.body.why)]).toEqual([0.5, false]);
    expect((await oda.call('GET', '/api/v1/churn/record?month=2026-07')).body.ofMonth.caught).toMatchObject({
      ...{ den: 0, ratio: null },
    });
    expect((await oda.call('GET', '/api/v1/churn/record/why?month=2026-07&figure=caught')).status).toBe(404);
  });

  it('look at contracts that come to an end, by how renewals went before', async () => {
    const house = await openTestHouse(dialect);
    const { ann } = house;
    const accountId = await customerOf(house, ann, { name: 'Huaxin', ...regular, last: '2026-03-12' });
    for (let at = 0; at < 12; at += 1) {
      const outcome = at < 5 ? 'renewed' : 'ended';
      const renewal = { id: uuidv7(), accountId, name: `Service ${at}`, endsOn: '2025-12-31', outcome };
      expect((await ann.call('POST', '/api/v1/renewals', renewal)).body).toMatchObject({ decidedOn: '2026-03-16' });
    }
    const next = { id: uuidv7(), accountId, name: 'Service', endsOn: '2026-05-31' };
    await ann.call('POST', '/api/v1/renewals', next);
    await night(house);
    const [alert] = await openAlerts(ann);
    expect(alert).toMatchObject({ signs: ['renewal'], facts: { renewal: { renewed: 5, decided: 12 } } });
  });

  it('have thresholds that administrators set, and a clash is told with what stands', async () => {
    const house = await openTestHouse(dialect);
    const { ann, vera } = house;
    await customerOf(house, ann, { name: 'Huaxin', ...silent });
    const settings = '/api/v1/churn/settings';
    expect((await ann.call('PATCH', settings, { unlikelySilence: null }, { 'if-match': '0' })).status).toBe(403);
    const changed = await vera.call('PATCH', settings, { unlikelySilence: null }, { 'if-match': '0' });
    expect(changed.body).toMatchObject({ version: 1, unlikelySilence: null, leastAlive: 0.5 });
    const clash = await vera.call('PATCH', settings, { margin: 0.2 }, { 'if-match': '0' });
    expect([clash.status, clash.body.current.version]).toEqual([412, 1]);
    expect(await night(house)).toMatchObject({ opened: 0 });
  });
});
