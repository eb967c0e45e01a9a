import { afterEach, expect, it } from 'vitest';
import { describeEachDialect } from '../../db/testing.ts';
import { uuidv7 } from '../../ids.ts';
import { type CastMember, closeTestHouses, openTestHouse } from '../../testing-house.ts';

const call = (who: CastMember, attendeeIds: string[], more: object = {}) => ({
  ...{ id: uuidv7(), name: 'Deliveries of spring', onDay: '2026-03-17', attendeeIds },
  ...more,
  who,
});
async function meet({ who, ...input }: ReturnType<typeof call>) {
  const made = await who.call('POST', '/api/v1/meetings', input);
  expect(made.status).toBe(201);
  return made.body;
}
const seen = (version: number) => ({ 'if-match': `"${version}"` });

describeEachDialect('meetings (S5)', (open) => {
  afterEach(closeTestHouses);

  it('draft their agenda from what is open: requests, and actions that are overdue', async () => {
    const { vera, ann } = await openTestHouse(open);
    const need = {
      ...{
        id: uuidv7(),
        name: 'Fair in May',
        role: 'Engineer',
        hoursPerWeek: 10,
        from: '2026-03-20',
        to: '2026-06-30',
      },
    };
    expect((await vera.call('POST', '/api/v1/resource-needs', need)).status).toBe(201);
    const action = {
      ...{ id: uuidv7(), name: 'Two visits a day', fact: 'Behind', cause: 'volume', scopeKind: 'person' },
      ...{ scopeId: ann.id, dueOn: '2026-03-10', expectedMinor: 100, measure: 'revenue' },
    };
    expect((await ann.call('POST', '/api/v1/actions', action)).status).toBe(201);
    const meeting = await meet(call(ann, [ann.id, vera.id]));
    expect(meeting.agenda).toMatchObject([
      { source: 'action', recordId: action.id, text: 'Two visits a day' },
      { source: 'resource-need', recordId: need.id, text: 'Fair in May · Engineer' },
    ]);
    expect((await ann.call('GET', `/api/v1/meetings/${meeting.id}/proposals`)).body.items).toEqual([]);
    // Taken off, it is proposed again.
    const left = await ann.call('PATCH', `/api/v1/meetings/${meeting.id}`, { agenda: [] }, seen(1));
    expect(left.body.agenda).toEqual([]);
    expect((await ann.call('GET', `/api/v1/meetings/${meeting.id}/proposals`)).body.items).toMatchObject([
      { recordId: action.id, fits: true, owner: { name: 'Ann' }, dueOn: '2026-03-10' },
      { recordId: need.id },
    ]);
  });

  it('are seen by those who take part and the managers above them, and by nobody else', async () => {
    const { vera, max, ann, ben, oda } = await openTestHouse(open);
    const { id } = await meet(call(oda, [ann.id]));
    for (const who of [oda, ann, max, vera]) expect((await who.call('GET', `/api/v1/meetings/${id}`)).status).toBe(200);
    expect((await ann.call('GET', '/api/v1/meetings?count=1')).body.total).toBe(1);
    expect((await ben.call('GET', `/api/v1/meetings/${id}`)).status).toBe(404);
    expect((await ben.call('GET', '/api/v1/meetings?count=1')).body.total).toBe(0);
    expect((await ben.call('GET', `/api/v1/changes?subject=meeting&recordId=${id}`)).status).toBe(404);
    expect((await ben.call('PATCH', `/api/v1/meetings/${id}`, { minutes: 'x' }, seen(1))).status).toBe(404);
    expect((await ben.call('GET', `/api/v1/meetings/${id}/proposals`)).status).toBe(404);
    const action = { id: uuidv7(), meetingId: id, name: 'x', ownerId: ben.id, dueOn: '2026-03-20' };
    expect((await ben.call('POST', '/api/v1/meeting-actions', action)).status).toBe(404);
    expect((await ann.call('GET', '/api/v1/meeting-actions?count=1')).body.total).toBe(0);
  });

  it('show of a record out of sight only that there is something, and who does not see it cannot overwrite it', async () => {
    const { ann, oda } = await openTestHouse(open);
    const action = {
      ...{ id: uuidv7(), name: 'Win Huaxin back', fact: 'Behind', cause: 'volume', scopeKind: 'person' },
      ...{ scopeId: ann.id, dueOn: '2026-03-10', expectedMinor: 100, measure: 'revenue' },
    };
    await ann.call('POST', '/api/v1/actions', action);
    const { id } = await meet(call(ann, [oda.id]));
    const { body } = await oda.call('GET', `/api/v1/meetings/${id}`);
    expect(body.agenda).toMatchObject([{ source: 'action', text: null }]);
    expect(JSON.stringify(body)).not.toContain('Huaxin');
    const own = { id: uuidv7(), source: 'own', recordId: null, text: 'Stocks', decision: null };
    const agenda = [{ ...body.agenda[0], text: 'something else', decision: 'Ann goes on' }, own];
    expect((await oda.call('PATCH', `/api/v1/meetings/${id}`, { agenda }, seen(1))).status).toBe(200);
    expect((await ann.call('GET', `/api/v1/meetings/${id}`)).body.agenda).toMatchObject([
      { text: 'Win Huaxin back', decision: 'Ann goes on' },
      { text: 'Stocks' },
    ]);
    const stolen = { id: uuidv7(), source: 'action', recordId: action.id, text: 'x', decision: null };
    expect(await oda.call('PATCH', `/api/v1/meetings/${id}`, { agenda: [stolen] }, seen(2))).toMatchObject({
      ...{ status: 400, body: { code: 'reference-unknown' } },
    });
  });

  it('end in minutes and actions, which stand in the day of their owners and on the next agenda until they are done', async () => {
    const { max, ann, ben } = await openTestHouse(open);
    const first = await meet(call(max, [ann.id, ben.id], { onDay: '2026-03-16' }));
    const said = { minutes: 'Stocks are low.', status: 'held' };
    expect((await ann.call('PATCH', `/api/v1/meetings/${first.id}`, said, seen(1))).body).toMatchObject(said);
    const clash = await ben.call('PATCH', `/api/v1/meetings/${first.id}`, { minutes: 'Mine' }, seen(1));
    expect(clash).toMatchObject({
      status: 412,
      body: { code: 'version-clash', current: { minutes: 'Stocks are low.' } },
    });
    const action = {
      id: uuidv7(),
      meetingId: first.id,
      name: 'Call the supplier',
      ownerId: ben.id,
      dueOn: '2026-03-14',
    };
    expect((await ann.call('POST', '/api/v1/meeting-actions', action)).status).toBe(201);
    expect((await ann.call('GET', `/api/v1/meetings/${first.id}`)).body).toMatchObject({
      openActions: 1,
      lateActions: 1,
    });
    const day = async () =>
      (await ben.call('GET', '/api/v1/today')).body.lanes
        .flatMap(({ rows }: { rows: { source: string; id: string }[] }) => rows)
        .filter(({ source }: { source: string }) => source === 'meeting_action');
    expect(await day()).toMatchObject([{ id: action.id, name: 'Call the supplier', dueOn: '2026-03-14' }]);
    const next = await meet(call(max, [ben.id], { onDay: '2026-03-23' }));
    expect(next.agenda).toMatchObject([{ source: 'meeting-action', recordId: action.id, text: 'Call the supplier' }]);
    const done = await ben.call('POST', `/api/v1/today/items/meeting_action/${action.id}/done`, {}, seen(1));
    expect(done.status).toBe(200);
    expect(await day()).toEqual([]);
    const [ticked] = (await ben.call('GET', '/api/v1/today')).body.done;
    const undo = `/api/v1/today/items/meeting_action/${action.id}/undo`;
    expect((await ben.call('POST', undo, {}, seen(ticked.version))).status).toBe(200);
    const [back] = await day();
    expect(back).toMatchObject({ id: action.id, version: 3 });
    await ben.call('POST', `/api/v1/today/items/meeting_action/${action.id}/done`, {}, seen(back.version));
    expect((await meet(call(max, [ben.id], { onDay: '2026-03-30' }))).agenda).toEqual([]);
    expect((await ann.call('GET', `/api/v1/meetings/${first.id}`)).body.openActions).toBe(0);
  });
});
