import { afterEach, expect, it } from 'vitest';
import { describeEachDialect } from '../../db/testing.ts';
import { uuidv7 } from '../../ids.ts';
import { closeTestHouses, openTestHouse } from '../../testing-house.ts';

const clipsPath = '/api/v1/clips';
const clip = (more: Record<string, unknown> = {}, lead: Record<string, unknown> = {}) => ({
  clipId: uuidv7(),
  page: { url: 'https://mail.example/#inbox/1', title: 'Offer', takenAt: '2026-03-16T08:00:00.000Z' },
  lead: {
    kind: 'person',
    name: 'Jane Doe',
    title: null,
    company: 'Huaxin',
    emails: [{ value: 'jane.doe@huaxin.example' }],
    phones: [],
    addresses: [],
    websites: [],
    profiles: [],
    provenance: [],
    ...lead,
  },
  ...more,
});
const mail = (more: Record<string, unknown> = {}) => ({
  activityId: uuidv7(),
  messageId: '<1@huaxin.example>',
  onDay: '2026-03-13',
  subject: 'Offer',
  body: 'Please send an offer.',
  ...more,
});

describeEachDialect('a mail that is clipped (X4)', (open) => {
  afterEach(closeTestHouses);

  it('is logged at its sender with the same clip, and again nothing happens', async () => {
    const { ann } = await openTestHouse(open);
    const sent = clip({ mail: mail() });
    const first = await ann.call('POST', clipsPath, sent);
    expect(first).toMatchObject({ status: 201, body: { outcome: 'created', mail: { state: 'logged', by: null } } });
    expect(await ann.call('POST', clipsPath, sent)).toMatchObject({
      status: 200,
      body: { outcome: 'created', setId: null, mail: { state: 'logged' } },
    });
    const { body } = await ann.call('GET', '/api/v1/activities?count=1');
    expect(body.total).toBe(1);
    expect(body.items[0]).toMatchObject({
      kind: 'email',
      isDone: true,
      onDay: '2026-03-13',
      subject: 'Offer',
      lead: { id: sent.clipId },
    });
  });

  it('stands at the customer too, where the sender is a contact of one', async () => {
    const { ann } = await openTestHouse(open);
    const [accountId, id] = [uuidv7(), uuidv7()];
    await ann.call('POST', '/api/v1/accounts', { id: accountId, name: 'Huaxin' });
    await ann.call('POST', '/api/v1/contacts', { id, accountId, name: 'Jane Doe', email: 'jane.doe@huaxin.example' });
    expect((await ann.call('POST', clipsPath, clip({ mail: mail() }))).body).toMatchObject({
      outcome: 'merged',
      record: { kind: 'contact', id },
    });
    const filter = encodeURIComponent(JSON.stringify([{ field: 'accountId', op: 'is', value: accountId }]));
    const { body } = await ann.call('GET', `/api/v1/activities?filter=${filter}`);
    expect(body.items).toMatchObject([{ account: { id: accountId }, contact: { id }, kind: 'email' }]);
  });

  it('is refused the second time, by its Message-ID, and both are told: the second by whom', async () => {
    const { max, ann, oda } = await openTestHouse(open);
    const both = await Promise.all([
      ann.call('POST', clipsPath, clip({ mail: mail() })),
      max.call('POST', clipsPath, clip({ mail: mail() })),
    ]);
    expect(both.map(({ body }) => body.mail.state).sort()).toEqual(['logged', 'logged-before']);
    const second = both[1]?.body.mail.state === 'logged-before' ? both[1] : both[0];
    // Max manages Ann, so he is told her name; hers is the only way round that may be out of sight.
    if (second === both[1]) expect(second?.body.mail.by).toBe('Ann');
    const { body } = await max.call('GET', '/api/v1/activities?count=1');
    expect(body.total).toBe(1);
    const direct = { id: uuidv7(), kind: 'email', onDay: '2026-03-16', isDone: true, subject: 'Offer' };
    expect(await ann.call('POST', '/api/v1/activities', { ...direct, messageId: '<1@huaxin.example>' })).toMatchObject({
      status: 409,
      body: { code: 'mail-logged-before' },
    });
    expect((await oda.call('POST', clipsPath, clip({ mail: mail() }, { emails: [] }))).body.mail).toEqual({
      state: 'logged-before',
      by: null,
    });
    expect((await max.call('GET', '/api/v1/activities?count=1')).body.total).toBe(1);
  });

  it('of somebody who is known out of sight is not logged', async () => {
    const { ann, oda } = await openTestHouse(open);
    await ann.call('POST', clipsPath, clip());
    expect((await oda.call('POST', clipsPath, clip({ mail: mail() }))).body).toEqual({
      outcome: 'known',
      record: null,
      leadId: null,
      setId: null,
      mail: { state: 'not-logged', by: null },
    });
    expect((await oda.call('GET', '/api/v1/activities?count=1')).body.total).toBe(0);
  });

  it('that was put away is logged again, and then the first does not come back', async () => {
    const { ann } = await openTestHouse(open);
    const first = mail();
    await ann.call('POST', clipsPath, clip({ mail: first }));
    await ann.call('POST', `/api/v1/activities/${first.activityId}/archive`, undefined, { 'if-match': '1' });
    expect((await ann.call('POST', clipsPath, clip({ mail: mail() }))).body.mail.state).toBe('logged');
    expect(
      await ann.call('POST', `/api/v1/activities/${first.activityId}/restore`, undefined, { 'if-match': '2' }),
    ).toMatchObject({ status: 409, body: { code: 'mail-logged-before' } });
  });
});

describeEachDialect('a clip that is saved (X1, X6)', (open) => {
  afterEach(closeTestHouses);

  it('is one with the copy that a webmail shows without its Message-ID, whichever comes first', async () => {
    const { ann } = await openTestHouse(open);
    const content = 'content:5f1c';
    const file = (number: string) => clip({ mail: mail({ messageId: `<${number}@huaxin.example>`, content }) });
    const shown = () => clip({ mail: mail({ messageId: content }) });
    const stateOf = async (sent: object) => (await ann.call('POST', clipsPath, sent)).body.mail.state;
    expect(await stateOf(file('1'))).toBe('logged');
    expect(await stateOf(shown())).toBe('logged-before');
    // Two whose Message-IDs differ are two, though they say the same.
    expect(await stateOf(file('2'))).toBe('logged');
    const { body } = await ann.call('GET', '/api/v1/activities');
    for (const { id, version } of body.items)
      await ann.call('POST', `/api/v1/activities/${id}/archive`, undefined, { 'if-match': String(version) });
    expect(await stateOf(shown())).toBe('logged');
    expect(await stateOf(file('1'))).toBe('logged-before');
  });

  it('of one person by two people at once is one record, and both are told', async () => {
    const { max, ann } = await openTestHouse(open);
    const both = await Promise.all([
      ann.call('POST', clipsPath, clip()),
      max.call('POST', clipsPath, clip({}, { title: 'Head of purchasing' })),
    ]);
    const outcomes = both.map(({ body }) => body.outcome);
    // Ann does not see what Max has made: she is told that it is known, and no more.
    expect([
      ['created', 'merged'],
      ['known', 'created'],
    ]).toContainEqual(outcomes);
    expect((await max.call('GET', '/api/v1/leads?count=1')).body.total).toBe(1);
  });

  it('is joined to a record that is only likely when its person says so, and replaces what they chose', async () => {
    const { ann, oda } = await openTestHouse(open);
    const id = uuidv7();
    await ann.call('POST', '/api/v1/leads', { id, kind: 'person', name: 'Jane Doe', company: 'Huaxin', title: 'CEO' });
    const into = { kind: 'lead', id };
    const lead = { title: 'CTO', phones: [{ value: '030 1', e164: null, kind: 'tel' }] };
    expect(await oda.call('POST', clipsPath, clip({ into }, lead))).toMatchObject({
      status: 400,
      body: { code: 'reference-unknown', issues: [{ path: '/into' }] },
    });
    expect((await ann.call('POST', clipsPath, clip({ into }, lead))).body).toMatchObject({
      outcome: 'merged',
      record: { kind: 'lead', id },
    });
    expect((await ann.call('GET', `/api/v1/leads/${id}`)).body).toMatchObject({ title: 'CEO', phone: '030 1' });
    await ann.call('POST', clipsPath, clip({ into, replace: ['title'] }, lead));
    expect((await ann.call('GET', `/api/v1/leads/${id}`)).body.title).toBe('CTO');
    expect((await ann.call('GET', '/api/v1/leads?count=1')).body.total).toBe(1);
  });

  it('is taken back with its mail as one set, and is out of the lists then', async () => {
    const { ann } = await openTestHouse(open);
    const { body } = await ann.call('POST', clipsPath, clip({ mail: mail() }));
    expect(await ann.call('POST', `/api/v1/changes/sets/${body.setId}/undo`)).toMatchObject({
      status: 200,
      body: { removed: 2, restored: 0 },
    });
    for (const path of ['leads', 'activities'])
      expect((await ann.call('GET', `/api/v1/${path}?count=1`)).body.total).toBe(0);
  });
});
