import { afterEach, expect, it } from 'vitest';
import { describeEachDialect, type OpenTestDatabase } from '../../db/testing.ts';
import { uuidv7 } from '../../ids.ts';
import { runJob } from '../../jobs/run-job.ts';
import { type CastMember, closeTestHouses, openTestHouse } from '../../testing-house.ts';
import { handOverJob } from './hand-over-job.ts';

const api = '/api/v1';
const august = (day: number) => `2026-08-${String(day).padStart(2, '0')}`;

/** Ann has an account that Ben stands in for, with a deal, an invoice and two tasks; and is away from 1 to 14 August. */
async function annAway(open: OpenTestDatabase) {
  const clock = { now: '2026-07-20T09:00:00.000Z' };
  const house = await openTestHouse(open, { now: () => clock.now });
  const { ann, ben, max } = house;
  const account = uuidv7();
  await max.call('POST', `${api}/accounts`, { id: account, name: 'Huaxin', ownerId: ann.id, backupId: ben.id });
  const task = (onDay: string, subject: string) =>
    ann.call('POST', `${api}/activities`, {
      id: uuidv7(),
      kind: 'call',
      onDay,
      isDone: false,
      subject,
      accountId: account,
    });
  await task(august(5), 'call of the 5th');
  await task(august(15), 'call of the 15th');
  await ann.call('POST', `${api}/opportunities`, {
    id: uuidv7(),
    name: 'Pumps',
    accountId: account,
    amountMinor: 500_00,
    expectedCloseOn: august(10),
  });
  await ann.call('POST', `${api}/invoices`, {
    id: uuidv7(),
    number: 'R-1',
    accountId: account,
    issuedOn: '2026-07-01',
    dueOn: august(12),
    amountMinor: 100_00,
  });
  const leave = await ann.call('POST', `${api}/leave`, {
    id: uuidv7(),
    personId: ann.id,
    kind: 'holiday',
    from: august(1),
    to: august(14),
  });
  expect(leave.status).toBe(201);
  return { ...house, clock, account, leaveId: leave.body.id as string };
}

type Item = { name: string; worker: { name: string } | null; as: string };
const workersOf = async (who: CastMember, personId: string, query = '') => {
  const { body } = await who.call('GET', `${api}/absences/${personId}/work${query}`);
  return Object.fromEntries(body.items.map(({ name, worker, as }: Item) => [name, `${worker?.name ?? '–'} ${as}`]));
};

describeEachDialect('absence (S8)', (open) => {
  afterEach(closeTestHouses);

  it('a task of the 5th goes to B, of the 15th to A again; so do deals and cash, and nothing is written for it', async () => {
    const { ann, ben, max, clock } = await annAway(open);
    const routed = {
      'call of the 5th': 'Ben backup',
      'call of the 15th': 'Ann owner',
      Pumps: 'Ben backup',
      'R-1': 'Ben backup',
    };
    for (const who of [ann, ben, max]) expect(await workersOf(who, ann.id)).toEqual(routed);
    expect(Object.keys(await workersOf(ben, ann.id, `?from=${august(1)}&to=${august(14)}`))).toHaveLength(3);
    // Late work is asked of today: it comes back with Ann.
    clock.now = '2026-08-15T09:00:00.000Z';
    expect(await workersOf(ben, ann.id)).toEqual({
      'call of the 5th': 'Ann owner',
      'call of the 15th': 'Ann owner',
      Pumps: 'Ann owner',
      'R-1': 'Ann owner',
    });
  });

  it('is told to those above, to who stands in, and to nobody else: the days, not the reason', async () => {
    const { ann, ben, max, oda } = await annAway(open);
    const asked = `${api}/absences?from=2026-07-20&to=2026-08-31`;
    const expected = {
      asOf: '2026-07-20',
      items: [
        {
          person: { id: ann.id, name: 'Ann' },
          from: august(1),
          to: august(14),
          isNow: false,
          cover: [{ person: { id: ben.id, name: 'Ben' }, as: 'backup', accounts: 1, deals: 1 }],
        },
      ],
    };
    for (const who of [ann, ben, max]) expect((await who.call('GET', asked)).body).toEqual(expected);
    expect((await oda.call('GET', asked)).body.items).toEqual([]);
    expect((await oda.call('GET', `${api}/absences/${ann.id}/work`)).status).toBe(404);
  });

  it('hands over and back with both names in the trail, and tells what was done meanwhile', async () => {
    const { ann, ben, oda, deps, orgId, clock, account } = await annAway(open);
    await runJob(deps, handOverJob, orgId);
    expect((await ben.call('GET', `${api}/hand-overs`)).body.items).toEqual([]);
    clock.now = '2026-08-01T09:00:00.000Z';
    for (let times = 0; times < 2; times += 1) await runJob(deps, handOverJob, orgId);
    const out = (await ben.call('GET', `${api}/hand-overs`)).body.items;
    expect(out).toMatchObject([
      {
        person: { name: 'Ann' },
        cover: { name: 'Ben' },
        from: august(1),
        to: august(14),
        status: 'out',
        accounts: 1,
        done: null,
      },
    ]);
    clock.now = '2026-08-05T09:00:00.000Z';
    const call = { id: uuidv7(), kind: 'call', onDay: august(5), isDone: true, subject: 'called', accountId: account };
    expect((await ben.call('POST', `${api}/activities`, call)).status).toBe(201);
    clock.now = '2026-08-15T09:00:00.000Z';
    await runJob(deps, handOverJob, orgId);
    const [back] = (await ann.call('GET', `${api}/hand-overs`)).body.items;
    expect(back).toMatchObject({ status: 'back', backOn: august(15), done: [{ subject: 'activity', count: 1 }] });
    const told = await ben.call(
      'PATCH',
      `${api}/hand-overs/${back.id}`,
      { note: 'They ask for a new quote.' },
      { 'if-match': String(back.version) },
    );
    expect(told.body).toMatchObject({ note: 'They ask for a new quote.' });

    const trail = (await ann.call('GET', `${api}/changes?accountId=${account}`)).body.items;
    const edges = trail.filter(({ action }: { action: string }) => action.startsWith('handed'));
    expect(edges).toMatchObject([
      { action: 'handed-back', before: { worker: 'Ben' }, after: { worker: 'Ann' } },
      {
        action: 'handed-over',
        before: { worker: 'Ann' },
        after: { worker: 'Ben', absent_from: august(1), absent_to: august(14) },
      },
    ]);
    const refusals = [
      await oda.call('PATCH', `${api}/hand-overs/${back.id}`, { note: 'x' }, { 'if-match': '1' }),
      await ann.call('PATCH', `${api}/hand-overs/${back.id}`, { note: 'x' }, { 'if-match': '3' }),
      await ben.call('PATCH', `${api}/hand-overs/${back.id}`, { note: 'x' }, { 'if-match': '1' }),
    ];
    expect(refusals.map(({ body }) => body.code)).toEqual(['not-found', 'not-allowed', 'version-clash']);
    expect((await ann.call('GET', `${api}/hand-overs`)).body.items[0].note).toBe('They ask for a new quote.');
  });

  it('B books leave in it: refused with whom and when, until somebody else stands in; illness is not refused and goes up the line', async () => {
    const { ann, ben, max, account, oda } = await annAway(open);
    const book = (kind: string, day: number) =>
      ben.call('POST', `${api}/leave`, { id: uuidv7(), personId: ben.id, kind, from: august(day), to: august(day) });
    const refused = await book('holiday', 10);
    expect(refused).toMatchObject({ status: 409, body: { code: 'leave-covers' } });
    expect(refused.body.issues[0].message).toBe('Ann 2026-08-01 – 2026-08-14');
    expect((await ben.call('GET', `${api}/leave?count=1`)).body.total).toBe(0);
    expect((await book('holiday', 17)).status).toBe(201);
    expect((await book('sickness', 11)).status).toBe(201);
    const before = await max.call('GET', `${api}/absences?from=${august(11)}&to=${august(11)}`);
    expect(before.body.items.map((one: { person: { name: string } }) => one.person.name)).toEqual(['Ann', 'Ben']);
    await ann.call('POST', `${api}/activities`, {
      id: uuidv7(),
      kind: 'visit',
      onDay: august(11),
      isDone: false,
      subject: 'visit of the 11th',
      accountId: account,
    });
    expect(await workersOf(max, ann.id, `?from=${august(11)}&to=${august(11)}`)).toEqual({
      'visit of the 11th': 'Max next',
    });
    const other = await max.call('PATCH', `${api}/accounts/${account}`, { backupId: oda.id }, { 'if-match': '1' });
    expect(other.body.backup).toMatchObject({ name: 'Oda' });
    // Deals of the account follow to the new backup: whoever stands in sees them.
    expect((await oda.call('GET', `${api}/opportunities?count=1`)).body.total).toBe(1);
    expect((await book('holiday', 10)).status).toBe(201);
  });

  it('half a day is a day on which the owner is there, and nobody stands in for themselves', async () => {
    const { ann, max, account } = await annAway(open);
    const noon = {
      id: uuidv7(),
      personId: ann.id,
      kind: 'training',
      from: august(20),
      to: august(20),
      halfDays: 'first',
    };
    expect((await ann.call('POST', `${api}/leave`, noon)).status).toBe(201);
    await ann.call('POST', `${api}/activities`, {
      id: uuidv7(),
      kind: 'call',
      onDay: august(20),
      isDone: false,
      subject: 'noon',
      accountId: account,
    });
    expect(await workersOf(ann, ann.id, `?from=${august(20)}&to=${august(20)}`)).toEqual({ noon: 'Ann owner' });
    const self = await max.call('PATCH', `${api}/accounts/${account}`, { backupId: ann.id }, { 'if-match': '1' });
    expect(self.body).toMatchObject({ code: 'invalid-input', issues: [{ path: '/backupId' }] });
    expect((await max.call('GET', `${api}/accounts/${account}`)).body).toMatchObject({
      version: 1,
      backup: { name: 'Ben' },
    });
  });
});
