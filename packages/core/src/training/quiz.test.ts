import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Attempt,
  attemptsLeft,
  drawQuestions,
  endOf,
  faultsOf,
  mayStart,
  type Question,
  scoreOf,
  stateAt,
} from './quiz.ts';

const rules = { questionCount: 2, passRatio: 0.7, attemptLimit: 2, minutes: 20 };
const now = '2026-03-16T10:00:00.000Z';
const attempt = (state: Attempt['state'], isPassed = false): Attempt => ({
  ...{ state, isPassed, startedAt: '2026-03-16T09:50:00.000Z', endsAt: '2026-03-16T10:10:00.000Z' },
});
const question = (id: string, right: string[]): Question => ({ id, optionIds: ['a', 'b', 'c'], rightIds: right });

describe('S1 attempts at a quiz', () => {
  it('refuses the third start after start, leave, start, leave with a limit of 2 (case 23)', () => {
    const asked = { now, extra: 0 };
    expect(mayStart(rules, [], asked)).toEqual({ status: 'ok', number: 1 });
    expect(mayStart(rules, [attempt('left')], asked)).toEqual({ status: 'ok', number: 2 });
    expect(mayStart(rules, [attempt('left'), attempt('left')], asked)).toEqual({ status: 'none-left' });
    expect(mayStart(rules, [attempt('left'), attempt('left')], { now, extra: 1 }).status).toBe('ok');
    expect([attemptsLeft(rules, 2, 0), attemptsLeft(rules, 2, 1)]).toEqual([0, 1]);
    expect(mayStart({ ...rules, attemptLimit: null }, Array(9).fill(attempt('timed-out')), asked).status).toBe('ok');
  });

  it('goes on with the one that is under way, and asks nobody again who has passed', () => {
    expect(mayStart(rules, [attempt('left'), attempt('open')], { now, extra: 0 })).toEqual({
      status: 'running',
      at: 1,
    });
    expect(mayStart(rules, [attempt('handed-in', true)], { now, extra: 0 })).toEqual({ status: 'passed' });
  });

  it('closes by itself when its time is over, to the millisecond', () => {
    expect(endOf(rules, now)).toBe('2026-03-16T10:20:00.000Z');
    expect(endOf({ ...rules, minutes: null }, now)).toBeNull();
    expect(stateAt(attempt('open'), '2026-03-16T10:09:59.999Z')).toBe('open');
    expect(stateAt(attempt('open'), '2026-03-16T10:10:00.000Z')).toBe('timed-out');
    expect(stateAt({ ...attempt('open'), endsAt: null }, '2099-01-01T00:00:00.000Z')).toBe('open');
    // It counts as an attempt all the same.
    expect(mayStart({ ...rules, attemptLimit: 1 }, [attempt('open')], { now: '2027-01-01', extra: 0 }).status).toBe(
      'none-left',
    );
  });

  it('counts a question with exactly its right options, and passes at the mark', () => {
    const pool = [question('q1', ['a', 'b']), question('q2', ['c'])];
    const of = (answers: [string, string[]][]) => scoreOf(pool, new Map(answers), 0.5);
    expect(of([['q1', ['b', 'a']]])).toMatchObject({ rightCount: 1, questionCount: 2, isPassed: true });
    expect(of([['q1', ['a']]])).toMatchObject({ rightCount: 0, isPassed: false });
    expect(of([['q1', ['a', 'b', 'c']]])).toMatchObject({ rightCount: 0 });
    expect(of([]).marks).toEqual([
      { questionId: 'q1', isRight: false },
      { questionId: 'q2', isRight: false },
    ]);
    const ten = Array.from({ length: 10 }, (_, at) => question(`q${at}`, ['a']));
    const right = (count: number) => new Map(ten.slice(0, count).map(({ id }) => [id, ['a']]));
    expect([scoreOf(ten, right(6), 0.7).isPassed, scoreOf(ten, right(7), 0.7).isPassed]).toEqual([false, true]);
    expect(scoreOf([], new Map(), 0.7).isPassed).toBe(false);
  });

  it('draws without repeating, whatever the dice say, and everything when as many are asked', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.nat(), { maxLength: 12 }),
        fc.nat(14),
        fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), { minLength: 12, maxLength: 12 }),
        (pool, count, rolls) => {
          let at = 0;
          const drawn = drawQuestions(pool, count, () => rolls[at++ % rolls.length] as number);
          expect(new Set(drawn).size).toBe(Math.min(count, pool.length));
          for (const one of drawn) expect(pool).toContain(one);
        },
      ),
    );
  });

  it('never gets worse by a further right answer', () => {
    const pool = Array.from({ length: 6 }, (_, at) => question(`q${at}`, ['a']));
    fc.assert(
      fc.property(fc.nat(5), fc.double({ min: 0.01, max: 1, noNaN: true }), (count, passRatio) => {
        const right = (some: number) => new Map(pool.slice(0, some).map(({ id }) => [id, ['a']]));
        const [less, more] = [scoreOf(pool, right(count), passRatio), scoreOf(pool, right(count + 1), passRatio)];
        expect(more.rightCount).toBe(less.rightCount + 1);
        expect(Number(more.isPassed)).toBeGreaterThanOrEqual(Number(less.isPassed));
        expect(scoreOf(pool, right(6), passRatio).isPassed).toBe(true);
      }),
    );
  });

  it('says what is wrong with a pool', () => {
    expect(faultsOf(rules, [question('q1', ['a']), question('q2', ['b'])])).toEqual([]);
    expect(faultsOf(rules, [question('q1', ['a'])])).toEqual(['too-few-questions']);
    expect(faultsOf({ ...rules, passRatio: 0 }, [question('q1', []), question('q1', ['z'])])).toEqual([
      ...['pass-mark', 'twice', 'no-right-option', 'unknown-option'],
    ]);
  });
});
