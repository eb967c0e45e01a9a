import { afterEach, describe, expect, it } from 'vitest';
import { describeEachDialect } from '../../db/testing.ts';
import { uuidv7 } from '../../ids.ts';
import { closeTestHouses, openTestHouse, type TestHouse } from '../../testing-house.ts';
import { starterScenarios } from './starter/starter-scenarios.ts';

const levels = ['nothing', 'begun', 'sound', 'a model'];
const criterion = (name: string, weight: number) => ({ name, weight, levels, exercise: `Practise ${name}` });
const scores = (...seen: number[]) => seen.map((level, at) => ({ criterion: ['Need', 'Price', 'Close'][at], level }));

async function withScenario({ max }: TestHouse): Promise<string> {
  const id = uuidv7();
  const criteria = [criterion('Need', 3), criterion('Price', 2), criterion('Close', 1)];
  const texts = {
    name: 'Fifteen percent',
    situation: 'A frame contract ends',
    task: 'Renew it',
    customer: 'Signs at six',
  };
  expect((await max.call('POST', '/api/v1/role-play-scenarios', { id, ...texts, minutes: 20, criteria })).status).toBe(
    201,
  );
  return id;
}

describe('S2 scenarios of our own writing', () => {
  it('are complete in every language: the same criteria with described levels and something to practise', () => {
    for (const some of Object.values(starterScenarios)) {
      expect(some).toHaveLength(2);
      for (const [at, { criteria, minutes }] of some.entries()) {
        const english = starterScenarios.en[at];
        expect([minutes, criteria.map(({ weight }) => weight)]).toEqual([
          english?.minutes,
          english?.criteria.map(({ weight }) => weight),
        ]);
        for (const { exercise, levels: described } of criteria) {
          expect(exercise).toBeTruthy();
          expect(new Set(described).size).toBe(4);
        }
      }
    }
  });
});

describeEachDialect('role-play (S2)', (open) => {
  afterEach(closeTestHouses);

  it('is scored by both without knowing of each other; what was weak becomes exercises, in Today until they are done', async () => {
    const house = await openTestHouse(open);
    const { max, ann } = house;
    const scenarioId = await withScenario(house);
    const session = { id: uuidv7(), scenarioId, personId: ann.id, observerId: max.id, onDay: '2026-03-16' };
    expect((await ann.call('POST', '/api/v1/role-plays', session)).body).toMatchObject({
      ...{ side: 'self', given: { self: false, observer: false }, scenario: { name: 'Fifteen percent' } },
    });
    const path = `/api/v1/role-plays/${session.id}`;
    const todayOf = async (who: typeof ann) => {
      const { lanes } = (await who.call('GET', '/api/v1/today')).body;
      return lanes.flatMap(({ rows }: { rows: { source: string }[] }) =>
        rows.filter(({ source }) => source === 'role-play' || source === 'exercise'),
      );
    };
    expect(await todayOf(max)).toMatchObject([{ source: 'role-play', name: 'Fifteen percent', dueOn: '2026-03-18' }]);
    const seen = await max.call('POST', `${path}/scores`, { scores: scores(2, 1, 3) }, { 'if-match': '1' });
    expect(seen.body).toMatchObject({ total: { self: null, observer: (3 * 2 + 2 * 1 + 3) / 6 } });
    // Before she has looked for herself, Ann learns that there are scores and not which.
    expect((await ann.call('GET', path)).body).toMatchObject({
      ...{ given: { self: false, observer: true }, scores: { self: null, observer: null }, total: { observer: null } },
    });
    expect((await ann.call('GET', '/api/v1/exercises')).body.items).toEqual([]);
    const own = await ann.call('POST', `${path}/scores`, { scores: scores(3, 3, 3) }, { 'if-match': '2' });
    expect(own.body).toMatchObject({ total: { self: 3, observer: 11 / 6 }, scores: { observer: scores(2, 1, 3) } });

    const exercises = (await ann.call('GET', '/api/v1/exercises')).body.items;
    expect(exercises.map(({ criterion: of }: { criterion: string }) => of).sort()).toEqual(['Need', 'Price']);
    expect(exercises[0]).toMatchObject({ dueOn: '2026-03-30', doneAt: null, person: { name: 'Ann' } });
    const price = exercises.find(({ criterion: of }: { criterion: string }) => of === 'Price');
    const soon = await max.call('PATCH', `/api/v1/exercises/${price.id}`, { dueOn: '2026-03-20' }, { 'if-match': '1' });
    expect(soon.body).toMatchObject({ dueOn: '2026-03-20', version: 2 });
    expect(await todayOf(ann)).toMatchObject([{ source: 'exercise', name: 'Practise Price', dueOn: '2026-03-20' }]);
    const done = await ann.call('POST', `/api/v1/today/items/exercise/${price.id}/done`, {}, { 'if-match': '2' });
    expect(done.status).toBe(200);
    expect(await todayOf(ann)).toEqual([]);
    expect((await max.call('GET', `/api/v1/exercises/${price.id}`)).body.doneAt).not.toBeNull();

    // The second session shows the trend by criterion; what is still to be practised is not set twice.
    const second = { ...session, id: uuidv7() };
    await max.call('POST', '/api/v1/role-plays', second);
    const again = `/api/v1/role-plays/${second.id}/scores`;
    await ann.call('POST', again, { scores: scores(2, 2, 2) }, { 'if-match': '1' });
    await max.call('POST', again, { scores: scores(2, 3, 2) }, { 'if-match': '2' });
    expect((await ann.call('GET', '/api/v1/role-play-trend')).body).toMatchObject({
      sessions: 2,
      trends: [
        { name: 'Need', change: 0 },
        { name: 'Price', change: 2 },
        { name: 'Close', change: -1 },
      ],
    });
    const open2 = (await ann.call('GET', '/api/v1/exercises')).body.items;
    expect(open2.filter(({ doneAt }: { doneAt: string | null }) => doneAt === null)).toHaveLength(2);
  });

  it('is seen by the two and by who leads; scores that stand, strangers and half a rubric are refused, and nothing happened', async () => {
    const house = await openTestHouse(open);
    const { vera, max, ann, ben, oda } = house;
    const scenarioId = await withScenario(house);
    const session = { id: uuidv7(), scenarioId, personId: ann.id, observerId: ben.id, onDay: '2026-03-16' };
    await ben.call('POST', '/api/v1/role-plays', session);
    const path = `/api/v1/role-plays/${session.id}`;
    const seen = { 'if-match': '1' };
    const whole = { scores: scores(1, 1, 1) };
    const refusals = [
      await oda.call('GET', path),
      await oda.call('POST', '/api/v1/role-plays', { ...session, id: uuidv7(), observerId: max.id }),
      await max.call('POST', `${path}/scores`, whole, seen),
      await ann.call('POST', `${path}/scores`, { scores: scores(1, 1) }, seen),
      await ann.call('POST', `${path}/scores`, { scores: [...scores(1, 1, 1), ...scores(2)] }, seen),
      await ann.call('POST', `${path}/scores`, { scores: scores(1, 1, 5) }, seen),
      await ann.call('POST', '/api/v1/role-plays', { ...session, id: uuidv7(), observerId: ann.id }),
      await ann.call('POST', '/api/v1/role-play-scenarios', {}),
      await oda.call('GET', `/api/v1/role-play-trend?personId=${ann.id}`),
    ];
    expect(refusals.map(({ body }) => body.code)).toEqual([
      ...['not-found', 'not-found', 'not-allowed', 'invalid-input', 'invalid-input', 'invalid-input', 'invalid-input'],
      ...['not-allowed', 'not-found'],
    ]);
    expect((await vera.call('GET', path)).body).toMatchObject({ version: 1, side: null });
    await ann.call('POST', `${path}/scores`, whole, seen);
    const stale = await ben.call('POST', `${path}/scores`, whole, seen);
    expect([stale.status, stale.body.code]).toEqual([412, 'version-clash']);
    await ben.call('POST', `${path}/scores`, whole, { 'if-match': '2' });
    for (const who of [ann, ben])
      expect(
        (await who.call('POST', `${path}/scores`, { scores: scores(4, 4, 4) }, { 'if-match': '3' })).body.code,
      ).toBe('role-play-scored');
    expect((await max.call('GET', path)).body).toMatchObject({ total: { self: 1, observer: 1 }, version: 3 });
    expect((await oda.call('GET', '/api/v1/role-plays')).body.items).toEqual([]);
    expect((await oda.call('GET', '/api/v1/exercises')).body.items).toEqual([]);
    expect((await vera.call('POST', '/api/v1/role-play-scenarios/starter-set', { locale: 'zh-Hans' })).body).toEqual({
      scenarios: 2,
    });
    expect((await vera.call('POST', '/api/v1/role-play-scenarios/starter-set', { locale: 'zh-Hans' })).body).toEqual({
      scenarios: 0,
    });
  });
});
