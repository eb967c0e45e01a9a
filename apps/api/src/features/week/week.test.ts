import { evaluate, isConstant, type Why } from '@milepost/core/explain/why';
import { afterEach, expect, it } from 'vitest';
import { describeEachDialect } from '../../db/testing.ts';
import { uuidv7 } from '../../ids.ts';
import { type CastMember, closeTestHouses, openTestHouse, type TestHouse } from '../../testing-house.ts';
import { instantOf } from '../../wall-time.ts';

type Day = { day: string; capacity: number; load: number; activities: { id: string }[]; proposals: Proposal[] };
type Proposal = { account: { id: string; name: string } };
const account = async (who: CastMember, name: string, cadence: { count: number; per: string }, region = 'North') => {
  const id = uuidv7();
  await who.call('POST', '/api/v1/accounts', { id, name, region });
  await who.call('PUT', `/api/v1/accounts/${id}/promise`, { cadence }, { 'if-match': '1' });
  return id;
};
const plan = (who: CastMember, onDay: string, more: object = {}) =>
  who.call('POST', '/api/v1/activities', {
    ...{ id: uuidv7(), kind: 'visit', onDay, isDone: false, subject: 'Visit' },
    ...more,
  });
const weekOf = async (who: CastMember, query = '') => (await who.call('GET', `/api/v1/week${query}`)).body;
const proposed = (week: { days: Day[] }) => week.days.flatMap(({ proposals }) => proposals);
const monthly = { count: 2, per: 'month' };

/** Twenty accounts twice a month for one person, who sells two hours a day. */
async function tooMuch({ vera, ann }: TestHouse) {
  const { version } = (await vera.call('GET', `/api/v1/people/${ann.id}`)).body;
  await vera.call('PATCH', `/api/v1/people/${ann.id}`, { sellingHours: 2 }, { 'if-match': String(version) });
  for (let at = 0; at < 20; at += 1) await account(ann, `M${at}`, monthly);
}

describeEachDialect('P4 the week', (open) => {
  afterEach(closeTestHouses);

  it('proposes what cadences ask for, beside appointments, and not on days of leave; every figure recomputes', async () => {
    const { ann, vera } = await openTestHouse(open);
    for (const name of ['Alder', 'Birch', 'Cobalt']) await account(ann, name, { count: 1, per: 'week' });
    await ann.call('POST', '/api/v1/leave', {
      ...{ id: uuidv7(), personId: ann.id, kind: 'holiday', from: '2026-03-17', to: '2026-03-17' },
    });
    await plan(ann, '2026-03-18', { kind: 'meeting', subject: 'Review', startsAt: '09:00', minutes: 300 });
    const week = await weekOf(ann, '?weekOf=2026-03-20');
    expect(week).toMatchObject({ from: '2026-03-16', to: '2026-03-22', isOwn: true, capacity: 32, load: 11 });
    expect(proposed(week).map(({ account: { name } }) => name)).toEqual(
      expect.arrayContaining(['Alder', 'Birch', 'Cobalt']),
    );
    const day = (at: string) => week.days.find((one: Day) => one.day === at);
    expect(day('2026-03-17')).toMatchObject({ leave: 'holiday', capacity: 0, load: 0, proposals: [] });
    expect(day('2026-03-18')).toMatchObject({ activities: [{ startsAt: '09:00', hours: 5 }], proposals: [] });
    for (const [query, value] of [
      ['figure=load', week.load],
      ['figure=load&day=2026-03-18', 5],
      ['figure=capacity', week.capacity],
      ['figure=capacity&day=2026-03-18', 8],
      ['figure=needed', week.horizon.neededHours],
      ['figure=available', week.horizon.availableHours],
    ] as const) {
      const why = (await ann.call<{ why: Why }>('GET', `/api/v1/week/why?weekOf=2026-03-20&${query}`)).body.why;
      expect(evaluate(why), query).toBe(value);
      expect(isConstant(why)).toBe(false);
    }
    expect(week.horizon).toMatchObject({ hourPriceMinor: 0, unmet: [], over: null });
    expect(await weekOf(vera, `?personId=${ann.id}`)).toMatchObject({ isOwn: false, person: { name: 'Ann' } });
  });

  it('is accepted once, after which it proposes nothing more of it; a joint visit loads both and covers once', async () => {
    const { ann, ben } = await openTestHouse(open);
    const alder = await account(ann, 'Alder', { count: 1, per: 'week' });
    const birch = await account(ann, 'Birch', { count: 1, per: 'week' });
    await plan(ann, '2026-03-19', { accountId: birch, participantIds: [ben.id] });
    expect(proposed(await weekOf(ann)).map((one) => one.account.id)).toEqual([alder]);
    const both = [await weekOf(ann), await weekOf(ben)].map(
      ({ days }) => days.find((one: Day) => one.day === '2026-03-19') as Day,
    );
    expect(both.map(({ activities }) => activities.length)).toEqual([1, 1]);
    expect(both[1]).toMatchObject({ load: 2, activities: [{ isJoined: true, account: null }] });
    const visits = [{ id: uuidv7(), accountId: alder, onDay: '2026-03-18', subject: 'Visit' }];
    for (const created of [1, 0])
      expect((await ann.call('POST', '/api/v1/week/accept', { visits })).body).toEqual({ created });
    expect(proposed(await weekOf(ann))).toEqual([]);
    const moved = await ann.call(
      'PATCH',
      `/api/v1/activities/${visits[0]?.id}`,
      { onDay: '2026-03-20' },
      { 'if-match': '1' },
    );
    expect(moved.body).toMatchObject({ onDay: '2026-03-20', version: 2 });
  });

  it('takes a call in place of a visit: nobody proposes that one again, and the promise stays unmet', async () => {
    const { ann, oda } = await openTestHouse(open);
    const alder = await account(ann, 'Alder', { count: 1, per: 'week' });
    const birch = await account(ann, 'Birch', { count: 1, per: 'week' });
    const call = { id: uuidv7(), accountId: alder, onDay: '2026-03-18', subject: 'Call', kind: 'call' };
    expect((await oda.call('POST', '/api/v1/week/accept', { visits: [call] })).body.code).toBe('reference-unknown');
    expect(proposed(await weekOf(ann))).toHaveLength(2);
    expect((await ann.call('POST', '/api/v1/week/accept', { visits: [call] })).body).toEqual({ created: 1 });
    expect((await ann.call('GET', `/api/v1/activities/${call.id}`)).body).toMatchObject({
      kind: 'call',
      inPlaceOf: 'visit',
    });
    const visit = await plan(ann, '2026-03-19', { accountId: birch });
    const becomes = (kind: string, inPlaceOf: string | null, version: number) =>
      ann.call('PATCH', `/api/v1/activities/${visit.body.id}`, { kind, inPlaceOf }, { 'if-match': `${version}` });
    expect((await becomes('call', 'visit', 1)).body).toMatchObject({ kind: 'call', version: 2 });
    expect(proposed(await weekOf(ann))).toEqual([]);
    const line = async (id: string) => (await ann.call('GET', `/api/v1/accounts/${id}/promise`)).body.lines[0];
    expect([await line(alder), await line(birch)]).toMatchObject([
      { asked: 1, planned: 0, unmet: 1 },
      { asked: 1, planned: 0, unmet: 1 },
    ]);
    const today = (await ann.call('GET', '/api/v1/today')).body.lanes.flatMap((lane: { rows: object[] }) => lane.rows);
    expect(today.filter((row: { source?: string }) => row.source === 'cadence-visit')).toEqual([]);
    await becomes('visit', null, 2);
    expect(await line(birch)).toMatchObject({ planned: 1, unmet: 0 });
  });

  it('says what does not fit, with the price of an hour, and which visits could be calls', async () => {
    const house = await openTestHouse(open);
    await tooMuch(house);
    const week = await weekOf(house.ann);
    // Two weeks are left whose Thursday lies in the quarter: ten days of two hours, for visits of two hours.
    expect(week.horizon).toMatchObject({ neededHours: 40, availableHours: 20 });
    expect(week.horizon.unmet.reduce((sum: number, { visits }: { visits: number }) => sum + visits, 0)).toBe(10);
    expect(week.horizon.over.needed).toBe(40);
    const next = await weekOf(house.ann, '?weekOf=2026-03-24');
    expect([week.load, next.load]).toEqual([10, 10]);
    const [first] = week.horizon.unmet;
    for (const [query, value] of [
      ['figure=hour-price', week.horizon.hourPriceMinor],
      [`figure=lost&accountId=${first.account.id}`, first.lostMinor],
    ] as const)
      expect(evaluate((await house.ann.call<{ why: Why }>('GET', `/api/v1/week/why?${query}`)).body.why)).toBe(value);
  });

  it('tells what a week of leave keeps somebody from, and fills the hours that are left', async () => {
    const { ann } = await openTestHouse(open);
    await account(ann, 'Alder', { count: 1, per: 'week' });
    await ann.call('POST', '/api/v1/leave', {
      ...{ id: uuidv7(), personId: ann.id, kind: 'holiday', from: '2026-03-23', to: '2026-03-27' },
    });
    const week = await weekOf(ann);
    expect(week.horizon.unmet).toMatchObject([{ account: { name: 'Alder' }, visits: 1 }]);
    expect(week.horizon.hourPriceMinor).toBe(0);
    expect(proposed(week)).toHaveLength(1);
    expect(proposed(await weekOf(ann, '?weekOf=2026-03-24'))).toEqual([]);
  });

  it('of others is not there, days gone by and foreign accounts are refused, and nothing happened', async () => {
    const { ann, oda, max } = await openTestHouse(open);
    const id = await account(ann, 'Alder', monthly);
    const visit = { id: uuidv7(), accountId: id, onDay: '2026-03-18', subject: 'Visit' };
    const refusals = [
      await oda.call('GET', `/api/v1/week?personId=${ann.id}`),
      await oda.call('GET', `/api/v1/week/why?personId=${ann.id}&figure=load`),
      await ann.call('GET', '/api/v1/week/why?figure=load&day=2026-03-30'),
      await ann.call('GET', '/api/v1/week/why?figure=hour-price'),
      await oda.call('POST', '/api/v1/week/accept', { visits: [visit] }),
      await ann.call('POST', '/api/v1/week/accept', {
        visits: [visit, { ...visit, id: uuidv7(), onDay: '2026-03-13' }],
      }),
    ];
    expect(refusals.map(({ body }) => body.code)).toEqual([
      'not-found',
      'not-found',
      'not-found',
      'not-found',
      'reference-unknown',
      'invalid-input',
    ]);
    expect((await max.call('GET', '/api/v1/activities?count=1')).body.total).toBe(0);
  });
});

describeEachDialect('P4 the calendar that other programs read', (open) => {
  afterEach(closeTestHouses);
  const eventsOf = (text: string) => text.split('BEGIN:VEVENT').slice(1);

  it('has what is theirs alone, at its instant, leave as whole days, under ids that stay', async () => {
    const { ann, ben, oda, app } = await openTestHouse(open, { settings: { timeZone: 'Europe/Berlin' } });
    const alder = await account(ann, 'Alder', monthly);
    await plan(ann, '2026-03-27', { subject: 'Winter', accountId: alder, startsAt: '09:00', minutes: 30 });
    await plan(ann, '2026-03-30', { subject: 'Summer', startsAt: '09:00' });
    await plan(ann, '2026-04-01', { subject: 'Any time' });
    await plan(ben, '2026-04-02', { subject: 'Of Ben alone' });
    await plan(ben, '2026-04-03', { subject: 'Together', participantIds: [ann.id] });
    await ann.call('POST', '/api/v1/leave', {
      ...{ id: uuidv7(), personId: ann.id, kind: 'holiday', from: '2026-05-04', to: '2026-05-06' },
    });
    const { link } = (await ann.call('POST', '/api/v1/week/calendar')).body;
    const read = async () => {
      const response = await app.request(new URL(link).pathname);
      return { status: response.status, text: await response.text(), type: response.headers.get('content-type') };
    };
    const { status, text, type } = await read();
    expect([status, type]).toEqual([200, 'text/calendar; charset=utf-8']);
    const events = eventsOf(text);
    const of = (word: string) => events.find((event) => event.includes(word)) ?? '';
    expect(events).toHaveLength(5);
    expect(text).not.toContain('Of Ben alone');
    // Clocks change on 29 March: nine o'clock is eight in UTC before, and seven after.
    expect(of('Winter')).toContain('DTSTART:20260327T080000Z');
    expect(of('Winter')).toContain('DTEND:20260327T083000Z');
    expect(of('Summer')).toContain('DTSTART:20260330T070000Z');
    expect(of('Any time')).toContain('DTSTART;VALUE=DATE:20260401');
    expect(of('VALUE=DATE:20260504')).toContain('DTEND;VALUE=DATE:20260507');
    const ids = (all: string) => all.match(/^UID:.*$/gm);
    expect(ids((await read()).text)).toEqual(ids(text));
    expect((await ann.call('GET', '/api/v1/week/calendar')).body.readAt).not.toBeNull();
    expect((await oda.call('GET', '/api/v1/week/calendar')).body).toEqual({ since: null, readAt: null });

    const second = (await ann.call('POST', '/api/v1/week/calendar')).body.link;
    expect((await read()).status).toBe(404);
    expect((await app.request(new URL(second).pathname)).status).toBe(200);
    expect((await ann.call('DELETE', '/api/v1/week/calendar')).status).toBe(204);
    expect((await app.request(new URL(second).pathname)).status).toBe(404);
    expect((await ann.call('DELETE', '/api/v1/week/calendar')).body.code).toBe('not-found');
    expect((await app.request('/calendar/aaaaaaaaaaaaaaaaaaaaaaaa.ics')).status).toBe(404);
  });
});

it('a time of a day is one instant, also where clocks change', () => {
  const at = (day: string, time: string, zone: string) => instantOf(day, time, zone).toISOString();
  expect(at('2026-03-28', '09:00', 'Europe/Berlin')).toBe('2026-03-28T08:00:00.000Z');
  expect(at('2026-03-29', '02:30', 'Europe/Berlin')).toBe('2026-03-29T01:30:00.000Z');
  expect(at('2026-10-25', '02:30', 'Europe/Berlin')).toBe('2026-10-25T00:30:00.000Z');
  expect(at('2026-03-16', '09:00', 'Asia/Shanghai')).toBe('2026-03-16T01:00:00.000Z');
});
