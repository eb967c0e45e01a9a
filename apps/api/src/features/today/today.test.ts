import { evaluate, isConstant, type Why } from '@milepost/core/explain/why';
import { afterEach, expect, it } from 'vitest';
import { describeEachDialect } from '../../db/testing.ts';
import { uuidv7 } from '../../ids.ts';
import { type CastMember, closeTestHouses, openTestHouse, type TestHouse } from '../../testing-house.ts';
import { postSales } from '../sales/posting-store.ts';

type Row = { id: string; name: string; version: number; source: string; [field: string]: unknown };
const rowsOf = async (who: CastMember, query = ''): Promise<Row[]> =>
  (await who.call('GET', `/api/v1/today${query}`)).body.lanes.flatMap((lane: { rows: Row[] }) => lane.rows);
const namesOf = async (who: CastMember, query = '') => (await rowsOf(who, query)).map(({ name }) => name);
const deed = (who: CastMember, row: Pick<Row, 'source' | 'id' | 'version'>, what: string, body: object = {}) =>
  who.call('POST', `/api/v1/today/items/${row.source}/${row.id}/${what}`, body, { 'if-match': `"${row.version}"` });

/** Ann's accounts, of which Ben is the backup, a deal and her tasks. */
async function openDay(open: Parameters<typeof openTestHouse>[0], now?: string | (() => string)) {
  const house = await openTestHouse(open, now === undefined ? {} : { now });
  const { max, ann, ben, vera } = house;
  const make = async (who: CastMember, path: string, body: Record<string, unknown>) => {
    const made = await who.call('POST', `/api/v1${path}`, { id: uuidv7(), ...body });
    expect([201, made.body]).toEqual([made.status, made.body]);
    return made.body as { id: string; version: number };
  };
  const account = (name: string, more = {}) =>
    make(max, '/accounts', { name, ownerId: ann.id, backupId: ben.id, segment: 'Machines', region: 'East', ...more });
  const [huaxin, nordic] = [await account('Huaxin'), await account('Nordic')];
  const stages = (await vera.call('GET', '/api/v1/stages')).body.items as { id: string; category: string }[];
  const stageId = stages.find(({ category }) => category === 'open')?.id;
  const task = (subject: string, more: Record<string, unknown> = {}) =>
    make(ann, '/activities', { kind: 'call', onDay: '2026-03-16', isDone: false, subject, ...more });
  return { house, make, huaxin, nordic, stageId, task };
}
const sell = ({ deps, operator }: TestHouse, ownerId: string, accountId: string, revenueMinor: number) =>
  deps.transact(operator, (work) =>
    postSales(work, [
      { id: uuidv7(), day: '2026-01-15', revenueMinor, currency: 'USD', ownerId, accountId, line: 'Pumps' },
    ]),
  );

describeEachDialect('today (P3)', (open) => {
  afterEach(closeTestHouses);

  it('is one list: urgent, then by value per hour, each figure derived', async () => {
    const { house, make, huaxin, nordic, stageId, task } = await openDay(open);
    const { ann } = house;
    await sell(house, ann.id, nordic.id, 73_000_00);
    const deal = await make(ann, '/opportunities', {
      name: 'Line 4',
      accountId: huaxin.id,
      stageId,
      amountMinor: 500_000_00,
      expectedCloseOn: '2026-03-26',
    });
    const complaint = await task('Answer the complaint', {
      lane: 'urgent',
      deadlineOn: '2026-03-18',
      accountId: nordic.id,
    });
    const proposal = await task('Talk about the proposal', { accountId: huaxin.id, opportunityId: deal.id });
    await task('Ask after delivery', { accountId: nordic.id, kind: 'visit' });
    await task('Read the trade news', { kind: 'note' });
    await task('Next week', { onDay: '2026-03-23' });
    const day = (await ann.call('GET', '/api/v1/today')).body;
    expect(day).toMatchObject({ day: '2026-03-16', later: 1, accountsWithoutNextStep: 0, person: { name: 'Ann' } });
    const rows = await rowsOf(ann);
    expect(rows.map(({ name, place }) => [name, place]).slice(0, 2)).toEqual([
      ['Answer the complaint', 1],
      ['Talk about the proposal', 2],
    ]);
    expect(rows.find(({ name }) => name === 'Ask after delivery')).toMatchObject({
      delayCostMinor: 200_00,
      valuePerHourMinor: 100_00,
      isUsualHours: true,
      backup: { id: house.ben.id },
    });
    expect(rows.find(({ name }) => name === 'Read the trade news')).toMatchObject({ isValueLent: true });
    const query = `source=activity&id=${proposal.id}`;
    for (const figure of ['delayCost', 'valuePerHour']) {
      const { why } = (await ann.call<{ why: Why }>('GET', `/api/v1/today/why?figure=${figure}&${query}`)).body;
      const shown = figure === 'delayCost' ? 'delayCostMinor' : 'valuePerHourMinor';
      expect(evaluate(why)).toBe(rows.find(({ id }) => id === proposal.id)?.[shown]);
      expect(isConstant(why)).toBe(false);
    }
    for (const figure of ['hoursLeft', 'strategicDue']) {
      const { why } = (await ann.call<{ why: Why }>('GET', `/api/v1/today/why?figure=${figure}`)).body;
      expect(evaluate(why)).toBe(figure === 'hoursLeft' ? day.hours.left : day.strategic.dueHours);
    }
    const above = await ann.call('GET', `/api/v1/today/above?${query}&otherSource=activity&otherId=${complaint.id}`);
    expect(above.body).toMatchObject({ reason: 'lane', upper: { id: complaint.id }, lower: { id: proposal.id } });
    expect(await rowsOf(ann)).toEqual(rows);
  });

  it('gathers overdue cash, deals past their day, corrective actions, steps of milestones and first visits', async () => {
    const { house, make, huaxin, nordic, stageId } = await openDay(open);
    const { ann, max } = house;
    await make(max, '/invoices', {
      number: 'R-1',
      accountId: huaxin.id,
      issuedOn: '2026-01-10',
      dueOn: '2026-02-09',
      amountMinor: 6_000_00,
      isDisputed: true,
      ownerId: ann.id,
    });
    await make(max, '/invoices', {
      number: 'R-2',
      accountId: nordic.id,
      issuedOn: '2026-01-10',
      dueOn: '2026-03-16',
      amountMinor: 100_00,
      ownerId: ann.id,
    });
    await make(ann, '/opportunities', {
      name: 'Slipped',
      accountId: huaxin.id,
      stageId,
      amountMinor: 10_000_00,
      expectedCloseOn: '2026-03-13',
    });
    await make(ann, '/actions', {
      name: 'Two visits a day',
      fact: 'far behind',
      cause: 'volume',
      dueOn: '2026-04-05',
      expectedMinor: 20_000_00,
      scopeKind: 'person',
      scopeId: ann.id,
    });
    const year = await make(max, '/milestones', { fiscalYear: 2026, name: 'Pipeline', fromMonth: 1, toMonth: 3 });
    const step = { milestoneId: year.id, text: 'Book the hall', ownerId: ann.id, dueOn: '2026-03-20' };
    await make(max, '/checklist-items', step);
    await make(max, '/checklist-items', { ...step, text: 'In summer', dueOn: '2026-07-01' });
    const rows = await rowsOf(ann);
    // R-2 is due today, which is not overdue.
    expect(rows.map(({ source, name, lane }) => [lane, source, name])).toEqual([
      ['urgent', 'invoice', 'R-1'],
      ['strategic', 'checklist_item', 'Book the hall'],
      ['strategic', 'first-visit', expect.stringMatching(/Huaxin|Nordic/)],
      ['value', 'opportunity', 'Slipped'],
      ['value', 'action', 'Two visits a day'],
    ]);
    expect(rows[0]).toMatchObject({ delayCostMinor: 100_00, lateDays: 35, deeds: ['snooze', 'give'] });
    const action = rows.find(({ source }) => source === 'action') as Row;
    expect((await deed(ann, action, 'done')).status).toBe(200);
    const after = (await ann.call('GET', '/api/v1/today')).body;
    expect(after.done).toMatchObject([{ source: 'action', name: 'Two visits a day' }]);
    expect((await deed(ann, after.done[0], 'undo')).status).toBe(200);
    expect(await namesOf(ann)).toContain('Two visits a day');
  });

  it('is worked off: done with undo, put off until a day, and the list ranks again', async () => {
    let now = '2026-03-16T09:00:00.000Z';
    const { house, huaxin, task } = await openDay(open, () => now);
    const { ann } = house;
    const call = await task('Call Huaxin', { accountId: huaxin.id });
    await task('Write to Huaxin', { accountId: huaxin.id, kind: 'email' });
    const row = (await rowsOf(ann)).find(({ id }) => id === call.id) as Row;
    expect((await deed(ann, row, 'done')).body.version).toBe(2);
    const done = (await ann.call('GET', '/api/v1/today')).body;
    expect(done.done).toMatchObject([{ id: call.id, name: 'Call Huaxin', version: 2 }]);
    expect(done.hours).toMatchObject({ spent: 0.25, left: done.hours.had - 0.25 });
    await deed(ann, done.done[0], 'undo');
    expect(await namesOf(ann)).toContain('Call Huaxin');

    const mail = (await rowsOf(ann)).find(({ name }) => name === 'Write to Huaxin') as Row;
    expect((await deed(ann, mail, 'snooze', { untilOn: '2026-03-18' })).status).toBe(200);
    expect(await namesOf(ann)).not.toContain('Write to Huaxin');
    expect((await ann.call('GET', '/api/v1/today')).body.away).toMatchObject([
      { name: 'Write to Huaxin', untilOn: '2026-03-18' },
    ]);
    now = '2026-03-18T09:00:00.000Z';
    expect(await namesOf(ann)).toContain('Write to Huaxin');
  });

  it('goes to the backup by hand, with both names in the trail, and while the owner is away (case 26)', async () => {
    let now = '2026-03-16T09:00:00.000Z';
    const { house, huaxin, make, task } = await openDay(open, () => now);
    const { ann, ben, max } = house;
    const call = await task('Call Huaxin', { accountId: huaxin.id });
    const row = (await rowsOf(ann)).find(({ id }) => id === call.id) as Row;
    await deed(ann, row, 'give');
    expect((await rowsOf(ben)).find(({ id }) => id === call.id)).toMatchObject({ givenBy: { name: 'Ann' } });
    expect(await namesOf(ann)).not.toContain('Call Huaxin');
    const { items } = (await max.call('GET', `/api/v1/changes?subject=activity&recordId=${call.id}`)).body;
    expect(items[0]).toMatchObject({
      action: 'given',
      actor: { name: 'Ann' },
      before: { person_id: ann.id },
      after: { person_id: ben.id, given_by_id: ann.id },
    });
    const given = (await ann.call('GET', '/api/v1/today')).body.away[0];
    expect(given).toMatchObject({ id: call.id, givenTo: { name: 'Ben' } });
    await deed(ann, given, 'undo');
    expect(await namesOf(ann)).toContain('Call Huaxin');

    await make(max, '/leave', { personId: ann.id, kind: 'holiday', from: '2026-08-01', to: '2026-08-14' });
    now = '2026-08-05T09:00:00.000Z';
    await task('A new task', { accountId: huaxin.id, onDay: '2026-08-05' });
    expect((await rowsOf(ben)).find(({ name }) => name === 'A new task')).toMatchObject({ insteadOf: { name: 'Ann' } });
    expect((await ben.call('GET', '/api/v1/today')).body.standsInFor).toEqual([{ id: ann.id, name: 'Ann' }]);
    now = '2026-08-15T09:00:00.000Z';
    expect(await namesOf(ben)).not.toContain('A new task');
    expect(await namesOf(ann)).toContain('A new task');
  });

  it('gives an invoice to the backup as a task, and takes it back', async () => {
    const { house, make, huaxin } = await openDay(open);
    const { ann, ben, max } = house;
    await make(max, '/invoices', {
      number: 'R-1',
      accountId: huaxin.id,
      issuedOn: '2026-01-10',
      dueOn: '2026-02-09',
      amountMinor: 6_000_00,
      ownerId: ann.id,
      backupId: ben.id,
    });
    const row = (await rowsOf(ann)).find(({ source }) => source === 'invoice') as Row;
    const given = await deed(ann, row, 'give');
    expect(given.body.taskId).not.toBeNull();
    expect(await namesOf(ann)).not.toContain('R-1');
    expect((await rowsOf(ben)).find(({ id }) => id === given.body.taskId)).toMatchObject({ givenBy: { name: 'Ann' } });
    const [away] = (await ann.call('GET', '/api/v1/today')).body.away.filter((one: Row) => one.source === 'invoice');
    await deed(ann, away, 'undo');
    expect(await namesOf(ann)).toContain('R-1');
    expect(await namesOf(ben)).not.toContain('R-1');
  });

  it('is the day of whoever looks: due today is not overdue (case 7)', async () => {
    const { house, task } = await openDay(open, '2026-02-28T00:00:00.000Z');
    const { ann } = house;
    await task('Due on the 27th', { onDay: '2026-02-27' });
    const late = async (zone: string) =>
      (await ann.call('GET', `/api/v1/today?timeZone=${zone}`)).body.lanes.map((lane: { late: number }) => lane.late);
    expect(await late('America/Vancouver')).toEqual([0, 0, 0]);
    expect(await late('UTC')).toEqual([0, 0, 1]);
    expect((await ann.call('GET', '/api/v1/today?timeZone=Nowhere')).body.code).toBe('invalid-input');
  });

  it('keeps no account without a next step unless it is parked; namesakes stay apart (case 5)', async () => {
    const { house, make, huaxin, task } = await openDay(open);
    const { ann, max } = house;
    const twin = await make(max, '/accounts', { name: 'Huaxin', ownerId: ann.id });
    const first = await ann.call('POST', '/api/v1/activities', {
      id: uuidv7(),
      kind: 'call',
      onDay: '2026-03-16',
      isDone: true,
      subject: 'Called',
      outcome: 'objection',
      objection: 'price',
      accountId: huaxin.id,
      nextStep: { id: uuidv7(), kind: 'visit', onDay: '2026-03-20', subject: 'Show the numbers' },
    });
    expect(first.status).toBe(201);
    const idle = async () =>
      (await ann.call('GET', '/api/v1/today/accounts')).body.items.map((one: { account: Row }) => one.account.id);
    expect(await idle()).not.toContain(huaxin.id);
    expect(await idle()).toContain(twin.id);
    const parked = { reason: 'budget next year', untilOn: '2026-12-01' };
    const answer = await ann.call('POST', `/api/v1/accounts/${twin.id}/park`, { parked }, { 'if-match': '"1"' });
    expect(answer.body.version).toBe(2);
    expect(await idle()).not.toContain(twin.id);
    expect((await ann.call('GET', '/api/v1/today/accounts?parked=1')).body.items).toMatchObject([{ parked }]);
    await ann.call('POST', `/api/v1/accounts/${twin.id}/park`, { parked: null }, { 'if-match': '"2"' });
    expect(await idle()).toContain(twin.id);
    await task('Call the twin', { accountId: twin.id });
    expect(await idle()).not.toContain(twin.id);
  });

  it('is nobody else’s (case 18), and nothing happened', async () => {
    const { house, task, huaxin } = await openDay(open);
    const { ann, ben, max, oda } = house;
    const call = await task('Call Huaxin', { accountId: huaxin.id });
    const own = await task('No account');
    const row = { source: 'activity', id: call.id, version: 1 };
    expect(await namesOf(max, `?personId=${ann.id}`)).toContain('Call Huaxin');
    expect(await namesOf(oda)).toEqual([]);
    const refusals = [
      await oda.call('GET', `/api/v1/today?personId=${ann.id}`),
      await ben.call('GET', `/api/v1/today?personId=${ann.id}`),
      await oda.call('GET', `/api/v1/today/why?figure=delayCost&source=activity&id=${call.id}`),
      await oda.call('GET', `/api/v1/today/above?source=activity&id=${call.id}&otherSource=activity&otherId=${own.id}`),
      await oda.call('GET', `/api/v1/today/accounts?personId=${ann.id}`),
      await deed(oda, row, 'done'),
      await deed(oda, row, 'undo'),
      await oda.call('POST', `/api/v1/accounts/${huaxin.id}/park`, { parked: null }, { 'if-match': '"1"' }),
      await deed(ann, { ...row, version: 7 }, 'done'),
      await deed(ann, { ...row, id: own.id }, 'give'),
      await deed(ann, row, 'snooze', { untilOn: '2026-03-16' }),
      await ann.call('POST', `/api/v1/today/items/activity/${call.id}/done`, {}),
      await ann.call('POST', '/api/v1/activities', {
        id: uuidv7(),
        kind: 'call',
        onDay: '2026-03-16',
        isDone: true,
        subject: 'x',
        talkTrackId: uuidv7(),
      }),
    ];
    expect(refusals.map(({ body }) => body.code)).toEqual([
      ...new Array<string>(8).fill('not-found'),
      'version-clash',
      'no-backup',
      'invalid-input',
      'version-missing',
      'reference-unknown',
    ]);
    expect((await ann.call('GET', `/api/v1/activities/${call.id}`)).body).toMatchObject({ version: 1, isDone: false });
    expect((await ann.call('GET', '/api/v1/today')).body).toMatchObject({ done: [], away: [] });
  });
});
