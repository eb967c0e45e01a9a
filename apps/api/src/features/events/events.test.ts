import { afterEach, expect, it } from 'vitest';
import { describeEachDialect } from '../../db/testing.ts';
import { uuidv7 } from '../../ids.ts';
import { type CastMember, closeTestHouses, openTestHouse } from '../../testing-house.ts';

const path = '/api/v1/events';
const steps = [
  { dayOffset: 1, kind: 'call', text: 'Call while they remember' },
  { dayOffset: 30, kind: 'email', text: 'Send the case study' },
];
const fair = (more: Record<string, unknown> = {}) => ({
  id: uuidv7(),
  name: 'Spring fair',
  kind: 'exhibition',
  startsOn: '2026-03-10',
  endsOn: '2026-03-12',
  targetRatio: 0.15,
  windowDays: 60,
  talkTrack: 'Ask for the line that stands still most.',
  steps,
  costMinor: 1_200_000,
  ...more,
});
const leadOf = async (who: CastMember, name: string, eventId: string | null, status = 'working') => {
  const id = uuidv7();
  await who.call('POST', '/api/v1/leads', { id, kind: 'person', name, company: `${name} Ltd`, eventId });
  if (status !== 'new') await who.call('PATCH', `/api/v1/leads/${id}`, { status }, { 'if-match': '1' });
  return id;
};
const convert = async (who: CastMember, leadId: string, version: string) => {
  const stageId = (await who.call('GET', '/api/v1/stages?sort=position')).body.items[0].id;
  return who.call(
    'POST',
    `/api/v1/leads/${leadId}/convert`,
    {
      account: { id: uuidv7(), name: `Account ${leadId}` },
      contact: { id: uuidv7() },
      opportunity: { id: uuidv7(), name: 'From the fair', stageId, amountMinor: null },
    },
    { 'if-match': version },
  );
};

describeEachDialect('T8 events', (open) => {
  afterEach(closeTestHouses);

  it('convert qualified leads into deals within their window, each person as far as they see', async () => {
    const { max, ann, ben, oda } = await openTestHouse(open);
    const made = await max.call('POST', path, fair());
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ version: 1, steps, conversion: { leads: 0, qualified: 0, ratio: null } });
    const { id } = made.body;
    const won = await leadOf(ann, 'Wang', id);
    await leadOf(ann, 'Li', id);
    await leadOf(ann, 'Nobody yet', id, 'new');
    await leadOf(ben, 'Zhao', id);
    expect((await convert(ann, won, '2')).status).toBe(200);
    const ofMax = (await max.call('GET', `${path}/${id}`)).body.conversion;
    expect(ofMax).toMatchObject({ leads: 4, qualified: 3, converted: 1, target: 0.15, windowEndsOn: '2026-05-11' });
    expect(ofMax).toMatchObject({ status: 'open', isWindowOver: false, successesNeeded: 0 });
    expect((await ann.call('GET', `${path}/${id}`)).body.conversion).toMatchObject({ leads: 3, qualified: 2 });
    expect((await oda.call('GET', `${path}/${id}`)).body.conversion).toMatchObject({ leads: 0, ratio: null });
    const deals = await ann.call(
      'GET',
      `/api/v1/opportunities?filter=${JSON.stringify([{ field: 'eventId', op: 'is', value: id }])}`,
    );
    expect(deals.body.items).toMatchObject([{ name: 'From the fair', event: { id, name: 'Spring fair' } }]);
  });

  it('count a deal that was entered for the event without a lead', async () => {
    const { max, ann } = await openTestHouse(open);
    const { id } = (await max.call('POST', path, fair())).body;
    await ann.call('POST', '/api/v1/opportunities', {
      id: uuidv7(),
      name: 'Stand',
      eventId: id,
      openedOn: '2026-03-11',
    });
    await ann.call('POST', '/api/v1/opportunities', {
      id: uuidv7(),
      name: 'Late',
      eventId: id,
      openedOn: '2026-05-12',
    });
    expect((await max.call('GET', `${path}/${id}`)).body.conversion).toMatchObject({ qualified: 2, converted: 1 });
  });

  it('make the standard follow-up of a lead once, for its owner, also when asked twice at once', async () => {
    const { max, ann } = await openTestHouse(open);
    const { id } = (await max.call('POST', path, fair())).body;
    const leadId = await leadOf(ann, 'Wang', id);
    expect((await ann.call('GET', `/api/v1/leads/${leadId}`)).body).toMatchObject({
      isFollowedUp: false,
      event: { id },
    });
    const answers = await Promise.all([ann, max].map((who) => who.call('POST', `${path}/${id}/follow-up`, { leadId })));
    const made = answers.filter(({ status }) => status === 201);
    expect(made.map(({ body }) => body)).toEqual([{ created: 2 }]);
    const again = await ann.call('POST', `${path}/${id}/follow-up`, { leadId });
    expect([again.status, again.body]).toEqual([200, { created: 0 }]);
    const filter = JSON.stringify([{ field: 'leadId', op: 'is', value: leadId }]);
    const { items } = (await ann.call('GET', `/api/v1/activities?filter=${filter}&sort=onDay`)).body;
    // The first step was due on the 13th: what is past is due today.
    expect(items).toMatchObject([
      {
        onDay: '2026-03-16',
        kind: 'call',
        isDone: false,
        subject: 'Call while they remember',
        person: { name: 'Ann' },
      },
      { onDay: '2026-04-11', kind: 'email', body: 'Ask for the line that stands still most.' },
    ]);
    expect((await ann.call('GET', `/api/v1/leads/${leadId}`)).body.isFollowedUp).toBe(true);
  });

  it('are not written by reps, backwards, or for what is out of sight, and nothing happened', async () => {
    const { vera, max, ann, oda } = await openTestHouse(open);
    const { id } = (await max.call('POST', path, fair())).body;
    const other = (await max.call('POST', path, fair({ id: uuidv7(), name: 'Autumn fair' }))).body;
    const leadId = await leadOf(ann, 'Wang', id);
    const refusals = [
      await ann.call('POST', path, fair()),
      await ann.call('PATCH', `${path}/${id}`, { name: 'Mine' }, { 'if-match': '1' }),
      await max.call('PATCH', `${path}/${id}`, { endsOn: '2026-03-09' }, { 'if-match': '1' }),
      await max.call('PATCH', `${path}/${id}`, { name: 'Unseen' }, { 'if-match': '7' }),
      await oda.call('POST', `${path}/${id}/follow-up`, { leadId }),
      await ann.call('POST', `${path}/${other.id}/follow-up`, { leadId }),
      await ann.call('POST', '/api/v1/leads', { id: uuidv7(), kind: 'person', name: 'X', eventId: uuidv7() }),
      await vera.call('POST', '/api/v1/opportunities', { id: uuidv7(), name: 'X', eventId: uuidv7() }),
    ];
    expect(refusals.map(({ body }) => body.code)).toEqual([
      'not-allowed',
      'not-allowed',
      'invalid-input',
      'version-clash',
      'not-found',
      'invalid-input',
      'reference-unknown',
      'reference-unknown',
    ]);
    expect((await vera.call('GET', `${path}?count=1`)).body.total).toBe(2);
    expect((await vera.call('GET', `${path}/${id}`)).body).toMatchObject({ version: 1, name: 'Spring fair' });
    expect((await vera.call('GET', '/api/v1/activities?count=1')).body.total).toBe(0);
    expect((await vera.call('GET', '/api/v1/leads?count=1')).body.total).toBe(1);
  });
});
