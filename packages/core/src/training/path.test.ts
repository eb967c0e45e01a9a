import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toDay, toIso } from '../calendar/civil-day.ts';
import { evaluate } from '../explain/why.ts';
import { explainHours, explainSteps } from './explain-path.ts';
import { firstDayOf, usualLearning, weekShares } from './learning-time.ts';
import { type PathCourse, pathOf } from './path.ts';

const start = toDay('2026-03-16');
const course = (id: string, hours: number, skill: string | null, after: string[][] = []): PathCourse => ({
  ...{ id, hours, after, live: null },
  raises: skill === null ? [] : [{ skillId: skill, level: 3 }],
});
const facts = {
  wanted: [{ skillId: 'negotiation', level: 1, required: 3, weight: 2 }],
  courses: [
    course('basics', 40, null),
    course('advanced', 45, 'negotiation', [['basics', 'other']]),
    course('loose', 5, null),
  ],
  ...{ done: new Set<string>(), asked: new Set<string>(), begun: new Map() },
  due: toDay('2026-12-31'),
  time: { start, hoursPerWeek: 2 },
};

describe('S4 a personal path', () => {
  it('cannot finish by 31 December at 2 h a week; so many hours would, and the chain says what binds', () => {
    const path = pathOf(facts);
    expect(path.courses).toEqual([
      { courseId: 'advanced', because: 'gap', after: ['basics'], hours: 45 },
      { courseId: 'basics', because: 'needed', after: [], hours: 40 },
    ]);
    expect(path).toMatchObject({ hours: 85, verdict: 'late', hoursPerWeek: 2.1, chain: ['basics', 'advanced'] });
    expect(path.finish).toBeGreaterThan(facts.due);
    expect(pathOf({ ...facts, time: { start, hoursPerWeek: 2.1 } })).toMatchObject({
      verdict: 'ok',
      hoursPerWeek: null,
    });
    // What is late has to be done earlier than it will be.
    expect(path.parts.at(-1)?.latest).toBe(facts.due);
    expect(path.parts[0]?.latest).toBeLessThan(path.parts[0]?.to ?? 0);
  });

  it('takes what is asked whatever the gaps, goes on where somebody stands, and leaves out what is done', () => {
    const begun = new Map([['loose', { done: 1, parts: 5, isComplete: false }]]);
    const path = pathOf({ ...facts, asked: new Set(['loose']), begun, done: new Set(['basics']) });
    expect(path.courses).toMatchObject([
      { courseId: 'advanced', because: 'gap', after: [], hours: 45 },
      { courseId: 'loose', because: 'asked', after: [], hours: 4 },
    ]);
    const learned = pathOf({ ...facts, done: new Set(['basics', 'advanced']) });
    expect(learned).toMatchObject({ courses: [], hours: 0, verdict: 'ok', finish: start, uncovered: [] });
  });

  it('splits a course with a live session, which waits for its day', () => {
    const live = {
      ...course('live', 6, 'negotiation'),
      live: { hours: 2, days: [toDay('2026-05-04'), toDay('2026-03-02')] },
    };
    const path = pathOf({ ...facts, courses: [live] });
    expect(path.parts.map(({ isLive, hours, to }) => [isLive, hours, toIso(to)])).toEqual([
      [false, 4, '2026-03-27'],
      [true, 2, '2026-05-04'],
    ]);
    expect(path.parts[0]).toMatchObject({ isBinding: true });
    const undated = { ...live, live: { hours: 2, days: [toDay('2026-03-02')] } };
    expect(pathOf({ ...facts, courses: [undated] })).toMatchObject({ awaiting: ['live'], hours: 6 });
  });

  it('places the rest where a session cannot be reached, and says which', () => {
    const live = { ...course('live', 6, 'negotiation'), live: { hours: 2, days: [toDay('2026-03-17')] } };
    const path = pathOf({
      ...facts,
      courses: [live, course('next', 3, 'closing', [['live']])],
      asked: new Set(['next']),
    });
    expect(path.parts.map(({ courseId, isLive }) => [courseId, isLive])).toEqual([
      ['live', false],
      ['next', false],
    ]);
    expect(path).toMatchObject({ awaiting: ['live'], finish: null, verdict: 'late', hours: 9 });
  });

  it('says what nobody can take, and what no course closes', () => {
    const courses = [course('hen', 1, 'negotiation', [['egg']]), course('egg', 1, null, [['hen']])];
    expect(pathOf({ ...facts, courses, asked: new Set(['egg']) })).toMatchObject({
      ...{ courses: [], blocked: ['egg', 'hen'], uncovered: [{ skillId: 'negotiation', gap: 2 }] },
    });
  });

  it('puts nothing before what it needs, counts every hour once, and more hours are never later', () => {
    const anyCourses = fc.array(
      fc.record({
        hours: fc.integer({ min: 1, max: 9 }),
        after: fc.array(fc.array(fc.nat(7), { minLength: 1, maxLength: 2 }), { maxLength: 2 }),
      }),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(
        anyCourses,
        fc.array(fc.nat(7), { maxLength: 4 }),
        fc.array(fc.nat(7), { maxLength: 2 }),
        (rows, asked, done) => {
          const courses = rows.map(({ hours, after }, at) =>
            course(
              `k${at}`,
              hours,
              at % 2 ? 'negotiation' : null,
              after.map((some) => some.map((one) => `k${one}`)),
            ),
          );
          const told = {
            ...facts,
            courses,
            asked: new Set(asked.map((at) => `k${at}`)),
            done: new Set(done.map((at) => `k${at}`)),
          };
          const path = pathOf(told);
          const faster = pathOf({ ...told, time: { start, hoursPerWeek: 5 } });
          expect(path.parts.reduce((sum, { hours }) => sum + hours, 0)).toBeCloseTo(path.hours, 9);
          expect(faster.finish ?? 0).toBeLessThanOrEqual(path.finish ?? 0);
          const at = new Map(path.parts.map((one) => [one.courseId, one]));
          for (const { courseId, after } of path.courses) {
            expect(told.done.has(courseId)).toBe(false);
            for (const one of after) expect(at.get(courseId)?.from).toBeGreaterThanOrEqual(at.get(one)?.to ?? 0);
            for (const some of courses.find(({ id }) => id === courseId)?.after ?? [])
              expect(some.some((one) => told.done.has(one) || after.includes(one))).toBe(true);
          }
          const why = explainHours(
            path.courses.map(({ courseId }) => ({
              id: courseId,
              name: courseId,
              hours: courses.find(({ id }) => id === courseId)?.hours ?? 0,
              begun: null,
            })),
          );
          expect(evaluate(why)).toBe(path.hours);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('knows the days that are left of a week, and the usual time to learn', () => {
    expect(usualLearning('2026-03-16')).toEqual({ hoursPerWeek: 2, dueOn: '2026-12-31' });
    expect(toIso(firstDayOf('2026-03-21'))).toBe('2026-03-23');
    const wednesday = toDay('2026-03-18');
    const off = {
      daysOff: new Set([toDay('2026-03-19'), toDay('2026-03-23')]),
      halfDaysOff: new Set([toDay('2026-03-24')]),
    };
    expect(weekShares(wednesday, off).slice(0, 3)).toEqual([2 / 3, 0.7, 1]);
    const why = explainHours([{ id: 'k', name: 'K', hours: 6, begun: { done: 1, parts: 3, isComplete: false } }]);
    expect(evaluate(why)).toBe(6 * (2 / 3));
    const steps = explainSteps([
      { id: 'a', name: 'A', isDone: true },
      { id: 'b', name: 'B', isDone: false },
    ]);
    expect(steps && evaluate(steps)).toBe(0.5);
    expect(explainSteps([])).toBeNull();
  });
});
