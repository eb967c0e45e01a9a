import { evaluate, isConstant } from '@milepost/core/explain/why';
import { fitsOfPeople, plainPairRules } from '@milepost/core/mentoring/people-fit';
import { peopleOf } from '@milepost/core/mentoring/pool';
import { afterEach, expect, it } from 'vitest';
import { describeEachDialect } from '../../db/testing.ts';
import { uuidv7 } from '../../ids.ts';
import { closeTestHouses, openTestHouse } from '../../testing-house.ts';
import { agreement, guide, learn, poolOf, whyOf } from './testing-mentoring.ts';

describeEachDialect('a mentor and a mentee over time (S7)', (open) => {
  afterEach(closeTestHouses);

  it('are known by what others saw: assessed levels count in the pool, and as progress since', async () => {
    const { max, ann, ben, oda } = await openTestHouse(open);
    const skillId = uuidv7();
    await max.call('POST', '/api/v1/skills', { id: skillId, name: 'Closing' });
    expect((await learn(ann, ann, 3)).status).toBe(201);
    expect((await guide(ben, ben, 1)).status).toBe(201);
    const see = (who: typeof ann, level: number, by = max) =>
      by.call('POST', '/api/v1/assessments', { id: uuidv7(), personId: who.id, skillId, level });
    await see(ann, 1);
    await see(ben, 4);
    const pool = await poolOf(max);
    expect(pool.mentees[0]?.needs[0]).toMatchObject({ skill: 'Closing', level: 1, required: 4 });
    expect(pool.mentors[0]?.gives).toEqual([{ skill: 'closing', level: 4 }]);
    const known = await max.call('GET', `/api/v1/mentoring/known-skills?personId=${ben.id}`);
    expect(known.body).toEqual({ gives: [{ skill: 'Closing', level: 4 }], needs: [] });
    expect((await oda.call('GET', `/api/v1/mentoring/known-skills?personId=${ben.id}`)).body.code).toBe('not-found');
    expect((await see(ann, 2, ben)).body.code).toBe('not-found');
    const pair = { id: uuidv7(), menteeId: ann.id, mentorId: ben.id, ...agreement };
    expect((await max.call('POST', '/api/v1/mentorships', pair)).status).toBe(201);
    // Now Ben may assess his mentee; what he sees is her progress: two of the seven that were lacking, twice as much as another.
    expect((await see(ann, 2, ben)).body).toMatchObject({ kind: 'mentor', level: 2 });
    const path = `/api/v1/mentorships/${pair.id}`;
    expect((await ann.call('GET', path)).body).toMatchObject({
      progress: 2 / 7,
      now: [{ skill: 'Closing', level: 2 }],
    });
    const progress = await whyOf(ann, `figure=progress&mentorshipId=${pair.id}`);
    expect(evaluate(progress)).toBe(2 / 7);
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
