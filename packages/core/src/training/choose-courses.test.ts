import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Course, chooseCourses } from './choose-courses.ts';

describe('S4 courses that close the gaps', () => {
  const course = (id: string, hours: number, raises: [string, number][], after: string[][] = []): Course => ({
    id,
    hours,
    after,
    raises: raises.map(([skillId, level]) => ({ skillId, level })),
  });
  const want = (skillId: string, level: number, required: number, weight = 1) => ({ skillId, level, required, weight });

  it('brings what a course needs, by the shorter of two ways, and nothing that is taken', () => {
    const catalogue = [
      course('closing', 6, [['negotiation', 4]], [['basics'], ['short', 'long']]),
      course('basics', 3, [['negotiation', 1]]),
      course('short', 2, []),
      course('long', 9, []),
    ];
    expect(chooseCourses([want('negotiation', 1, 4)], catalogue)).toEqual({
      courseIds: ['basics', 'closing', 'short'],
      hours: 11,
      uncovered: [],
      blocked: [],
    });
    const taken = chooseCourses([want('negotiation', 1, 4)], catalogue, new Set(['basics', 'long']));
    expect(taken).toMatchObject({ courseIds: ['closing'], hours: 6 });
  });

  it('says what no course closes, and which courses nobody can take', () => {
    const catalogue = [
      course('hen', 1, [['pricing', 3]], [['egg']]),
      course('egg', 1, [['pricing', 2]], [['hen']]),
      course('lost', 1, [['pricing', 1]], [['gone']]),
      course('half', 2, [['pricing', 1]]),
    ];
    expect(chooseCourses([want('pricing', 0, 3), want('legal', 0, 2)], catalogue)).toEqual({
      courseIds: ['half'],
      hours: 2,
      uncovered: [
        { skillId: 'pricing', gap: 2 },
        { skillId: 'legal', gap: 2 },
      ],
      blocked: ['egg', 'hen', 'lost'],
    });
  });

  it('takes one large course instead of the two small ones it makes needless', () => {
    const catalogue = [
      course('a', 1, [['x', 1]]),
      course('b', 5, [
        ['x', 3],
        ['y', 3],
      ]),
    ];
    expect(chooseCourses([want('x', 0, 3), want('y', 0, 3)], catalogue)).toMatchObject({ courseIds: ['b'], hours: 5 });
  });

  it('takes the same of two ways that are alike, in whatever order the catalogue names them', () => {
    const other = ['a', 'b', 'c', 'e'].map((id) => course(id, 1, []));
    const catalogue = [
      ...other,
      course('first', 3, []),
      course('second', 3, []),
      course('goal', 2, [['x', 1]], [['second', 'first']]),
      course('beyond', 1, [], [['second']]),
    ];
    const choices = [catalogue, catalogue.toReversed()].map((those) => chooseCourses([want('x', 0, 1)], those));
    expect(choices.map(({ courseIds }) => courseIds)).toEqual([
      ['first', 'goal'],
      ['first', 'goal'],
    ]);
  });

  it('closes whatever can be closed, takes nothing without its way, and does not depend on the order of the catalogue', () => {
    const anyCatalogue = fc.array(
      fc.record({
        hours: fc.integer({ min: 1, max: 9 }),
        after: fc.array(fc.array(fc.nat(7), { minLength: 1, maxLength: 2 }), { maxLength: 2 }),
        raises: fc.array(fc.tuple(fc.constantFrom('x', 'y', 'z'), fc.integer({ min: 1, max: 5 })), { maxLength: 2 }),
      }),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(anyCatalogue, (rows) => {
        const catalogue = rows.map(({ hours, after, raises }, at) =>
          course(
            `k${at}`,
            hours,
            raises,
            after.map((some) => some.map((one) => `k${one}`)),
          ),
        );
        const wanted = [want('x', 0, 4, 2), want('y', 1, 3), want('z', 0, 5, 0)];
        const choice = chooseCourses(wanted, catalogue);
        const chosen = new Set(choice.courseIds);
        const can = new Set<string>();
        for (let before = -1; before < can.size; ) {
          before = can.size;
          for (const { id, after } of catalogue)
            if (after.every((some) => some.some((one) => can.has(one)))) can.add(id);
        }
        for (const { id, after } of catalogue)
          if (chosen.has(id)) for (const some of after) expect(some.some((one) => chosen.has(one))).toBe(true);
        for (const { skillId, level, required } of wanted) {
          const reach = (ids: ReadonlySet<string>): number =>
            Math.max(
              level,
              ...catalogue.flatMap(({ id, raises }) =>
                ids.has(id) ? raises.filter((one) => one.skillId === skillId).map((one) => one.level) : [],
              ),
            );
          const left = choice.uncovered.find((one) => one.skillId === skillId)?.gap ?? 0;
          expect(left).toBe(Math.max(0, required - reach(can)));
          expect(Math.max(0, required - reach(chosen))).toBe(left);
        }
        expect(chooseCourses(wanted, catalogue.toReversed())).toEqual(choice);
      }),
      { numRuns: 300 },
    );
  });
});
