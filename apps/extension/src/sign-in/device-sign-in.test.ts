import { afterEach, describe, expect, it, vi } from 'vitest';
import { awaitDeviceToken, beginDeviceSignIn, type DeviceGrant } from './device-sign-in.ts';

const origin = 'https://crm.example';
const grant: DeviceGrant = {
  deviceCode: 'dev',
  userCode: 'WDJB-MJHT',
  verificationUri: `${origin}/device`,
  verificationUriComplete: `${origin}/device?user_code=WDJB-MJHT`,
  expiresIn: 60,
  interval: 5,
};

/** Answers one request after the other; keeps what was sent. */
function server(...answers: [status: number, body: object][]) {
  const sent: { url: string; body: unknown }[] = [];
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    sent.push({ url, body: JSON.parse(String(init.body)) });
    const [status, body] = answers.shift() ?? [500, {}];
    return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
  });
  return sent;
}
afterEach(() => vi.unstubAllGlobals());

function waiting(signal: AbortSignal = new AbortController().signal) {
  const pauses: number[] = [];
  let nowMs = 0;
  const pause = async (seconds: number): Promise<void> => {
    pauses.push(seconds);
    nowMs += seconds * 1000;
  };
  return { pauses, end: () => awaitDeviceToken({ origin, grant, pause, nowMs: () => nowMs, signal }) };
}

describe('signing in by device code', () => {
  it('asks for a pair of codes and shows where to allow them', async () => {
    const sent = server([
      200,
      {
        device_code: 'dev',
        user_code: 'WDJB-MJHT',
        verification_uri: '/device',
        verification_uri_complete: '/device?user_code=WDJB-MJHT',
        expires_in: 60,
        interval: 5,
      },
    ]);
    expect(await beginDeviceSignIn(origin)).toEqual({ kind: 'granted', grant });
    expect(sent).toEqual([{ url: `${origin}/api/auth/device/code`, body: { client_id: 'milepost-extension' } }]);
  });

  it('waits at the server’s pace, slower when told so, until it is allowed', async () => {
    const sent = server(
      [400, { error: 'authorization_pending' }],
      [400, { error: 'slow_down' }],
      [200, { access_token: 'tok' }],
    );
    const { pauses, end } = waiting();
    expect(await end()).toEqual({ kind: 'token', token: 'tok' });
    expect(pauses).toEqual([5, 5, 10]);
    expect(sent[0]).toEqual({
      url: `${origin}/api/auth/device/token`,
      body: {
        grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
        device_code: 'dev',
        client_id: 'milepost-extension',
      },
    });
  });

  it('ends when it is refused, expired, or given up', async () => {
    server([400, { error: 'access_denied' }]);
    expect(await waiting().end()).toEqual({ kind: 'denied' });
    server([400, { error: 'expired_token' }]);
    expect(await waiting().end()).toEqual({ kind: 'expired' });
    const ending = new AbortController();
    ending.abort();
    expect(await waiting(ending.signal).end()).toEqual({ kind: 'given-up' });
  });

  it('does not give up over a dead line, but over time', async () => {
    vi.stubGlobal('fetch', async () => {
      throw new TypeError('Failed to fetch');
    });
    const { pauses, end } = waiting();
    expect(await end()).toEqual({ kind: 'expired' });
    expect(pauses).toEqual([5, 10, 20, 40]);
  });
});
