import { callServer, type ServerAnswer } from '../server/call-server.ts';

const CLIENT_ID = 'milepost-extension';
const GRANT_TYPE = 'urn:ietf:params:oauth:grant-type:device_code';

/** What the person is shown while the extension waits (RFC 8628 §3.2). Times in seconds. */
export type DeviceGrant = {
  deviceCode: string;
  userCode: string;
  /** Where the code is typed, and the same address with the code filled in. */
  verificationUri: string;
  verificationUriComplete: string;
  expiresIn: number;
  interval: number;
};

export type GrantAnswer =
  | { kind: 'granted'; grant: DeviceGrant }
  | { kind: 'no-answer' }
  | { kind: 'refused'; detail: string };

/** Begins a sign-in: asks the server for a pair of codes. */
export async function beginDeviceSignIn(origin: string): Promise<GrantAnswer> {
  const answer = await callServer(origin, {
    method: 'POST',
    path: '/api/auth/device/code',
    token: null,
    body: { client_id: CLIENT_ID },
  });
  if (answer.kind === 'problem') return { kind: 'refused', detail: answer.problem.detail };
  if (answer.kind === 'no-answer') return { kind: 'no-answer' };
  const grant = grantOf(answer.body as Record<string, unknown> | null, origin);
  return grant === null ? { kind: 'no-answer' } : { kind: 'granted', grant };
}

function grantOf(body: Record<string, unknown> | null, origin: string): DeviceGrant | null {
  const { device_code: deviceCode, user_code: userCode, verification_uri: uri, expires_in, interval } = body ?? {};
  if (typeof deviceCode !== 'string' || typeof userCode !== 'string' || typeof uri !== 'string') return null;
  const complete = body?.['verification_uri_complete'];
  const verificationUri = new URL(uri, origin).href;
  return {
    deviceCode,
    userCode,
    verificationUri,
    verificationUriComplete: typeof complete === 'string' ? new URL(complete, origin).href : verificationUri,
    expiresIn: typeof expires_in === 'number' ? expires_in : 1800,
    interval: typeof interval === 'number' ? interval : 5,
  };
}

/** One question's answer: `wait` to ask again after so many seconds, a token, or the end. */
export type PollAnswer =
  | { kind: 'token'; token: string }
  | { kind: 'wait'; seconds: number }
  | { kind: 'denied' }
  | { kind: 'expired' };

/** What the token endpoint said, as the next step. `seconds` is the interval kept so far (RFC 8628 §3.5). */
export function pollAnswerOf(answer: ServerAnswer, seconds: number): PollAnswer {
  if (answer.kind === 'no-answer') return { kind: 'wait', seconds: Math.min(seconds * 2, 60) };
  if (answer.kind === 'ok') {
    const { access_token: token } = (answer.body ?? {}) as { access_token?: unknown };
    return typeof token === 'string' ? { kind: 'token', token } : { kind: 'wait', seconds };
  }
  const { status, problem, waitMs } = answer;
  if (problem.code === 'authorization_pending') return { kind: 'wait', seconds };
  if (problem.code === 'slow_down' || status === 429) {
    return { kind: 'wait', seconds: Math.max(seconds + 5, Math.ceil(waitMs / 1000)) };
  }
  if (problem.code === 'access_denied') return { kind: 'denied' };
  if (status >= 500) return { kind: 'wait', seconds: Math.min(seconds * 2, 60) };
  return { kind: 'expired' };
}

export type Polling = {
  origin: string;
  grant: DeviceGrant;
  /** Waits so many seconds. */
  pause: (seconds: number) => Promise<void>;
  nowMs: () => number;
  /** Ends the waiting, for a person who thought better of it. */
  signal: AbortSignal;
};

export type SignInEnd =
  | { kind: 'token'; token: string }
  | { kind: 'denied' }
  | { kind: 'expired' }
  | { kind: 'given-up' };

/** Asks at the server's pace until the person has answered in the portal, the code has expired, or the waiting was ended. */
export async function awaitDeviceToken({ origin, grant, pause, nowMs, signal }: Polling): Promise<SignInEnd> {
  const endsAtMs = nowMs() + grant.expiresIn * 1000;
  let seconds = grant.interval;
  while (nowMs() < endsAtMs) {
    await pause(seconds);
    if (signal.aborted) return { kind: 'given-up' };
    const answer = await callServer(origin, {
      method: 'POST',
      path: '/api/auth/device/token',
      token: null,
      body: { grant_type: GRANT_TYPE, device_code: grant.deviceCode, client_id: CLIENT_ID },
    });
    if (signal.aborted) return { kind: 'given-up' };
    const next = pollAnswerOf(answer, seconds);
    if (next.kind !== 'wait') return next;
    seconds = next.seconds;
  }
  return { kind: 'expired' };
}
