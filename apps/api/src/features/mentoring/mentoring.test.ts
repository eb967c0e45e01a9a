import type { MentoringPool } from '@milepost/contract/mentoring';
import { evaluate, isConstant, type Why } from '@milepost/core/explain/why';
import { match } from '@milepost/core/mentoring/match';
import { fitsOfPeople, plainPairRules } from '@milepost/core/mentoring/people-fit';
import { peopleOf } from '@milepost/core/mentoring/pool';
import { afterEach, expect, it } from 'vitest';
import { describeEachDialect } from '../../db/testing.ts';
import { uuidv7 } from '../../ids.ts';
import { type CastMember, closeTestHouses, openTestHouse, type TestHouse } from '../../testing-house.ts';

const closing = (level: number) => ({ skill: 'Closing', level, required: 4, weight: 2 });
const agreement = { untilDay: '2026-09-30', everyDays: 14, minutes: 60, idleAfterDays: 30 };
const rules = { lead: 0, sameRegion: false };

const learn = (by: CastMember, who: CastMember, level: number, more: object = {}) =>
  by.call('POST', '/api/v1/mentee-profiles', {
    ...{ id: uuidv7(), personId: who.id, isSeeking: true },
    needs: [closing(level), { skill: 'Calling', level: 2, required: 3, weight: 1 }],
    ...more,
  });
const guide = (by: CastMember, who: CastMember, capacity: number, level = 5) =>
  by.call('POST', '/api/v1/mentor-profiles', {
    ...{ id: uuidv7(), personId: who.id, gives: [{ skill: 'closing', level }], capacity, isOpen: true },
  });

/** Ann and Ben of East and Oda of West have something to learn; Vera, who leads the whole, guides two of them. */
async function furnish(house: TestHouse) {
  const { vera, max, ann, ben, oda } = house;
  for (const answer of [
    await learn(ann, ann, 1),
    await learn(max, ben, 2),
    await learn(oda, oda, 3),
    await guide(vera, vera, 2),
  ])
    expect(answer.status).toBe(201);
}

const proposalOf = (pool: MentoringPool) => {
  const { mentees, mentors } = peopleOf(pool);
  const { pairs } = match(fitsOfPeople(mentees, mentors, plainPairRules), 'total');
  return pairs.flatMap((column, row) =>
    column === null
      ? []
      : [{ id: uuidv7(), menteeId: mentees[row]?.personId ?? '', mentorId: mentors[column]?.personId ?? '' }],
  );
};
const poolOf = async (who: CastMember) => (await who.call<MentoringPool>('GET', '/api/v1/mentoring/pool')).body;
const whyOf = async (who: CastMember, query: string) =>
  (await who.call<{ why: Why }>('GET', `/api/v1/mentoring/why?${query}`)).body.why;

describeEachDialect('mentors and mentees (S7)', (open) => {
  afterEach(closeTestHouses);

  it('are paired by the proposal that stands; a stale one is refused, and so is what stands against a pair', async () => {
    const house = await openTestHouse(open);
    const { vera, max, ann, ben, oda } = house;
    await furnish(house);
    // Vera leads the whole: line manager of nobody here but Max, whose team Ann and Ben are in.
    const mine = await poolOf(max);
    expect(mine.mentees.map(({ person }) => person.name).sort()).toEqual(['Ann', 'Ben']);
    expect(mine.mentees.every(({ lineManagerId }) => lineManagerId === max.id)).toBe(true);
    expect(mine.mentors).toMatchObject([{ person: { name: 'Vera' }, capacity: 2, running: 0, share: null }]);
    const fit = await whyOf(max, `figure=fit&menteeId=${ann.id}&mentorId=${vera.id}`);
    expect(evaluate(fit)).toBe(6 / 7);
    expect(isConstant(fit)).toBe(false);

    const pairs = proposalOf(mine);
    const asked = { stamp: mine.stamp, dial: 'total', rules, decisions: [], pairs, agreement };
    const half = { ...asked, pairs: pairs.slice(0, 1) };
    const twice = { ...asked, pairs: [...pairs, { ...pairs[0], id: uuidv7() }] };
    await learn(max, max, 3);
    for (const wrong of [asked, half, twice])
      expect((await max.call('POST', '/api/v1/mentoring/assign', wrong)).body.code).toBe('proposal-stale');
    expect((await max.call('GET', '/api/v1/mentorships')).body.items).toEqual([]);

    const now = await poolOf(max);
    expect(now.stamp).not.toBe(mine.stamp);
    const again = { ...asked, stamp: now.stamp, pairs: proposalOf(now) };
    for (const wrong of [half, twice])
      expect((await max.call('POST', '/api/v1/mentoring/assign', { ...wrong, stamp: now.stamp })).body.code).toBe(
        'proposal-stale',
      );
    expect((await max.call('POST', '/api/v1/mentoring/assign', again)).body).toEqual({ made: 2 });
    expect((await max.call('POST', '/api/v1/mentoring/assign', again)).body).toEqual({ made: 2 });
    const made = (await max.call('GET', '/api/v1/mentorships')).body.items;
    expect(made).toHaveLength(2);
    expect(made[0]).toMatchObject({
      mentor: { name: 'Vera' },
      status: 'running',
      isIdle: false,
      idleDays: 0,
      part: null,
    });

    const third = { id: uuidv7(), menteeId: oda.id, mentorId: vera.id, ...agreement };
    const refusals = [
      await vera.call('POST', '/api/v1/mentorships', third),
      await vera.call('POST', '/api/v1/mentorships', { ...third, menteeId: ann.id }),
      await oda.call('POST', '/api/v1/mentorships', third),
      await oda.call('GET', '/api/v1/mentoring/pool'),
      await oda.call('GET', `/api/v1/mentorships/${made[0].id}`),
      await oda.call('GET', `/api/v1/mentoring/why?figure=progress&mentorshipId=${made[0].id}`),
      await oda.call('GET', `/api/v1/mentoring/why?figure=fit&menteeId=${ann.id}&mentorId=${vera.id}`),
      await oda.call('POST', '/api/v1/mentor-profiles', {
        ...{ id: uuidv7(), personId: ann.id, gives: [{ skill: 'x', level: 1 }], capacity: 1, isOpen: true },
      }),
      await learn(max, ben, 1),
    ];
    // Nobody leads West: there Vera is the line manager, too.
    expect(refusals[0]?.body.issues).toMatchObject([{ code: 'line-manager' }]);
    expect(refusals.map(({ body }) => body.code)).toEqual([
      'mentor-unfit',
      'has-mentor',
      'not-allowed',
      'not-allowed',
      'not-found',
      'not-found',
      'not-found',
      'owner-unknown',
      'profile-taken',
    ]);
    expect((await vera.call('GET', '/api/v1/mentorships?count=1')).body.total).toBe(2);
    expect((await oda.call('GET', '/api/v1/mentee-profiles')).body.items).toHaveLength(1);
    expect((await oda.call('GET', '/api/v1/mentorships')).body.items).toEqual([]);
  });

  it('meet, share cases, fall idle after N days, progress, and close with a lesson', async () => {
    let now = '2026-03-16T09:00:00.000Z';
    const house = await openTestHouse(open, { now: () => now });
    const { vera, max, ann, ben, oda } = house;
    expect((await learn(ann, ann, 1)).status).toBe(201);
    expect((await guide(ben, ben, 1)).status).toBe(201);
    const pair = { id: uuidv7(), menteeId: ann.id, mentorId: ben.id, ...agreement };
    expect((await max.call('POST', '/api/v1/mentorships', { ...pair, mentorId: ann.id })).body.code).toBe(
      'reference-unknown',
    );
    expect((await max.call('POST', '/api/v1/mentorships', pair)).status).toBe(201);
    const share = await whyOf(max, `figure=share&mentorId=${ben.id}`);
    expect(share.value).toBeGreaterThan(0);
    expect(evaluate(share)).toBe(share.value);
    const path = `/api/v1/mentorships/${pair.id}`;
    const agreed = await ann.call('PATCH', path, { goal: 'Close alone', everyDays: 7 }, { 'if-match': '"1"' });
    expect(agreed.body).toMatchObject({
      goal: 'Close alone',
      everyDays: 7,
      part: 'mentee',
      version: 2,
      progress: null,
    });

    const account = { id: uuidv7(), name: 'Huaxin' };
    await ann.call('POST', '/api/v1/accounts', account);
    const visit = {
      ...{ id: uuidv7(), mentorshipId: pair.id, kind: 'visit', onDay: '2026-03-16', title: 'Together at Huaxin' },
      ...{ accountId: account.id, levels: [{ skill: 'closing', level: 3 }], nextStep: 'Ask for the order' },
    };
    const logged = await ann.call('POST', '/api/v1/mentorship-entries', visit);
    expect(logged.status).toBe(201);
    expect((await ann.call('GET', `/api/v1/activities/${logged.body.activityId}`)).body).toMatchObject({
      kind: 'visit',
      isDone: true,
      account: { name: 'Huaxin' },
      participantIds: [ben.id],
    });
    const shared = { id: uuidv7(), mentorshipId: pair.id, kind: 'case', onDay: '2026-03-16', title: 'How I lost one' };
    expect((await ben.call('POST', '/api/v1/mentorship-entries', shared)).status).toBe(201);
    // Gained 2·2 of 2·3 + 1.
    const seen = (await ben.call('GET', path)).body;
    expect(seen).toMatchObject({ meetings: 1, cases: 1, progress: 4 / 7, part: 'mentor', lastMetOn: '2026-03-16' });
    const progress = await whyOf(ann, `figure=progress&mentorshipId=${pair.id}`);
    expect(evaluate(progress)).toBe(4 / 7);
    expect(isConstant(progress)).toBe(false);
    // Where it was, Ben does not see: the account is Ann's.
    const told = (await ben.call('GET', '/api/v1/mentorship-entries')).body.items;
    expect(told.find((one: { id: string }) => one.id === visit.id)).toMatchObject({ account: null, isMine: false });

    now = '2026-04-15T09:00:00.000Z';
    expect((await ann.call('GET', path)).body).toMatchObject({ idleDays: 30, isIdle: false });
    now = '2026-04-16T09:00:00.000Z';
    expect((await ann.call('GET', path)).body).toMatchObject({ idleDays: 31, isIdle: true });

    const lesson = { result: 'partly', lesson: 'Ask for the order in the first visit', again: true };
    expect((await ann.call('POST', `${path}/close`, { ...lesson, lesson: ' ' }, { 'if-match': '"2"' })).body.code).toBe(
      'invalid-input',
    );
    expect((await oda.call('POST', `${path}/close`, lesson, { 'if-match': '"2"' })).body.code).toBe('not-found');
    expect((await ann.call('POST', `${path}/close`, lesson, { 'if-match': '"1"' })).body.code).toBe('version-clash');
    const closed = await ben.call('POST', `${path}/close`, lesson, { 'if-match': '"2"' });
    expect(closed.body).toMatchObject({ ...lesson, status: 'ended', endedOn: '2026-04-16', idleDays: null });

    const refusals = [
      await ben.call('POST', `${path}/close`, lesson, { 'if-match': '"3"' }),
      await ben.call('PATCH', path, { goal: 'x' }, { 'if-match': '"3"' }),
      await ann.call('POST', '/api/v1/mentorship-entries', { ...shared, id: uuidv7() }),
      await max.call('POST', '/api/v1/mentorship-entries', { ...shared, id: uuidv7() }),
      await oda.call('POST', '/api/v1/mentorship-entries', { ...shared, id: uuidv7() }),
      await ann.call('PATCH', `/api/v1/mentorship-entries/${shared.id}`, { title: 'x' }, { 'if-match': '"1"' }),
      await ann.call('POST', `${path}/archive`, undefined, { 'if-match': '"3"' }),
    ];
    expect(refusals.map(({ body }) => body.code)).toEqual([
      'mentorship-ended',
      'mentorship-ended',
      'mentorship-ended',
      'not-allowed',
      'not-found',
      'not-allowed',
      'not-allowed',
    ]);
    expect((await vera.call('GET', path)).body).toMatchObject({ version: 3, goal: 'Close alone', cases: 1 });
    // Both would do it again: Ann is in the pool once more, and Ben is the better for it.
    const pool = await poolOf(max);
    expect(pool.mentees).toMatchObject([{ person: { name: 'Ann' }, past: [{ mentorId: ben.id, again: true }] }]);
    const { mentees, mentors } = peopleOf(pool);
    expect(fitsOfPeople(mentees, mentors, plainPairRules).fit[0]).toBe(6 / 7 + 0.1);
  });

  it('case 25: a mentor of capacity 2 gets no third mentee, not even back out of the archive', async () => {
    const { vera, max, ann, ben, oda } = await openTestHouse(open);
    for (const who of [ann, max, oda]) expect((await learn(vera, who, 1)).status).toBe(201);
    expect((await guide(ben, ben, 2)).status).toBe(201);
    const pairWith = ({ id: menteeId }: CastMember, id = uuidv7()) =>
      vera.call('POST', '/api/v1/mentorships', { id, menteeId, mentorId: ben.id, ...agreement });
    const first = await pairWith(ann);
    expect([first.status, (await pairWith(max)).status]).toEqual([201, 201]);
    expect((await pairWith(oda)).body.code).toBe('mentor-full');
    const path = `/api/v1/mentorships/${first.body.id}`;
    expect((await vera.call('POST', `${path}/archive`, undefined, { 'if-match': '"1"' })).status).toBe(200);
    expect((await pairWith(oda)).status).toBe(201);
    expect((await vera.call('POST', `${path}/restore`, undefined, { 'if-match': '"2"' })).body.code).toBe(
      'mentor-full',
    );
    const mentors = (await ann.call('GET', '/api/v1/mentor-profiles')).body.items;
    expect(mentors).toMatchObject([{ capacity: 2, running: 2, isMine: false }]);
  });

  it('look for another when their mentor leaves: only they do, and the old pair ends with the new one', async () => {
    const house = await openTestHouse(open);
    const { vera, max, ann, ben } = house;
    await learn(ann, ann, 1);
    await guide(ben, ben, 1);
    const pair = { id: uuidv7(), menteeId: ann.id, mentorId: ben.id, ...agreement };
    expect((await max.call('POST', '/api/v1/mentorships', pair)).status).toBe(201);
    expect((await poolOf(max)).mentees).toEqual([]);
    const { version } = (await vera.call('GET', `/api/v1/people/${ben.id}`)).body;
    const gone = await vera.call(
      'PATCH',
      `/api/v1/people/${ben.id}`,
      { isActive: false },
      { 'if-match': `"${version}"` },
    );
    expect(gone.status).toBe(200);
    expect((await poolOf(max)).mentees).toMatchObject([{ person: { name: 'Ann' } }]);
    await guide(vera, vera, 1);
    const next = { ...pair, id: uuidv7(), mentorId: vera.id };
    expect((await max.call('POST', '/api/v1/mentorships', next)).status).toBe(201);
    expect((await max.call('GET', `/api/v1/mentorships/${pair.id}`)).body).toMatchObject({
      status: 'ended',
      result: 'stopped',
      again: null,
    });
    expect((await max.call('GET', `/api/v1/mentorships/${next.id}`)).body).toMatchObject({ status: 'running' });
  });
});
