import { evaluate, isConstant, type Why } from '@milepost/core/explain/why';
import { afterEach, expect, it } from 'vitest';
import { describeEachDialect } from '../../db/testing.ts';
import { uuidv7 } from '../../ids.ts';
import { closeTestHouses } from '../../testing-house.ts';
import { deed, namesOf, openDay, type Row, rowsOf, sell } from './testing-day.ts';

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
    expect(rows.map(({ name, place }) => [name, place]).slice(0, 3)).toEqual([
      ['Answer the complaint', 1],
      // Nothing strategic was done for weeks: the first visit has hours coming.
      ['Huaxin', 2],
      ['Talk about the proposal', 3],
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
