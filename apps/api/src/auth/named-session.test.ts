import { afterEach, expect, it, vi } from 'vitest';
import { describeEachDialect } from '../db/testing.ts';
import { closeTestHouses, openTestHouse } from '../testing-house.ts';

describeEachDialect('a session that was asked for before', (open) => {
  afterEach(async () => {
    vi.useRealTimers();
    await closeTestHouses();
  });

  it('is not looked through again, and ends at once when it is ended', async () => {
    const { deps, ann, ben } = await openTestHouse(open);
    const lookThrough = vi.spyOn(deps.auth.api, 'getSession');
    for (let turn = 0; turn < 3; turn += 1) expect((await ann.call('GET', '/api/v1/accounts')).status).toBe(200);
    expect(lookThrough).toHaveBeenCalledTimes(1);
    await deps.db.deleteFrom('auth_session').where('token', '=', ann.token).execute();
    expect((await ann.call('GET', '/api/v1/accounts')).status).toBe(401);
    expect((await ben.call('GET', '/api/v1/accounts')).status).toBe(200);
  });

  it('is over for somebody who left, and when its time is over', async () => {
    const { deps, vera, ann, ben } = await openTestHouse(open);
    for (const one of [ann, ben]) expect((await one.call('GET', '/api/v1/accounts')).status).toBe(200);
    await deps.db.updateTable('person').set({ is_active: 0 }).where('id', '=', ann.id).execute();
    expect((await ann.call('GET', '/api/v1/accounts')).status).toBe(401);
    const past = deps.dialect.authInstant(new Date(Date.now() - 1000).toISOString()) as string;
    await deps.db.updateTable('auth_session').set({ expiresAt: past }).where('token', '=', ben.token).execute();
    expect((await ben.call('GET', '/api/v1/accounts')).status).toBe(401);
    expect((await vera.call('GET', '/api/v1/accounts')).status).toBe(200);
  });

  it('is renewed by the auth library when a day has gone by', async () => {
    const { deps, ann } = await openTestHouse(open);
    const lookThrough = vi.spyOn(deps.auth.api, 'getSession');
    await ann.call('GET', '/api/v1/accounts');
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 25 * 60 * 60 * 1000 });
    for (let turn = 0; turn < 2; turn += 1) expect((await ann.call('GET', '/api/v1/accounts')).status).toBe(200);
    expect(lookThrough).toHaveBeenCalledTimes(2);
    const { expiresAt } = await deps.db
      .selectFrom('auth_session')
      .select('expiresAt')
      .where('token', '=', ann.token)
      .executeTakeFirstOrThrow();
    expect(new Date(expiresAt).getTime()).toBeGreaterThan(Date.now() + 29 * 24 * 60 * 60 * 1000);
  });

  it('does not open the door for a token or cookie that nobody signed', async () => {
    const { app, ann } = await openTestHouse(open);
    await ann.call('GET', '/api/v1/accounts');
    for (const headers of [
      { authorization: `Bearer ${ann.token}x` },
      { cookie: `milepost.session_token=${ann.token}` },
      { cookie: `milepost.session_token=${ann.token}.forged` },
      undefined,
    ])
      expect((await app.request('/api/v1/accounts', headers ? { headers } : {})).status).toBe(401);
  });
});
