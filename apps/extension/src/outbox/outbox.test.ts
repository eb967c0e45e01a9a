import { beforeEach, describe, expect, it } from 'vitest';
import { draftsOf, keepDraft, typedDrafts } from '../drafts/draft-store.ts';
import { closeKeptData } from '../kept/kept-data.ts';
import { sampleClip } from './clip.sample.ts';
import { deliverOutbox } from './deliver-outbox.ts';
import { freshBench, type OutboxBench } from './outbox-bench.sample.ts';
import { readOutbox, takeBack } from './outbox-choices.ts';

let bench: OutboxBench;
beforeEach(async () => {
  bench = await freshBench();
});

describe('saving', () => {
  it('makes one item of a double click and of two tabs', async () => {
    const clip = sampleClip(1);
    await Promise.all([bench.save(clip), bench.save(clip), bench.save(clip)]);
    expect(await readOutbox()).toHaveLength(1);
    await deliverOutbox(bench.round());
    expect((await bench.save(clip))[0]?.state).toBe('sent');
    await deliverOutbox(bench.round({ reach: 'all' }));
    expect(bench.server.received).toHaveLength(1);
  });

  it('gives two tabs on one page the same clip id', async () => {
    let number = 0;
    const ask = () =>
      draftsOf({
        url: 'https://shop.example/team',
        pageTitle: 'Team',
        leadKeys: ['person ada', 'person bob'],
        nowMs: bench.clockMs,
        newId: () => {
          number += 1;
          return sampleClip(number).clipId;
        },
      });
    const [one, other] = await Promise.all([ask(), ask()]);
    expect(one.map((draft) => draft.clipId)).toEqual(other.map((draft) => draft.clipId));
  });

  it('keeps what was typed until the server has the lead, then lets go of it', async () => {
    const clip = sampleClip(1);
    const request = {
      url: clip.page.url,
      pageTitle: 'Team',
      leadKeys: ['a'],
      nowMs: bench.clockMs,
      newId: () => clip.clipId,
    };
    const [draft] = await draftsOf(request);
    await keepDraft({ id: draft?.id ?? '', lead: clip.lead, nowMs: bench.clockMs });
    await closeKeptData();
    expect((await draftsOf(request))[0]?.lead?.name).toBe('Ada 1');
    await bench.save(clip);
    bench.server.answers = [{ result: 'unreachable', of: 'server', waitMs: 0 }];
    await deliverOutbox(bench.round());
    expect(await typedDrafts()).toHaveLength(1);
    await deliverOutbox(bench.round({ reach: 'all' }));
    expect(await typedDrafts()).toHaveLength(0);
  });

  it('gives a queued lead back, but not one that is on its way or delivered', async () => {
    const [idle, leaving] = [sampleClip(1), sampleClip(2)];
    await bench.save(idle);
    expect(await takeBack(idle.clipId, bench.clockMs)).toBe(true);
    await bench.save(leaving);
    await deliverOutbox(
      bench.round({
        send: async (clip) => {
          expect(await takeBack(clip.clipId, bench.clockMs)).toBe(false);
          return bench.server.send(clip);
        },
      }),
    );
    expect(await takeBack(leaving.clipId, bench.clockMs)).toBe(false);
    expect(bench.server.records.size).toBe(1);
  });
});
