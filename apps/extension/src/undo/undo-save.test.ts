import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sampleClip } from '../outbox/clip.sample.ts';
import { deliverOutbox } from '../outbox/deliver-outbox.ts';
import { freshBench, type OutboxBench } from '../outbox/outbox-bench.sample.ts';
import { readOutbox } from '../outbox/outbox-choices.ts';
import type { Delivery } from '../outbox/outbox-item.ts';
import { undoSave } from './undo-save.ts';

const session = { origin: 'https://crm.example', token: 't', personId: 'ada', personName: 'Ada', organisation: 'Acme' };
const accepted = (undo: Extract<Delivery, { result: 'accepted' }>['undo']): Delivery => ({
  result: 'accepted',
  outcome: 'created',
  record: null,
  mail: null,
  undo,
});
let bench: OutboxBench;
let asked: string[] = [];
let status = 200;

beforeEach(async () => {
  bench = await freshBench();
  asked = [];
  status = 200;
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    asked.push(`${new URL(url).pathname} ${new Headers(init.headers).get('if-match') ?? ''}`.trim());
    return Response.json({}, { status });
  });
});
afterEach(() => vi.unstubAllGlobals());
const take = (clipIds: string[]) => undoSave(clipIds, { session, nowMs: bench.clockMs });

describe('what was just saved', () => {
  it('leaves the queue while it still waits there, and the server is not asked', async () => {
    const clip = sampleClip(1);
    await bench.save(clip);
    expect(await take([clip.clipId])).toEqual([clip.clipId]);
    expect([await readOutbox(), asked]).toEqual([[], []]);
  });

  it('is taken back at the server as the set it was, a note by itself', async () => {
    const [lead, note] = [sampleClip(1), sampleClip(2)];
    await bench.save(lead, note);
    bench.server.answers = [accepted({ setId: '9' }), accepted({ activityId: '8', version: 1 })];
    await deliverOutbox(bench.round());
    expect(await take([lead.clipId, note.clipId])).toEqual([lead.clipId, note.clipId]);
    expect(asked).toEqual(['/api/v1/changes/sets/9/undo', '/api/v1/activities/8/archive "1"']);
    expect(await readOutbox()).toEqual([]);
  });

  it('stays saved when somebody has changed it meanwhile', async () => {
    const clip = sampleClip(1);
    await bench.save(clip);
    bench.server.answers = [accepted({ setId: '9' })];
    await deliverOutbox(bench.round());
    status = 409;
    expect(await take([clip.clipId])).toEqual([]);
    expect((await readOutbox())[0]?.state).toBe('sent');
  });
});
