import { beforeEach, describe, expect, it } from 'vitest';
import { sampleClip } from './clip.sample.ts';
import { deliverOutbox, LEASE_MS } from './deliver-outbox.ts';
import { claimNext, enqueue, settle } from './outbox.ts';
import { freshBench, ME, type OutboxBench } from './outbox-bench.sample.ts';
import { nextAttemptAtMs, outboxItemsOf, resumeAfterSignIn, sendAgain } from './outbox-choices.ts';
import type { Delivery } from './outbox-item.ts';

let bench: OutboxBench;
beforeEach(async () => {
  bench = await freshBench();
});

const offLine: Delivery = { result: 'unreachable', of: 'server', waitMs: 0 };

describe('delivery of the queue', () => {
  it('says queued until the server has answered, and sent afterwards', async () => {
    const clip = sampleClip(1);
    await bench.save(clip);
    expect(await bench.stateOf(clip)).toBe('queued');
    expect(await deliverOutbox(bench.round())).toBe('done');
    expect(await bench.stateOf(clip)).toBe('sent');
  });

  it('keeps a lead while the line is down and sends it when the line is back', async () => {
    const clip = sampleClip(1);
    await bench.save(clip);
    bench.server.answers = [offLine];
    expect(await deliverOutbox(bench.round())).toBe('unreachable');
    expect(await bench.stateOf(clip)).toBe('queued');
    expect(await deliverOutbox(bench.round({ reach: 'all' }))).toBe('done');
    expect(bench.server.records.size).toBe(1);
    expect(await bench.stateOf(clip)).toBe('sent');
  });

  it('makes one record when the worker dies between the server and the mark', async () => {
    const clip = sampleClip(1);
    await bench.save(clip);
    bench.server.answers = ['die-after-recording'];
    await expect(deliverOutbox(bench.round())).rejects.toThrow('killed');
    expect(await bench.stateOf(clip)).toBe('queued');
    bench.clockMs += LEASE_MS + 1;
    await deliverOutbox(bench.round({ holder: 'next worker' }));
    expect(bench.server.received).toEqual([clip.clipId, clip.clipId]);
    expect(bench.server.records.size).toBe(1);
    expect(await bench.stateOf(clip)).toBe('sent');
  });

  it('never sends one item from two contexts at once', async () => {
    const clips = [1, 2, 3, 4, 5].map((number) => sampleClip(number));
    await bench.save(...clips);
    const rounds = ['panel', 'worker', 'other window'].map((holder) =>
      deliverOutbox(bench.round({ holder, reach: 'all' })),
    );
    await Promise.all(rounds);
    expect(bench.server.received).toHaveLength(5);
    expect(new Set(bench.server.received).size).toBe(5);
  });

  it('leaves a leased item alone until the lease has run out', async () => {
    await bench.save(sampleClip(1));
    const claim = {
      nowMs: bench.clockMs,
      leaseMs: LEASE_MS,
      account: ME,
      except: new Set<string>(),
      reach: 'all' as const,
    };
    expect(await claimNext({ ...claim, holder: 'panel' })).not.toBeNull();
    expect(await claimNext({ ...claim, holder: 'worker' })).toBeNull();
    expect(await claimNext({ ...claim, holder: 'worker', nowMs: bench.clockMs + LEASE_MS })).not.toBeNull();
  });

  it('does not let a straggler undo what a later attempt found', async () => {
    const clip = sampleClip(1);
    await bench.save(clip);
    const claim = { leaseMs: LEASE_MS, account: ME, except: new Set<string>(), reach: 'all' as const };
    await claimNext({ ...claim, holder: 'slow', nowMs: bench.clockMs });
    await claimNext({ ...claim, holder: 'quick', nowMs: bench.clockMs + LEASE_MS });
    const refusal: Delivery = { result: 'refused', reason: { code: 'sign-in' } };
    await settle(clip.clipId, { holder: 'slow', delivery: refusal, nowMs: bench.clockMs, dice: 0 });
    expect(await bench.stateOf(clip)).toBe('queued');
    const accepted: Delivery = { result: 'accepted', outcome: 'created', record: null, mail: null, undo: null };
    await settle(clip.clipId, { holder: 'slow', delivery: accepted, nowMs: bench.clockMs, dice: 0 });
    expect(await bench.stateOf(clip)).toBe('sent');
  });

  it('waits longer after each failure, and no shorter than the server asked for', async () => {
    const clip = sampleClip(1);
    await bench.save(clip);
    bench.server.answers = [offLine, offLine, { result: 'unreachable', of: 'server', waitMs: 900_000 }];
    await deliverOutbox(bench.round());
    expect(await nextAttemptAtMs()).toBe(bench.clockMs + 5_000);
    await deliverOutbox(bench.round());
    expect(bench.server.received).toHaveLength(1);
    bench.clockMs += 5_000;
    await deliverOutbox(bench.round());
    expect(await nextAttemptAtMs()).toBe(bench.clockMs + 10_000);
    bench.clockMs += 10_000;
    await deliverOutbox(bench.round());
    expect(await nextAttemptAtMs()).toBe(bench.clockMs + 900_000);
    await deliverOutbox(bench.round({ reach: 'all' }));
    expect(bench.server.received).toHaveLength(3);
  });

  it('asks the person when the server refuses, and goes on with the others', async () => {
    const [bad, good] = [sampleClip(1), sampleClip(2)];
    await bench.save(bad, good);
    const reason = {
      code: 'refused',
      status: 400,
      failure: 'invalid-input',
      detail: '',
      fix: null,
      fields: ['/lead/name'],
    } as const;
    bench.server.answers = [{ result: 'refused', reason: { ...reason, fields: [...reason.fields] } }];
    expect(await deliverOutbox(bench.round())).toBe('done');
    expect(await bench.stateOf(bad)).toBe('needs-you');
    expect(await bench.stateOf(good)).toBe('sent');
    bench.clockMs += 10 ** 9;
    await deliverOutbox(bench.round({ reach: 'all' }));
    expect(bench.server.received).toHaveLength(2);
    await sendAgain(bad.clipId, { account: ME, nowMs: bench.clockMs });
    await deliverOutbox(bench.round());
    expect(await bench.stateOf(bad)).toBe('sent');
  });

  it('goes on with the others when the server stumbles over one item', async () => {
    const [bad, good] = [sampleClip(1), sampleClip(2)];
    await bench.save(bad, good);
    bench.server.answers = [{ result: 'unreachable', of: 'item', waitMs: 0 }];
    expect(await deliverOutbox(bench.round())).toBe('done');
    expect(await bench.stateOf(bad)).toBe('queued');
    expect(await bench.stateOf(good)).toBe('sent');
  });

  it('stops at an expired sign-in and resumes by itself after signing in', async () => {
    const [one, two] = [sampleClip(1), sampleClip(2)];
    await bench.save(one, two);
    bench.server.answers = [{ result: 'refused', reason: { code: 'sign-in' } }];
    expect(await deliverOutbox(bench.round())).toBe('sign-in');
    expect(bench.server.received).toHaveLength(1);
    await resumeAfterSignIn({ account: ME, nowMs: bench.clockMs });
    await deliverOutbox(bench.round());
    expect(bench.server.records.size).toBe(2);
  });

  it('does not hand one account’s lead to another account', async () => {
    const clip = sampleClip(1);
    await bench.save(clip);
    await deliverOutbox(bench.round({ account: 'https://crm.example#bob' }));
    expect(bench.server.received).toEqual([]);
    expect((await outboxItemsOf([clip.clipId]))[0]).toMatchObject({ reason: { code: 'other-account' } });
    await resumeAfterSignIn({ account: ME, nowMs: bench.clockMs });
    await deliverOutbox(bench.round());
    expect(bench.server.records.size).toBe(1);
  });

  it('sends what was saved before anybody signed in', async () => {
    await enqueue([sampleClip(1)], { account: null, nowMs: bench.clockMs });
    await deliverOutbox(bench.round());
    expect(bench.server.records.size).toBe(1);
  });
});
