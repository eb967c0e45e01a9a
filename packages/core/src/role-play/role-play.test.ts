import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate, isConstant, misstated } from '../explain/why.ts';
import { type Criterion, compare, type Score, weakSpots } from './rubric.ts';
import { trendsOf, whyTrend } from './trend.ts';
import { whyDifference, whyScore } from './why-score.ts';

const criterion = (key: string, weight: number): Criterion => ({ key, name: key, weight, exercise: `practise ${key}` });
const rubric = [criterion('need', 3), criterion('price', 2), criterion('close', 1)];
const scores = (...levels: number[]): Score[] => levels.map((level, at) => ({ key: rubric[at]?.key ?? '', level }));

describe('S2 a session that was scored', () => {
  it('is worth the levels by their weights', () => {
    const why = whyScore(rubric, scores(2, 3, 4), 's');
    expect(why?.value).toBe((3 * 2 + 2 * 3 + 4) / 6);
    expect(whyScore(rubric, [], 's')).toBeNull();
    expect(() => whyScore(rubric, scores(5), 's')).toThrow(RangeError);
  });

  it('shows where somebody sees themselves better than they were seen; what nobody looked at is unknown', () => {
    expect(compare(rubric, scores(3, 2), scores(2, 3, 1))).toEqual([
      { key: 'need', self: 3, observer: 2, difference: 1 },
      { key: 'price', self: 2, observer: 3, difference: -1 },
      { key: 'close', self: null, observer: 1, difference: null },
    ]);
    expect(compare(rubric, null, null).every(({ difference }) => difference === null)).toBe(true);
  });

  it('turns what was weak into exercises, the gravest first', () => {
    expect(weakSpots(rubric, scores(2, 1, 1)).map(({ key }) => key)).toEqual(['need', 'price', 'close']);
    expect(weakSpots(rubric, scores(2, 1, 3)).map(({ key }) => key)).toEqual(['need', 'price']);
    expect(weakSpots(rubric, scores(3, 3, 3))).toEqual([]);
    expect(weakSpots(rubric, [])).toEqual([]);
  });

  it('lies between the lowest and the highest level, whatever the weights; both views differ by their difference', () => {
    const level = fc.integer({ min: 1, max: 4 });
    fc.assert(
      fc.property(fc.tuple(level, level, level), fc.tuple(level, level, level), (own, other) => {
        const why = whyScore(rubric, scores(...own), 's');
        expect(why?.value).toBeGreaterThanOrEqual(Math.min(...own));
        expect(why?.value).toBeLessThanOrEqual(Math.max(...own));
        const apart = whyDifference(rubric, { self: scores(...own), observer: scores(...other) }, 's');
        expect(apart && misstated(apart)).toEqual([]);
        expect(apart?.value).toBe((why?.value ?? 0) - (whyScore(rubric, scores(...other), 's')?.value ?? 0));
      }),
    );
  });
});

describe('S2 coming on', () => {
  const session = (id: string, onDay: string, ...levels: number[]) => ({
    id,
    onDay,
    rubric,
    scores: scores(...levels),
  });

  it('is told by criterion, over all scenarios that know it', () => {
    const other = {
      id: 'c',
      onDay: '2026-03-01',
      rubric: [criterion('price', 1)],
      scores: [{ key: 'price', level: 4 }],
    };
    const trends = trendsOf([session('b', '2026-02-01', 3, 2), other, session('a', '2026-01-01', 1, 2)]);
    expect(trends.map(({ key, change }) => [key, change])).toEqual([
      ['need', 2],
      ['price', 2],
    ]);
    expect(trends[1]?.points.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    const why = trends[0] && whyTrend(trends[0]);
    expect(why && evaluate(why)).toBe(2);
    expect(why && isConstant(why)).toBe(false);
  });

  it('says nothing of a change from one session', () => {
    const [trend] = trendsOf([session('a', '2026-01-01', 1)]);
    expect(trend?.change).toBeNull();
    expect(trend && whyTrend(trend)).toBeNull();
  });
});
