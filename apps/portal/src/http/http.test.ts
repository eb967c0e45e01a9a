import { describe, expect, it, vi } from 'vitest';
import { fakeApi, refusal } from '../faked-api.ts';
import { isOnline, noteConnection } from './connection.ts';
import { addressOf, http, whenSignedOut } from './http.ts';
import { newId } from './new-id.ts';
import { Clash, Problem } from './problem.ts';

describe('asking the server', () => {
  it('sends the version that was seen, and hears of both states when somebody was quicker', async () => {
    fakeApi({
      'PATCH /api/v1/accounts/1': ({ headers, body }) => {
        expect(headers.get('if-match')).toBe('"3"');
        expect(body).toEqual({ name: 'Acme' });
        return refusal(412, 'version-clash', { current: { name: 'Acme Inc.', version: 4 } });
      },
    });
    const clash = await http.patch('/accounts/1', { name: 'Acme' }, { ifMatch: 3 }).catch((error: unknown) => error);
    expect(clash).toBeInstanceOf(Clash);
    expect(clash).toMatchObject({ mine: { name: 'Acme' }, theirs: { name: 'Acme Inc.', version: 4 } });
  });

  it('says so when nobody is signed in any more, unless that is the question', async () => {
    const signedOut = vi.fn();
    whenSignedOut(signedOut);
    fakeApi({ 'GET /api/v1/me': () => refusal(401, 'not-signed-in') });
    await expect(http.get('/me', { keepUnauthorised: true })).rejects.toMatchObject({ code: 'not-signed-in' });
    expect(signedOut).not.toHaveBeenCalled();
    await expect(http.get('/me')).rejects.toBeInstanceOf(Problem);
    expect(signedOut).toHaveBeenCalledOnce();
  });

  it('makes a problem of a proxy’s page', async () => {
    fakeApi({ 'GET /api/v1/accounts': () => new Response('<h1>Bad gateway</h1>', { status: 502 }) });
    await expect(http.get('/accounts')).rejects.toMatchObject({ status: 502, code: 'internal' });
  });

  it('notices that the line is down, and that it is up again', async () => {
    fakeApi({
      'GET /api/v1/a': () => {
        throw new TypeError('Failed to fetch');
      },
      'GET /api/v1/b': () => ({}),
    });
    noteConnection(true);
    await expect(http.get('/a')).rejects.toMatchObject({ status: 0, code: 'offline' });
    expect(isOnline.value).toBe(false);
    await http.get('/b');
    expect(isOnline.value).toBe(true);
  });

  it('leaves out of the address what is not said', () => {
    expect(addressOf('/accounts', { q: '', after: null, limit: 50, count: 1 })).toBe(
      '/api/v1/accounts?limit=50&count=1',
    );
    expect(addressOf('/api/auth/device', { user_code: 'AB CD' })).toBe('/api/auth/device?user_code=AB+CD');
  });
});

it('makes ids that sort by their time', () => {
  const ids = [0, 1, 2].map((ms) => newId(1_790_000_000_000 + ms));
  expect(ids.toSorted()).toEqual(ids);
  expect(ids[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(Number.parseInt((ids[0] ?? '').replace('-', '').slice(0, 12), 16)).toBe(1_790_000_000_000);
});
