import { evaluate, isConstant, type Why } from '@milepost/core/explain/why';
import { wilson } from '@milepost/core/rate/wilson';
import { afterEach, expect, it } from 'vitest';
import { describeEachDialect } from '../../db/testing.ts';
import { uuidv7 } from '../../ids.ts';
import { type CastMember, closeTestHouses, openTestHouse } from '../../testing-house.ts';

const log = async (who: CastMember, more: Record<string, unknown>) => {
  const answer = await who.call('POST', '/api/v1/activities', {
    id: uuidv7(),
    kind: 'call',
    onDay: '2026-03-17',
    isDone: true,
    subject: 'Called',
    ...more,
  });
  expect(answer.status).toBe(201);
};

describeEachDialect('talk tracks and the review of a week (E3)', (open) => {
  afterEach(closeTestHouses);

  it('gather what was heard, what it was met with and what came of it', async () => {
    const { ann, ben, max, oda, vera } = await openTestHouse(open);
    const track = {
      id: uuidv7(),
      name: 'Pay by instalments',
      objection: 'price',
      words: 'Three rates, service included.',
    };
    expect((await ann.call('POST', '/api/v1/talk-tracks', track)).status).toBe(201);
    const account = { id: uuidv7(), name: 'Huaxin' };
    await ann.call('POST', '/api/v1/accounts', account);
    await log(ann, {
      outcome: 'agreed',
      objection: 'price',
      talkTrackId: track.id,
      needChange: 'A second line',
      accountId: account.id,
    });
    await log(ann, { outcome: 'refused', objection: 'price', talkTrackId: track.id });
    await log(ann, { outcome: 'objection', objection: 'timing' });
    await log(ben, { outcome: 'interested', objection: 'price' });
    await log(ben, {});
    await log(ann, { outcome: 'agreed', onDay: '2026-03-23' });
    const mine = (await ann.call('GET', '/api/v1/talk-tracks/review')).body;
    expect(mine).toMatchObject({ from: '2026-03-16', to: '2026-03-22', activities: 3, withOutcome: 3 });
    expect(mine.objections).toEqual([
      { objection: 'price', share: { num: 2, den: 3, ratio: 2 / 3, ...wilson({ successes: 2, trials: 3 }) } },
      { objection: 'timing', share: { num: 1, den: 3, ratio: 1 / 3, ...wilson({ successes: 1, trials: 3 }) } },
    ]);
    expect(mine.talkTracks.find((one: { talkTrack: unknown }) => one.talkTrack !== null)).toMatchObject({
      talkTrack: { name: 'Pay by instalments' },
      outcomes: [
        { outcome: 'agreed', count: 1 },
        { outcome: 'refused', count: 1 },
      ],
      turned: { num: 1, den: 2 },
    });
    expect(mine.needChanges).toMatchObject([{ needChange: 'A second line', account: { name: 'Huaxin' } }]);
    const team = (await max.call('GET', '/api/v1/talk-tracks/review')).body;
    expect(team).toMatchObject({ activities: 5, withOutcome: 4 });
    for (const [figure, key, value] of [
      ['objection', 'price', 2 / 3],
      ['talkTrack', track.id, 1 / 2],
    ]) {
      const { why } = (
        await ann.call<{ why: Why }>('GET', `/api/v1/talk-tracks/review/why?figure=${figure}&key=${key}`)
      ).body;
      expect(evaluate(why)).toBe(value);
      expect(isConstant(why)).toBe(false);
    }

    const stages = (await vera.call('GET', '/api/v1/stages')).body.items as { id: string; category: string }[];
    const stageOf = (wanted: string) => stages.find(({ category }) => category === wanted)?.id;
    const deal = { id: uuidv7(), name: 'Line 4', stageId: stageOf('open'), amountMinor: 100 };
    expect((await ann.call('POST', '/api/v1/opportunities', deal)).status).toBe(201);
    const lost = await ann.call(
      'PATCH',
      `/api/v1/opportunities/${deal.id}`,
      { stageId: stageOf('lost'), lostReason: 'Price', closedOn: '2026-03-16' },
      { 'if-match': '"1"' },
    );
    expect(lost.status).toBe(200);
    expect((await ann.call('GET', '/api/v1/talk-tracks/review')).body).toMatchObject({
      closed: { won: 0, lost: 1 },
      lostReasons: [{ reason: 'Price', share: { num: 1, den: 1 } }],
    });

    // A loss of which nobody says why has its share too, and that opens without a key.
    await ann.call('POST', '/api/v1/opportunities', {
      ...{ ...deal, id: uuidv7(), stageId: stageOf('lost'), closedOn: '2026-03-17' },
    });
    const unsaid = (await ann.call<{ why: Why }>('GET', '/api/v1/talk-tracks/review/why?figure=lostReason')).body.why;
    expect([evaluate(unsaid), isConstant(unsaid)]).toEqual([1 / 2, false]);

    expect((await oda.call('GET', '/api/v1/talk-tracks/review')).body).toMatchObject({
      activities: 0,
      objections: [],
      lostReasons: [],
      needChanges: [],
    });
    const refusals = [
      await oda.call('GET', '/api/v1/talk-tracks/review/why?figure=objection&key=price'),
      await oda.call('PATCH', `/api/v1/talk-tracks/${track.id}`, { words: 'x' }),
      await oda.call('POST', '/api/v1/talk-tracks', { ...track, id: uuidv7(), objection: 'weather' }),
    ];
    expect(refusals.map(({ body }) => body.code)).toEqual(['not-found', 'version-missing', 'invalid-input']);
    expect((await ann.call('GET', `/api/v1/talk-tracks/${track.id}`)).body).toMatchObject({
      version: 1,
      words: track.words,
    });
  });
});
