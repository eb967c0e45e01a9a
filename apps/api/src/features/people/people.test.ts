import { afterEach, expect, it } from 'vitest';
import { describeEachDialect } from '../../db/testing.ts';
import { uuidv7 } from '../../ids.ts';
import { closeTestHouses, openTestHouse } from '../../testing-house.ts';

const json = { 'content-type': 'application/json' };
const password = 'a long walk by the sea';

describeEachDialect('people (A1)', (open) => {
  afterEach(closeTestHouses);

  it('are invited by a link that works once and gives them a password', async () => {
    const { vera, app, ann } = await openTestHouse(open);
    const id = uuidv7();
    await vera.call('POST', '/api/v1/people', { id, name: 'Zoë', email: 'Zoe@acme.example', role: 'rep' });
    const { body, status } = await vera.call('POST', '/api/v1/invitations', { id: uuidv7(), personId: id });
    expect(status).toBe(201);
    const path = `/api/v1/invitations/${new URL(body.link).pathname.split('/').at(-1)}`;
    expect(await (await app.request(path)).json()).toEqual({
      organisation: 'Acme',
      name: 'Zoë',
      email: 'Zoe@acme.example',
    });
    const accept = (secret: string) =>
      app.request(path, { method: 'POST', headers: json, body: JSON.stringify({ password: secret }) });
    expect((await accept('password1234')).status).toBe(400);
    expect((await accept(password)).status).toBe(204);
    expect((await accept(password)).status).toBe(410);
    const signIn = await app.request('/api/auth/sign-in/email', {
      method: 'POST',
      headers: json,
      body: JSON.stringify({ email: 'zoe@acme.example', password }),
    });
    expect(signIn.status).toBe(200);
    expect((await ann.call('POST', '/api/v1/invitations', { id: uuidv7(), personId: id })).status).toBe(403);
  });

  it('of one address accept two invitations at once only once', async () => {
    const { vera, app } = await openTestHouse(open);
    const id = uuidv7();
    await vera.call('POST', '/api/v1/people', { id, name: 'Zoë', email: 'zoe@acme.example', role: 'rep' });
    const { body } = await vera.call('POST', '/api/v1/invitations', { id: uuidv7(), personId: id });
    const path = `/api/v1/invitations/${new URL(body.link).pathname.split('/').at(-1)}`;
    const both = await Promise.all(
      [1, 2].map(() => app.request(path, { method: 'POST', headers: json, body: JSON.stringify({ password }) })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([204, 410]);
  });

  it('share no address, and the last administrator stays', async () => {
    const { vera, ann } = await openTestHouse(open);
    const taken = await vera.call('POST', '/api/v1/people', {
      id: uuidv7(),
      name: 'Second Ann',
      email: 'ANN@acme.example',
      role: 'rep',
    });
    expect(taken.body.code).toBe('email-taken');
    const last = await vera.call('PATCH', `/api/v1/people/${vera.id}`, { role: 'rep' }, { 'if-match': '1' });
    expect(last.body.code).toBe('last-admin');
    expect((await ann.call('PATCH', `/api/v1/people/${ann.id}`, { role: 'admin' }, { 'if-match': '1' })).status).toBe(
      403,
    );
    expect((await ann.call('GET', `/api/v1/people/${vera.id}`)).body).toMatchObject({ role: 'admin', version: 1 });
  });

  it('lose every session when they leave', async () => {
    const { vera, ann } = await openTestHouse(open);
    expect((await ann.call('GET', '/api/v1/me')).body.person.name).toBe('Ann');
    await vera.call('POST', `/api/v1/people/${ann.id}/archive`, undefined, { 'if-match': '1' });
    expect((await ann.call('GET', '/api/v1/me')).status).toBe(401);
  });

  it('see their own records and, as managers, those of the teams below', async () => {
    const { vera, max, oda, teams } = await openTestHouse(open);
    expect(await max.actor()).toMatchObject({ role: 'manager' });
    expect(new Set((await max.actor()).reach)).toHaveProperty('size', 3);
    const loop = await vera.call(
      'PATCH',
      `/api/v1/teams/${teams.sales}`,
      { parentId: teams.east },
      { 'if-match': '1' },
    );
    expect(loop.body.code).toBe('team-loop');
    expect(
      (await vera.call('POST', `/api/v1/teams/${teams.east}/archive`, undefined, { 'if-match': '1' })).body.code,
    ).toBe('in-use');
    expect((await oda.actor()).reach).toEqual([oda.id]);
  });

  it('read the history of what they see, and the whole of it only as administrators', async () => {
    const { ann, oda, vera } = await openTestHouse(open);
    const id = uuidv7();
    await ann.call('POST', '/api/v1/accounts', { id, name: 'Huaxin' });
    await ann.call('PATCH', `/api/v1/accounts/${id}`, { region: 'North' }, { 'if-match': '1' });
    const history = await ann.call('GET', `/api/v1/changes?accountId=${id}`);
    expect(history.body.items).toMatchObject([
      { action: 'updated', actor: { name: 'Ann' }, before: { region: null }, after: { region: 'North' } },
      { action: 'created', after: { name: 'Huaxin' } },
    ]);
    expect((await oda.call('GET', `/api/v1/changes?accountId=${id}`)).status).toBe(404);
    expect((await oda.call('GET', `/api/v1/changes?subject=account&recordId=${id}`)).status).toBe(404);
    expect((await ann.call('GET', '/api/v1/changes')).status).toBe(404);
    expect((await vera.call('GET', '/api/v1/changes?limit=2')).body.items).toHaveLength(2);
    expect((await ann.call('GET', `/api/v1/changes?actorId=${ann.id}`)).status).toBe(404);
    const madeBy = (actorId: string) => vera.call('GET', `/api/v1/changes?subject=account&actorId=${actorId}`);
    expect((await madeBy(ann.id)).body.items).toMatchObject([
      { subject: 'account', recordId: id, name: 'Huaxin', action: 'updated' },
      { subject: 'account', recordId: id, name: 'Huaxin', action: 'created' },
    ]);
    expect((await madeBy(oda.id)).body.items).toEqual([]);
  });

  it('read of a common account what is theirs, and nothing of a colleague’s deal with it', async () => {
    const { ann, oda, vera } = await openTestHouse(open);
    const [id, deal] = [uuidv7(), uuidv7()];
    await ann.call('POST', '/api/v1/accounts', { id, name: 'Huaxin' });
    const theirs = { id: deal, name: 'Secret tender', accountId: id, ownerId: oda.id, amountMinor: 123_456_789 };
    expect((await vera.call('POST', '/api/v1/opportunities', theirs)).status).toBe(201);
    const history = (await ann.call('GET', `/api/v1/changes?accountId=${id}`)).body;
    expect(history.items.map(({ subject }: { subject: string }) => subject)).toEqual(['account']);
    expect(JSON.stringify(history)).not.toContain('123456789');
    expect(
      (await ann.call('GET', `/api/v1/changes?accountId=${id}&subject=opportunity&recordId=${deal}`)).body.items,
    ).toEqual([]);
    expect((await vera.call('GET', `/api/v1/changes?accountId=${id}`)).body.items).toHaveLength(2);
  });

  it('who leave, or change their team, are told no more over an open window than they see', async () => {
    const { ann, oda, deps, operator } = await openTestHouse(open);
    const told: string[] = [];
    const listener = { actor: await oda.actor(), send: ({ subject }: { subject: string }) => void told.push(subject) };
    deps.live.listen(listener);
    await ann.call('POST', '/api/v1/accounts', { id: uuidv7(), name: 'Huaxin' });
    expect(told).toEqual([]);
    listener.actor = operator;
    await ann.call('POST', '/api/v1/accounts', { id: uuidv7(), name: 'Hengyuan' });
    expect(told).toEqual(['account']);
  });

  it('set up an installation once, even when two try together', async () => {
    const { app, deps } = await openTestHouse(open);
    const again = await app.request('/api/v1/setup', {
      method: 'POST',
      headers: json,
      body: JSON.stringify({
        organisation: {
          name: 'Other',
          currency: 'EUR',
          timeZone: 'Europe/Berlin',
          fiscalYearStart: 4,
          fiscalYearLabel: 'start',
          weekStart: 1,
          workingWeekdays: [1, 2, 3, 4, 5],
          holidays: [],
          dateFormat: 'dmy',
          decimalMark: ',',
          locale: 'en',
        },
        admin: { id: uuidv7(), name: 'Eve', email: 'eve@other.example', password },
      }),
    });
    expect(((await again.json()) as { code: string }).code).toBe('already-set-up');
    expect(await deps.db.selectFrom('organisation').select('name').execute()).toEqual([{ name: 'Acme' }]);
  });
});
