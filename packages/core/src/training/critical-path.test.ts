import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { criticalPath, expectedDuration } from './critical-path.ts';
import { orderOf } from './order.ts';

describe('S1 the order of steps', () => {
  it('puts what is needed first, and the rest by name', () => {
    const steps = [
      { id: 'c', after: ['b'] },
      { id: 'b', after: [] },
      { id: 'a', after: ['c'] },
      { id: 'd', after: [] },
    ];
    expect(orderOf(steps)).toEqual({ status: 'ok', order: ['b', 'c', 'a', 'd'] });
  });

  it('answers with the circle in which steps wait for each other', () => {
    const steps = [
      { id: 'x', after: ['y'] },
      { id: 'y', after: ['z'] },
      { id: 'z', after: ['x'] },
      { id: 'w', after: ['z'] },
    ];
    const order = orderOf(steps);
    expect(order.status).toBe('cycle');
    expect(order.status === 'cycle' && [...order.cycle].sort()).toEqual(['x', 'y', 'z']);
  });

  it.each([
    [
      'stands twice',
      [
        { id: 'a', after: [] },
        { id: 'a', after: [] },
      ],
    ],
    ['nobody knows', [{ id: 'a', after: ['b'] }]],
  ])('refuses a step that %s', (_, steps) => {
    expect(() => orderOf(steps)).toThrow(RangeError);
  });
});

describe('S1 the chain that binds', () => {
  const step = (id: string, duration: number, ...after: string[]) => ({ id, duration, after });

  it('is found with the slack of the others (the PERT example of Wikipedia)', () => {
    const path = criticalPath([
      step('a', 4),
      step('b', 5.33),
      step('c', 5.17, 'a'),
      step('d', 6.33, 'a'),
      step('e', 5.17, 'b', 'c'),
      step('f', 4.5, 'd'),
      step('g', 5.17, 'e'),
    ]);
    if (path.status !== 'ok') throw new Error('there is no circle');
    expect(path.length).toBeCloseTo(19.51, 9);
    expect(path.critical).toEqual(['a', 'c', 'e', 'g']);
    const slack = Object.fromEntries(path.steps.map((one) => [one.id, Number(one.slack.toFixed(2))]));
    expect(slack).toEqual({ a: 0, b: 3.84, c: 0, d: 4.68, e: 0, f: 4.68, g: 0 });
  });

  it('expects between the guesses', () => {
    expect(expectedDuration({ optimistic: 2, likely: 4, pessimistic: 12 })).toEqual({ mean: 5, deviation: 10 / 6 });
    expect(() => expectedDuration({ optimistic: 5, likely: 4, pessimistic: 12 })).toThrow(RangeError);
  });

  it('starts nothing before its time, and some chain has no slack', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.array(fc.nat(9))), { minLength: 1, maxLength: 10 }),
        (rows) => {
          const steps = rows.map(([duration, needed], at) =>
            step(`s${at}`, duration, ...new Set(needed.filter((one) => one < at).map((one) => `s${one}`))),
          );
          const path = criticalPath(steps);
          if (path.status !== 'ok') throw new Error('earlier steps cannot need later ones');
          const at = new Map(path.steps.map((one) => [one.id, one]));
          for (const { id, after } of steps)
            for (const one of after)
              expect(at.get(id)?.earliestStart).toBeGreaterThanOrEqual(
                (at.get(one)?.earliestStart ?? 0) + (steps.find((other) => other.id === one)?.duration ?? 0),
              );
          for (const one of path.steps) expect(one.slack).toBeGreaterThanOrEqual(0);
          expect(path.critical.length).toBeGreaterThan(0);
          const turned = criticalPath(steps.toReversed());
          expect(turned.status === 'ok' && turned.length).toBe(path.length);
        },
      ),
    );
  });
});
