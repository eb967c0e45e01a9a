import { afterEach, describe, expect, it, vi } from 'vitest';
import { sampleClip } from './clip.sample.ts';
import { sendClip } from './send-clip.ts';

const clip = sampleClip(1);
const recipient = { origin: 'https://crm.example', token: 'secret' };

function answerWith(status: number, body: string, headers: Record<string, string> = {}) {
  const fetched = vi.fn(
    async (_url: string, _init: RequestInit) =>
      new Response(body, { status, headers: { 'content-type': 'application/json', ...headers } }),
  );
  vi.stubGlobal('fetch', fetched);
  return fetched;
}

afterEach(() => vi.unstubAllGlobals());

describe('handing a clip to the server', () => {
  it('sends the clip id as the idempotency key and the token as bearer', async () => {
    const fetched = answerWith(201, '{"outcome":"created","leadId":"7"}');
    expect(await sendClip(clip, recipient)).toEqual({
      result: 'accepted',
      outcome: 'created',
      record: { kind: 'lead', id: '7', label: '' },
      mail: null,
      undo: null,
    });
    const [url, init] = fetched.mock.calls[0] ?? [];
    expect(url).toBe('https://crm.example/api/v1/clips');
    expect(init?.headers).toMatchObject({ 'idempotency-key': clip.clipId, authorization: 'Bearer secret' });
    expect(JSON.parse(String(init?.body))).toEqual(clip);
  });

  it('takes a second delivery for a delivery', async () => {
    answerWith(200, '{"outcome":"merged","record":{"kind":"contact","id":"8","label":"Ada"},"leadId":null}');
    const record = { kind: 'contact', id: '8', label: 'Ada' };
    expect(await sendClip(clip, recipient)).toMatchObject({ result: 'accepted', outcome: 'merged', record });
  });

  it('keeps how it can be taken back, and what became of its mail', async () => {
    answerWith(201, '{"outcome":"created","leadId":"7","setId":"9","mail":{"state":"logged-before","by":"Ann"}}');
    expect(await sendClip(clip, recipient)).toMatchObject({
      undo: { setId: '9' },
      mail: { state: 'logged-before', by: 'Ann' },
    });
  });

  it('writes a note down as an activity of its record, under the clip’s own id', async () => {
    const about = { kind: 'account' as const, id: '5', label: 'Huaxin' };
    const { clipId, page } = clip;
    const note = { clipId, page, note: { onDay: '2026-03-02', subject: 'Price', body: 'Price', about } };
    const fetched = answerWith(201, JSON.stringify({ id: clipId, version: 1 }));
    expect(await sendClip(note, recipient)).toEqual({
      result: 'accepted',
      outcome: 'noted',
      record: about,
      mail: null,
      undo: { activityId: clipId, version: 1 },
    });
    const [url, init] = fetched.mock.calls[0] ?? [];
    expect(url).toBe('https://crm.example/api/v1/activities');
    expect(JSON.parse(String(init?.body))).toMatchObject({ id: clipId, kind: 'note', isDone: true, accountId: '5' });
    answerWith(201, '{"id":"another"}');
    expect(await sendClip(note, recipient)).toMatchObject({ result: 'unreachable' });
  });

  it('does not believe a hotel’s sign-in page', async () => {
    answerWith(200, '<html>Welcome</html>', { 'content-type': 'text/html' });
    expect(await sendClip(clip, recipient)).toMatchObject({ result: 'unreachable', of: 'server' });
    answerWith(200, '{"ok":true}');
    expect(await sendClip(clip, recipient)).toMatchObject({ result: 'unreachable', of: 'server' });
    answerWith(200, '{"outcome":');
    expect(await sendClip(clip, recipient)).toMatchObject({ result: 'unreachable', of: 'server' });
  });

  it('tries again after a dead line, a timeout, a fault of the server and too many requests', async () => {
    vi.stubGlobal('fetch', async () => {
      throw new TypeError('Failed to fetch');
    });
    expect(await sendClip(clip, recipient)).toMatchObject({ result: 'unreachable', of: 'server' });
    answerWith(500, '{"code":"internal"}');
    expect(await sendClip(clip, recipient)).toMatchObject({ result: 'unreachable', of: 'item' });
    answerWith(408, '{}');
    expect(await sendClip(clip, recipient)).toMatchObject({ result: 'unreachable', of: 'item' });
    answerWith(429, '{}', { 'retry-after': '90' });
    expect(await sendClip(clip, recipient)).toEqual({ result: 'unreachable', of: 'server', waitMs: 90_000 });
  });

  it('asks the person to sign in, or to correct what the server names', async () => {
    answerWith(401, '{"code":"not-signed-in"}', { 'content-type': 'application/problem+json' });
    expect(await sendClip(clip, recipient)).toEqual({ result: 'refused', reason: { code: 'sign-in' } });
    answerWith(400, '{"code":"invalid-input","detail":"no","fix":"yes","issues":[{"path":"/lead/name"}]}', {
      'content-type': 'application/problem+json; charset=utf-8',
    });
    expect(await sendClip(clip, recipient)).toEqual({
      result: 'refused',
      reason: {
        code: 'refused',
        status: 400,
        failure: 'invalid-input',
        detail: 'no',
        fix: 'yes',
        fields: ['/lead/name'],
      },
    });
  });
});
