import { afterEach, expect, it } from 'vitest';
import { describeEachDialect } from '../../db/testing.ts';
import { uuidv7 } from '../../ids.ts';
import { closeTestHouses, openTestHouse, type TestHouse } from '../../testing-house.ts';
import { traceOfEverything } from './testing-traces-store.ts';

const jane = {
  ...{ name: 'Jane O"Donnell-Doe', title: 'Head of purchasing', email: 'jane.doe@borealis.example' },
  ...{ phone: '+44 20 7946 0123', notes: 'likes green tea' },
};
const courier = { post: async () => 200, isClosed: async () => false };
const traces = [
  'Donnell',
  'Jane',
  'jane.doe',
  '7946 0123',
  '2079460123',
  'Head of purchasing',
  'green tea',
  'birthday',
];

/** A lead that was clipped, worked, converted; its contact with activities, a deal, an import, a webhook and a mail. */
async function leaveTraces({ ann, max, vera, deps }: TestHouse) {
  const [leadId, accountId, contactId, opportunityId] = [uuidv7(), uuidv7(), uuidv7(), uuidv7()];
  const events = ['contact.created', 'contact.changed', 'activity.created', 'lead.created'];
  const url = 'https://hooks.example/in';
  await max.call('POST', '/api/v1/webhooks', { id: uuidv7(), name: 'Warehouse', url, events });
  const company = 'Borealis';
  await ann.call('POST', '/api/v1/leads', { id: leadId, kind: 'person', company, ...jane });
  const [stage] = (await ann.call('GET', '/api/v1/stages')).body.items;
  const stageId = stage.id;
  const converted = await ann.call(
    'POST',
    `/api/v1/leads/${leadId}/convert`,
    {
      account: { id: accountId, name: company },
      contact: { id: contactId },
      opportunity: { id: opportunityId, name: `Pumps for ${jane.name}`, stageId, amountMinor: 500_00 },
    },
    { 'if-match': '"1"' },
  );
  expect(converted.status).toBeLessThan(300);
  const { version } = (await ann.call('GET', `/api/v1/contacts/${contactId}`)).body;
  const patch = { notes: 'green tea, birthday in May' };
  expect((await ann.call('PATCH', `/api/v1/contacts/${contactId}`, patch, { 'if-match': `"${version}"` })).status).toBe(
    200,
  );
  const deed = { kind: 'call', onDay: '2026-03-12', isDone: true, contactId, accountId };
  const subject = 'Call with Jane about her birthday';
  const called = await ann.call('POST', '/api/v1/activities', {
    ...deed,
    id: uuidv7(),
    subject,
    body: 'jane.doe@borealis.example',
  });
  expect(called.status).toBe(201);
  const other = { ...deed, id: uuidv7(), contactId: null, subject: `Visit, with ${jane.name} there` };
  expect((await ann.call('POST', '/api/v1/activities', other)).status).toBe(201);
  await deps.transact(await vera.actor(), async (work) => {
    const { queueMail } = await import('../mail/store.ts');
    const letter = { subject: `Hello ${jane.name}`, plain: `Dear ${jane.name}`, html: '<p>Jane</p>' };
    await queueMail(work, { ...letter, to: jane.email, about: { subject: 'contact', id: contactId }, expiresAt: null });
  });
  return { leadId, accountId, contactId, opportunityId };
}

describeEachDialect('A9 personal data', (open) => {
  afterEach(closeTestHouses);

  it('of a contact is taken out whole, and leaves no trace in any table once it is erased; amounts stay', async () => {
    const house = await openTestHouse(open, { courier });
    const { vera, deps } = house;
    const { contactId, leadId, opportunityId } = await leaveTraces(house);
    const before = await traceOfEverything(deps.db, traces);
    expect(before.length).toBeGreaterThan(10);
    const out = (await vera.call('GET', `/api/v1/personal-data/contact/${contactId}`)).body;
    expect(Object.keys(out.rows)).toEqual(expect.arrayContaining(['contact', 'lead', 'activity', 'change', 'mail']));
    expect(out.rows.contact).toMatchObject([{ name: jane.name, email: jane.email }]);
    const said = { name: jane.name, reason: 'asked for by Jane O"Donnell-Doe on 12 March' };
    const erased = await vera.call('POST', `/api/v1/personal-data/contact/${contactId}/erase`, said);
    expect(erased.body).toMatchObject({
      subject: 'contact',
      recordId: contactId,
      by: { name: 'Vera' },
      reason: 'asked for by [erased] on 12 March',
    });
    expect(erased.body.touched).toMatchObject({ contact: 1, lead: 1, mail: 1 });
    expect(await traceOfEverything(deps.db, traces)).toEqual([]);
    expect((await vera.call('GET', `/api/v1/contacts/${contactId}`)).body).toMatchObject({
      name: '[erased]',
      email: null,
      notes: null,
    });
    expect((await vera.call('GET', `/api/v1/leads/${leadId}`)).body).toMatchObject({
      name: '[erased]',
      status: 'converted',
    });
    const deal = (await vera.call('GET', `/api/v1/opportunities/${opportunityId}`)).body;
    expect(deal).toMatchObject({ name: 'Pumps for [erased]', amountMinor: 500_00 });
    expect((await vera.call('GET', `/api/v1/changes?subject=contact&recordId=${contactId}`)).body.items[0].action).toBe(
      'erased',
    );
    expect((await vera.call('GET', '/api/v1/personal-data/erasures')).body.items).toEqual([erased.body]);
    const [last] = (await vera.call('GET', '/api/v1/changes/sets')).body.items;
    expect(last.state).toBe('closed');
    const undone = await vera.call('POST', `/api/v1/changes/sets/${last.id}/undo`);
    expect(undone.body.code).toBe('set-not-undoable');
    expect((await vera.call('GET', '/api/v1/mail')).body.items).toMatchObject([
      { to: '[erased]', subject: '[erased]', state: 'cancelled' },
    ]);
  });

  it('of others with the same name stays', async () => {
    const { vera, ann } = await openTestHouse(open);
    const [one, other] = [uuidv7(), uuidv7()];
    await ann.call('POST', '/api/v1/contacts', { id: one, name: 'Ann Lee', email: 'ann.lee@one.example' });
    await ann.call('POST', '/api/v1/contacts', {
      id: other,
      name: 'Ann Lee',
      email: 'ann.lee@two.example',
      notes: 'annual talk',
    });
    await vera.call('POST', `/api/v1/personal-data/contact/${one}/erase`, { name: 'Ann Lee', reason: 'asked' });
    expect((await vera.call('GET', `/api/v1/contacts/${other}`)).body).toMatchObject({
      ...{ name: 'Ann Lee', email: 'ann.lee@two.example', notes: 'annual talk' },
    });
  });

  it('of a colleague who left goes with their way to sign in, and what they sold stays', async () => {
    const { vera, ann, ben, deps } = await openTestHouse(open);
    const id = uuidv7();
    await ben.call('POST', '/api/v1/sales', { id, day: '2026-03-05', revenueMinor: 5000, currency: 'USD' });
    await ben.call('POST', '/api/v1/api-keys', { id: uuidv7(), name: 'Night run', scope: 'read' });
    const still = await vera.call('POST', `/api/v1/personal-data/person/${ben.id}/erase`, {
      name: 'Ben',
      reason: 'left',
    });
    expect(still.body.code).toBe('still-working-here');
    const { version } = (await vera.call('GET', `/api/v1/people/${ben.id}`)).body;
    await vera.call('POST', `/api/v1/people/${ben.id}/archive`, undefined, { 'if-match': `"${version}"` });
    const erased = await vera.call('POST', `/api/v1/personal-data/person/${ben.id}/erase`, {
      name: 'Ben',
      reason: 'left',
    });
    expect(erased.status).toBe(200);
    expect(await traceOfEverything(deps.db, ['Ben', 'ben@acme.example'])).toEqual([]);
    expect(
      await deps.db.selectFrom('auth_user').select('id').where('email', '=', 'ben@acme.example').execute(),
    ).toEqual([]);
    expect((await vera.call('GET', `/api/v1/sales/${id}`)).body).toMatchObject({
      revenueMinor: 5000,
      owner: { name: '[erased]' },
    });
    expect((await ann.call('GET', '/api/v1/accounts')).status).toBe(200);
  });

  it('of a colleague goes with what was seen in them and said about them, in the change record too', async () => {
    const { vera, max, ann, deps } = await openTestHouse(open);
    const post = async (who: typeof max, path: string, body: object) => {
      const answer = await who.call('POST', `/api/v1${path}`, body);
      expect(answer.status, JSON.stringify(answer.body)).toBe(201);
      return answer.body;
    };
    const skill = { id: uuidv7(), name: 'Negotiation' };
    await post(vera, '/skills', skill);
    const about = { personId: ann.id, skillId: skill.id };
    await post(max, '/assessments', { id: uuidv7(), ...about, level: 2, onDay: '2026-03-02', note: 'stammers' });
    const certificate = { id: uuidv7(), name: 'Negotiator', mode: 'forever' };
    await post(vera, '/certificates', certificate);
    const award = await post(max, '/awards', {
      ...{ id: uuidv7(), personId: ann.id, certificateId: certificate.id, completedOn: '2026-03-02' },
      ...{ evidence: 'link', link: 'https://files.example/paper', note: 'stammers' },
    });
    const meeting = { id: uuidv7(), name: 'Monday', onDay: '2026-03-09', attendeeIds: [ann.id] };
    await post(max, '/meetings', meeting);
    const minutes = { minutes: 'Ann will ask the warehouse.' };
    await max.call('PATCH', `/api/v1/meetings/${meeting.id}`, minutes, { 'if-match': '"1"' });
    const out = (await vera.call('GET', `/api/v1/personal-data/person/${ann.id}`)).body;
    expect(out.rows.assessment).toMatchObject([{ note: 'stammers' }]);
    const counted = (await vera.call('GET', `/api/v1/personal-data/person/${max.id}`)).body;
    expect(counted.rows.assessment).toBeUndefined();
    expect(counted.counts).toMatchObject({ assessment: 1, meeting: 1 });
    const { version } = (await vera.call('GET', `/api/v1/people/${ann.id}`)).body;
    await vera.call('POST', `/api/v1/people/${ann.id}/archive`, undefined, { 'if-match': `"${version}"` });
    const said = { name: 'Ann', reason: 'left' };
    expect((await vera.call('POST', `/api/v1/personal-data/person/${ann.id}/erase`, said)).status).toBe(200);
    expect(await traceOfEverything(deps.db, ['stammers', 'files.example', 'Ann'])).toEqual([]);
    const kept = await deps.db
      .selectFrom('award')
      .select(['state', 'verify_code'])
      .where('id', '=', award.id)
      .execute();
    expect(kept).toEqual([{ state: 'confirmed', verify_code: null }]);
    expect((await max.call('GET', `/api/v1/meetings/${meeting.id}`)).body.minutes).toBe(
      '[erased] will ask the warehouse.',
    );
  });

  it('is erased by administrators only, who type the name, and otherwise nothing happens', async () => {
    const { app, vera, max, ann, deps } = await openTestHouse(open);
    const id = uuidv7();
    await ann.call('POST', '/api/v1/contacts', { id, ...jane });
    const key = (await vera.call('POST', '/api/v1/api-keys', { id: uuidv7(), name: 'Night run', scope: 'write' })).body;
    const path = `/api/v1/personal-data/contact/${id}`;
    const said = { name: jane.name, reason: 'asked' };
    const byKey = await app.request(path, { headers: { authorization: `Bearer ${key.secret}` } });
    expect(byKey.status).toBe(403);
    const refusals = [
      await vera.call('POST', `${path}/erase`, { ...said, name: 'Jane' }),
      await vera.call('POST', `${path}/erase`, { name: jane.name }),
      await vera.call('POST', `/api/v1/personal-data/contact/${uuidv7()}/erase`, said),
      await max.call('POST', `${path}/erase`, said),
      await ann.call('GET', path),
      await ann.call('GET', '/api/v1/personal-data/erasures'),
    ];
    expect(refusals.map(({ body }) => body.code)).toEqual([
      ...['not-confirmed', 'invalid-input', 'not-found', 'not-allowed', 'not-allowed', 'not-allowed'],
    ]);
    expect((await ann.call('GET', `/api/v1/contacts/${id}`)).body).toMatchObject({ name: jane.name, version: 1 });
    expect(await deps.db.selectFrom('erasure').selectAll().execute()).toEqual([]);
  });
});
