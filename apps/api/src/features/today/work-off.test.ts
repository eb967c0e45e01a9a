import { afterEach, expect, it } from 'vitest';
import { describeEachDialect } from '../../db/testing.ts';
import { uuidv7 } from '../../ids.ts';
import { closeTestHouses } from '../../testing-house.ts';
import { deed, namesOf, openDay, type Row, rowsOf } from './testing-day.ts';

describeEachDialect('a day worked off (P3, E3)', (open) => {
  afterEach(closeTestHouses);

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
    const filter = encodeURIComponent(JSON.stringify([{ field: 'isDone', op: 'is', value: true }]));
    expect((await ann.call('GET', `/api/v1/activities?filter=${filter}`)).body.items).toMatchObject([{ id: call.id }]);
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
});
