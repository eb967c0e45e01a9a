import { afterEach, expect, it } from 'vitest';
import { describeEachDialect } from '../../db/testing.ts';
import { uuidv7 } from '../../ids.ts';
import { type CastMember, closeTestHouses, openTestHouse } from '../../testing-house.ts';
import { closeOverdueAttempts } from './take-quiz.ts';
import { enrol, makeCourse } from './testing-training.ts';

const path = '/api/v1/attempts';
const seen = (version: number) => ({ 'if-match': `${version}` });
const start = (who: CastMember, enrolmentId: string) => who.call('POST', path, { id: uuidv7(), enrolmentId });
const standing = async (who: CastMember, courseId: string, personId = who.id) =>
  (await who.call('GET', `/api/v1/courses/${courseId}/standing?personId=${personId}`)).body;

describeEachDialect('courses (S1)', (open) => {
  afterEach(closeTestHouses);

  it('start, leave, start, leave: the third start is refused, the material stays, nobody is removed (case 23)', async () => {
    const { max, ann } = await openTestHouse(open);
    const course = await makeCourse(max);
    const enrolmentId = await enrol(ann, course.id);
    for (const number of [1, 2]) {
      const { status, body } = await start(ann, enrolmentId);
      expect([status, body.number, body.state]).toEqual([201, number, 'open']);
      const left = await ann.call('POST', `${path}/${body.id}/leave`, { answers: course.right }, seen(1));
      // Whoever leaves has not passed, whatever was ticked.
      expect(left.body).toMatchObject({ state: 'left', rightCount: 2, isPassed: false });
    }
    const third = await start(ann, enrolmentId);
    expect([third.status, third.body.code]).toEqual([409, 'no-attempts-left']);
    expect(await standing(ann, course.id)).toMatchObject({
      ...{ mayStart: 'none-left', attemptsLeft: 0, award: null },
      enrolment: { id: enrolmentId, archivedAt: null, completedOn: null, done: 0, parts: 2 },
    });
    const read = await ann.call('GET', `/api/v1/courses/${course.id}`);
    expect(read.body.sections).toMatchObject([{ title: 'Prepare', body: 'Limit, alternative, list.' }]);
    const granted = { extraAttempts: 1 };
    await max.call('PATCH', `/api/v1/enrolments/${enrolmentId}`, granted, seen(1));
    expect((await start(ann, enrolmentId)).body.number).toBe(3);
  });

  it('goes on with the attempt under way, and one whose time is over closes by itself with what was kept', async () => {
    let now = '2026-03-16T09:00:00.000Z';
    const { deps, operator, max, ann } = await openTestHouse(open, { now: () => now });
    const course = await makeCourse(max, { sections: [] });
    const enrolmentId = await enrol(ann, course.id);
    const { body } = await start(ann, enrolmentId);
    expect(body).toMatchObject({ endsAt: '2026-03-16T09:20:00.000Z', rightCount: null });
    expect(body.questions[0]).toMatchObject({ isRight: null, explanation: null, rightCount: 1 });
    expect(JSON.stringify(body)).not.toContain('rightIds');
    expect((await start(ann, enrolmentId)).body.id).toBe(body.id);
    await ann.call('PATCH', `${path}/${body.id}`, { answers: course.wrong }, seen(1));
    expect(await closeOverdueAttempts(deps, operator)).toEqual({ closed: 0 });
    now = '2026-03-16T09:20:00.000Z';
    const late = await ann.call('PATCH', `${path}/${body.id}`, { answers: course.right }, seen(2));
    expect(late.body.code).toBe('attempt-closed');
    expect((await standing(ann, course.id)).attempts[0]).toMatchObject({ state: 'timed-out', rightCount: null });
    expect(await closeOverdueAttempts(deps, operator)).toEqual({ closed: 1 });
    expect(await closeOverdueAttempts(deps, operator)).toEqual({ closed: 0 });
    expect((await standing(ann, course.id)).attempts[0]).toMatchObject({
      ...{ state: 'timed-out', rightCount: 0, isPassed: false },
      questions: [{ isRight: false, explanation: 'Because.' }, { isRight: false }],
    });
  });

  it('is complete when all of it is done: the passed quiz is the evidence of a certificate, which turns the rung', async () => {
    let now = '2026-03-16T09:00:00.000Z';
    const { app, max, ann } = await openTestHouse(open, { now: () => now });
    const certificateId = uuidv7();
    const certificate = { name: 'Negotiator', mode: 'completion', months: 12, windowMonths: 1 };
    await max.call('POST', '/api/v1/certificates', { id: certificateId, ...certificate });
    const rungId = uuidv7();
    const rung = { name: 'Expert', track: 'specialist', certificateIds: [certificateId] };
    await max.call('POST', '/api/v1/rungs', { id: rungId, ...rung });
    const goal = { id: uuidv7(), personId: ann.id, certificateId, dueOn: '2026-12-31' };
    await ann.call('POST', '/api/v1/goals', goal);
    const course = await makeCourse(max, { certificateId });
    const rungNow = async () => (await ann.call('GET', '/api/v1/ladder')).body.rungs[0].status;
    const goalNow = async () => (await ann.call('GET', `/api/v1/goals/${goal.id}`)).body.status;
    const wanted = (await ann.call('GET', '/api/v1/learning-path')).body;
    expect(wanted.courses).toMatchObject([{ course: { id: course.id }, because: 'goal', isBegun: false }]);

    const take = async () => {
      const enrolmentId = await enrol(ann, course.id);
      const failed = (await start(ann, enrolmentId)).body;
      const first = await ann.call('POST', `${path}/${failed.id}/hand-in`, { answers: course.wrong }, seen(1));
      expect(first.body).toMatchObject({ state: 'handed-in', rightCount: 0, isPassed: false });
      const second = (await start(ann, enrolmentId)).body;
      const passed = await ann.call('POST', `${path}/${second.id}/hand-in`, { answers: course.right }, seen(1));
      expect(passed.body).toMatchObject({ rightCount: 2, isPassed: true, number: 2 });
      expect((await start(ann, enrolmentId)).body.code).toBe('quiz-passed');
      return { enrolmentId, attemptId: second.id };
    };
    const { enrolmentId, attemptId } = await take();
    expect([await rungNow(), await goalNow()]).toEqual(['not-reached', 'open']);
    const done = await ann.call('PATCH', `/api/v1/enrolments/${enrolmentId}`, { seenIds: [course.sectionId] }, seen(1));
    expect(done.body).toMatchObject({ completedOn: '2026-03-16', done: 2, parts: 2 });
    const { award } = await standing(ann, course.id);
    expect(award).toMatchObject({ completedOn: '2026-03-16', expiresOn: '2027-03-16' });
    const held = (await ann.call('GET', `/api/v1/awards/${award.id}`)).body;
    expect(held).toMatchObject({ evidence: 'quiz', attemptId, state: 'confirmed', signedBy: null, standing: 'valid' });
    expect((await app.request(`/api/v1/verifications/${held.verifyPath.replace('/verify/', '')}`)).status).toBe(200);
    expect([await rungNow(), await goalNow()]).toEqual(['reached', 'reached']);
    expect((await ann.call('GET', '/api/v1/learning-path')).body).toMatchObject({ courses: [], progress: 1 });

    now = '2027-02-16T09:00:00.000Z';
    expect([await rungNow(), await goalNow()]).toEqual(['reached', 'open']);
    expect((await ann.call('GET', '/api/v1/learning-path')).body.courses).toMatchObject([{ because: 'goal' }]);
    now = '2027-03-16T09:00:00.000Z';
    expect([await rungNow(), await goalNow()]).toEqual(['not-reached', 'late']);
    // It is taken once more, with all its attempts.
    const again = await take();
    await ann.call('PATCH', `/api/v1/enrolments/${again.enrolmentId}`, { seenIds: [course.sectionId] }, seen(1));
    expect([await rungNow(), await goalNow()]).toEqual(['reached', 'reached']);
  });

  it('needs what comes before it, of each the one or the other, and who was there at its session', async () => {
    const { max, ann, ben, oda } = await openTestHouse(open);
    const basics = await makeCourse(max, { name: 'Basics', sections: [] });
    const other = await makeCourse(max, { name: 'Other', sections: [] });
    const course = await makeCourse(max, { afterIds: [[basics.id, other.id]], sections: [] });
    const sessionId = uuidv7();
    const session = { id: sessionId, courseId: course.id, onDay: '2026-03-16', minutes: 60, hostId: ben.id };
    expect((await max.call('POST', '/api/v1/course-sessions', session)).status).toBe(201);
    const enrolmentId = await enrol(ann, course.id);
    expect((await standing(ann, course.id)).isAfterMet).toEqual([false]);
    expect((await start(ann, enrolmentId)).body.code).toBe('course-needs-others');
    const before = await enrol(ann, other.id);
    await max.call('PATCH', `/api/v1/enrolments/${before}`, { isCredited: true }, seen(1));
    expect((await standing(ann, course.id)).isAfterMet).toEqual([true]);
    const { body } = await start(ann, enrolmentId);
    await ann.call('POST', `${path}/${body.id}/hand-in`, { answers: course.right }, seen(1));
    expect((await standing(ann, course.id)).enrolment).toMatchObject({ done: 1, parts: 2, completedOn: null });
    const place = { id: uuidv7(), sessionId, personId: ann.id };
    await ann.call('POST', '/api/v1/attendances', place);
    const note = (who: CastMember) => who.call('PATCH', `/api/v1/attendances/${place.id}`, { state: 'there' }, seen(1));
    expect([(await note(ann)).body.code, (await note(oda)).body.code]).toEqual(['not-allowed', 'not-found']);
    expect((await note(ben)).body.state).toBe('there');
    expect((await standing(ann, course.id)).enrolment).toMatchObject({ completedOn: '2026-03-16' });
    const roll = (await max.call('GET', `/api/v1/courses/${course.id}/roll`)).body.items;
    expect(roll).toMatchObject([{ person: { name: 'Ann' }, attemptCount: 1, bestRatio: 1 }]);
  });

  it('is not made by reps, shows nobody its answers who takes it, and is out of sight of outsiders; and nothing happened', async () => {
    const { vera, max, ann, oda } = await openTestHouse(open);
    const course = await makeCourse(max);
    const enrolmentId = await enrol(ann, course.id);
    const attempt = (await start(ann, enrolmentId)).body;
    const courses = '/api/v1/courses';
    const refusals = [
      await ann.call('POST', courses, { id: uuidv7(), name: 'Mine', hours: 1 }),
      await ann.call('GET', `/api/v1/quizzes/${course.id}`),
      await ann.call('GET', '/api/v1/quizzes'),
      await ann.call('GET', `/api/v1/changes?subject=quiz&recordId=${course.id}`),
      await ann.call('GET', `${courses}/${course.id}/roll`),
      await ann.call('PATCH', `/api/v1/enrolments/${enrolmentId}`, { extraAttempts: 5 }, seen(1)),
      await max.call('PATCH', `/api/v1/enrolments/${enrolmentId}`, { seenIds: [course.sectionId] }, seen(1)),
      await ann.call('POST', '/api/v1/enrolments', { id: uuidv7(), personId: ann.id, courseId: course.id }),
      await oda.call('POST', '/api/v1/enrolments', { id: uuidv7(), personId: ann.id, courseId: course.id }),
      await max.call('POST', `${path}/${attempt.id}/hand-in`, { answers: course.right }, seen(1)),
      await oda.call('GET', `${path}/${attempt.id}`),
      await ann.call('POST', `${path}/${attempt.id}/archive`, undefined, seen(1)),
      await max.call('PATCH', `${courses}/${course.id}`, { afterIds: [[course.id]] }, seen(1)),
      await max.call('PATCH', `${courses}/${course.id}`, { raises: [{ skillId: uuidv7(), level: 3 }] }, seen(1)),
      await max.call('PATCH', `/api/v1/quizzes/${course.id}`, { questionCount: 9 }, seen(1)),
      await oda.call('GET', `${courses}/${course.id}/standing?personId=${ann.id}`),
      await ann.call('GET', '/api/v1/team-paths'),
    ];
    expect(refusals.map(({ body }) => body.code)).toEqual([
      ...['not-allowed', 'not-allowed', 'not-allowed', 'not-found', 'not-allowed', 'not-allowed', 'not-allowed'],
      ...['already-enrolled', 'not-found', 'not-allowed', 'not-found', 'not-allowed', 'invalid-input'],
      ...['invalid-input', 'invalid-input', 'not-found', 'not-allowed'],
    ]);
    expect((await vera.call('GET', `${courses}?count=1`)).body).toMatchObject({ total: 1, items: [{ version: 1 }] });
    expect((await vera.call('GET', `${path}?count=1`)).body).toMatchObject({ total: 1, items: [{ state: 'open' }] });
  });

  it('has a library of cases by skill, found by what they say, changed by who wrote them', async () => {
    const { max, ann, ben } = await openTestHouse(open);
    const skillId = uuidv7();
    await max.call('POST', '/api/v1/skills', { id: skillId, name: 'Negotiation' });
    const id = uuidv7();
    const told = { name: 'Three per cent', skillId, situation: 'A buyer of valves', lesson: 'Ask what it is for' };
    expect((await ann.call('POST', '/api/v1/case-studies', { id, ...told })).body).toMatchObject({
      ...{ skill: { name: 'Negotiation' }, person: { name: 'Ann' }, mayEdit: true },
    });
    const found = async (q: string) =>
      (await ben.call('GET', `/api/v1/case-studies?${q}`)).body.items.map((one: { name: string }) => one.name);
    const bySkill = `filter=${encodeURIComponent(JSON.stringify([{ field: 'skillId', op: 'is', value: skillId }]))}`;
    expect([await found('q=VALVES'), await found('q=pumps'), await found(bySkill)]).toEqual([
      ...[['Three per cent'], [], ['Three per cent']],
    ]);
    const lesson = { lesson: 'Ask about pumps' };
    expect((await ben.call('PATCH', `/api/v1/case-studies/${id}`, lesson, seen(1))).body.code).toBe('not-allowed');
    await ann.call('PATCH', `/api/v1/case-studies/${id}`, lesson, seen(1));
    expect(await found('q=pumps')).toEqual(['Three per cent']);
  });
});
