import type { LiveMessage } from '@milepost/contract/live';
import type { PresenceView } from '@milepost/contract/presence';
import { afterEach, expect, it } from 'vitest';
import { createApp } from '../../app.ts';
import { describeEachDialect } from '../../db/testing.ts';
import { uuidv7 } from '../../ids.ts';
import { type CastMember, closeTestHouses, openTestHouse } from '../../testing-house.ts';

describeEachDialect('who looks at a record (S6)', (open) => {
  afterEach(closeTestHouses);

  it('is told to the others who look, ends with a word, and within 30 seconds without one', async () => {
    let now = Date.parse('2026-03-16T09:00:00.000Z');
    const { ann, ben, max, oda, deps } = await openTestHouse(open, { now: () => new Date(now).toISOString() });
    const id = uuidv7();
    await ann.call('POST', '/api/v1/accounts', { id, name: 'Acme', backupId: ben.id });
    const look = async (who: CastMember) => {
      const { status, body } = await who.call('PUT', `/api/v1/presence/account/${id}`);
      return status === 200 ? body.others.map((one: { name: string }) => one.name).sort() : body.code;
    };
    const heard: LiveMessage[] = [];
    deps.live.listen({ actor: await ann.actor(), send: (message) => void heard.push(message) });
    expect([await look(ann), await look(ann)]).toEqual([[], []]);
    expect([await look(ben), await look(ben)]).toEqual([['Ann'], ['Ann']]);
    // Told once, when he came.
    expect(heard).toMatchObject([{ subject: 'presence', recordId: id }]);
    expect(await look(ann)).toEqual(['Ben']);
    expect(await look(max)).toEqual(['Ann', 'Ben']);
    expect((await ben.call('DELETE', `/api/v1/presence/account/${id}`)).status).toBe(204);
    expect([heard.length, await look(ann)]).toEqual([3, ['Max']]);
    // Max closed his lid: the next beat of Ann within 30 seconds finds him gone.
    now += 10_000;
    expect(await look(ann)).toEqual(['Max']);
    now += 10_000;
    expect(await look(ann)).toEqual([]);
    // Refused, and nothing happened: whoever does not see the record is nobody who looks at it.
    expect(await look(oda)).toBe('not-found');
    expect((await oda.call('PUT', `/api/v1/presence/organisation/${id}`)).status).toBe(400);
    expect([heard.length, await look(ann)]).toEqual([3, []]);
  });

  it('is known to every node on the database', async () => {
    const { ann, ben, deps } = await openTestHouse(open);
    const id = uuidv7();
    await ann.call('POST', '/api/v1/accounts', { id, name: 'Acme', backupId: ben.id });
    const path = `/api/v1/presence/account/${id}`;
    const namesAt = ({ others }: PresenceView) => others.map(({ name }) => name);
    expect(namesAt((await ann.call('PUT', path)).body)).toEqual([]);
    // Windows of one node hear nothing of what is told on another.
    const otherNode = createApp({ ...deps, live: { ...deps.live, tell: () => {} } });
    const send = async (method: string) =>
      otherNode.request(path, { method, headers: { authorization: `Bearer ${ben.token}` } });
    expect(namesAt((await (await send('PUT')).json()) as PresenceView)).toEqual(['Ann']);
    expect(namesAt((await ann.call('PUT', path)).body)).toEqual(['Ben']);
    await send('DELETE');
    expect(namesAt((await ann.call('PUT', path)).body)).toEqual([]);
  });
});
