import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fewestLate } from './fewest-late.ts';
import { type Hours, prioritise } from './prioritise.ts';
import type { Task } from './task.ts';
import { urgentOrder } from './urgent-order.ts';
import { byValuePerHour, costOfOrder, valued } from './value-order.ts';
import { whyAbove } from './why-above.ts';

const today = 20_000;
const hours = (more: Partial<Hours> = {}): Hours => ({ today, byDay: [6, 6, 6], strategicDeficit: 0, ...more });
const task = (id: string, more: Partial<Task> = {}): Task => ({
  id,
  lane: 'value',
  hours: 1,
  due: null,
  dailyValue: null,
  segment: null,
  blockedBy: null,
  ...more,
});
const job = (id: string, length: number, dueIn: number) => ({ id, hours: length, dueIn });
const idsOf = (some: readonly { id: string }[]) => some.map(({ id }) => id);
const anyTask = fc.record({
  lane: fc.constantFrom('urgent', 'strategic', 'value') as fc.Arbitrary<Task['lane']>,
  hours: fc.constantFrom(0, 0.25, 0.5, 1, 2, 5),
  due: fc.option(fc.integer({ min: today - 5, max: today + 6 })),
  dailyValue: fc.option(fc.integer({ min: 0, max: 900 })),
  segment: fc.option(fc.constantFrom('a', 'b')),
});
const anyTasks = fc
  .array(anyTask, { maxLength: 12 })
  .map((some) => some.map((more, at): Task => task(`t${String(at).padStart(2, '0')}`, more)));
const permutationsOf = <T>(some: readonly T[]): T[][] =>
  some.length < 2
    ? [[...some]]
    : some.flatMap((one, at) => permutationsOf(some.toSpliced(at, 1)).map((rest) => [one, ...rest]));

describe('work with deadlines', () => {
  it('names the two to give up of the five of the literature (Moore 1968)', () => {
    const [p, d] = [
      [7, 8, 4, 6, 6],
      [9, 17, 18, 19, 21],
    ];
    const { onTime, late } = fewestLate(p.map((length, at) => job(`${at + 1}`, length, d[at] as number)));
    expect(idsOf(onTime)).toEqual(['3', '4', '5']);
    expect(idsOf(late)).toEqual(['1', '2']);
  });

  it('is late as rarely as in the best of all orders', () => {
    const anyJobs = fc.array(fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 0, max: 15 })), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(anyJobs, (pairs) => {
        const jobs = pairs.map(([length, dueIn], at) => job(`${at}`, length, dueIn));
        const lateIn = (order: typeof jobs) => {
          let spent = 0;
          return order.filter((one) => {
            spent += one.hours;
            return spent > one.dueIn;
          }).length;
        };
        const best = Math.min(...permutationsOf(jobs).map(lateIn));
        const { order, late } = urgentOrder(jobs);
        expect(late.size).toBe(best);
        expect(lateIn(order)).toBe(best);
        expect(order.toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual(jobs);
      }),
      { numRuns: 200 },
    );
  });

  it('does what waits since yesterday first where nobody is late for it', () => {
    expect(idsOf(urgentOrder([job('friday', 2, 10), job('yesterday', 3, 0)]).order)).toEqual(['yesterday', 'friday']);
    expect(idsOf(urgentOrder([job('noon', 2, 4), job('yesterday', 3, 0)]).order)).toEqual(['noon', 'yesterday']);
  });

  it('is refused without hours or with a deadline that is no number', () => {
    expect(() => fewestLate([job('a', 0, 1)])).toThrow(RangeError);
    expect(() => fewestLate([job('a', 1, Number.NaN)])).toThrow(RangeError);
  });
});

describe('work by value', () => {
  it('is done in the order of Smith: 2, 1, 3 at a cost of 175', () => {
    const some = [
      { w: 10, p: 5 },
      { w: 3, p: 1 },
      { w: 8, p: 8 },
    ].map(({ w, p }, at) => task(`${at + 1}`, { dailyValue: w, hours: p }));
    const order = valued(some).sort(byValuePerHour);
    expect(order.map((one) => one.task.id)).toEqual(['2', '1', '3']);
    expect(costOfOrder(order.map((one) => ({ weight: one.dailyValue ?? 0, duration: one.hours })))).toBe(175);
  });

  it('costs no more than in the best of all orders', () => {
    const anyPairs = fc.array(fc.tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 1, max: 9 })), {
      maxLength: 7,
    });
    fc.assert(
      fc.property(anyPairs, (pairs) => {
        const some = pairs.map(([weight, duration], at) => task(`${at}`, { dailyValue: weight, hours: duration }));
        const costOf = (order: readonly Task[]) =>
          costOfOrder(order.map((one) => ({ weight: one.dailyValue ?? 0, duration: one.hours })));
        const ours = costOf(
          valued(some)
            .sort(byValuePerHour)
            .map((one) => one.task),
        );
        expect(ours).toBe(Math.min(...permutationsOf(some).map(costOf)));
      }),
      { numRuns: 60 },
    );
  });

  it('borrows a value that nobody knows from the middle of its segment, and says of whom; zero stays zero', () => {
    const some = [
      task('a', { dailyValue: 100, segment: 'east' }),
      task('b', { dailyValue: 0, segment: 'east' }),
      task('c', { dailyValue: 900, segment: 'west' }),
      task('d', { segment: 'west' }),
      task('e', { segment: 'north' }),
    ];
    const found = prioritise(some, hours());
    expect(idsOf(found)).toEqual(['c', 'd', 'a', 'e', 'b']);
    expect(found.map((one) => [one.delayCost, one.lentBy])).toEqual([
      [900, null],
      [900, 'c'],
      [100, null],
      [100, 'a'],
      [0, null],
    ]);
  });

  it('knows no cost of delay where nobody knows a value, and takes the earlier deadline', () => {
    const found = prioritise([task('a'), task('b', { due: today + 1 })], hours());
    expect(found.map(({ id, delayCost }) => [id, delayCost])).toEqual([
      ['b', null],
      ['a', null],
    ]);
  });
});

describe('the order of a day', () => {
  const some = [
    task('complaint', { lane: 'urgent', hours: 2, due: today }),
    task('dispute', { lane: 'urgent', hours: 5, due: today - 2 }),
    task('market', { lane: 'strategic', hours: 2 }),
    task('course', { lane: 'strategic', hours: 3 }),
    task('deal', { dailyValue: 5_000 }),
    task('call', { dailyValue: 800, hours: 0.25 }),
    task('after the call', { dailyValue: 90_000, blockedBy: 'call' }),
  ];

  it('goes urgent, strategic as far as its share reaches, value, the rest', () => {
    const found = prioritise(some, hours({ strategicDeficit: 3.5 }));
    expect(found.map(({ id, reason }) => [id, reason])).toEqual([
      ['complaint', 'on-time'],
      ['dispute', 'late-anyway'],
      ['course', 'strategic-due'],
      ['deal', 'value-per-hour'],
      ['call', 'value-per-hour'],
      ['after the call', 'blocked'],
      ['market', 'strategic-waiting'],
    ]);
    expect(found.map(({ fitsToday }) => fitsToday)).toEqual([true, false, false, false, false, false, false]);
    expect(found.map(({ lateDays }) => lateDays)).toEqual([0, 2, 0, 0, 0, 0, 0]);
  });

  it('says of any two what put one above the other', () => {
    const found = prioritise(some, hours({ strategicDeficit: 3.5 }));
    const at = (place: number) => found[place] as (typeof found)[number];
    const reason = (one: number, other: number) => whyAbove(at(one), at(other)).reason;
    expect([reason(0, 1), reason(1, 2), reason(2, 3), reason(3, 4), reason(4, 5), reason(5, 6)]).toEqual([
      'on-time',
      'lane',
      'share-covers',
      'value-per-hour',
      'blocked',
      'share-waits',
    ]);
    expect(whyAbove(at(4), at(3))).toEqual({ upper: at(3), lower: at(4), reason: 'value-per-hour' });
    expect(() => whyAbove(at(1), at(1))).toThrow(RangeError);
  });

  it('is the same however the tasks are handed over', () => {
    fc.assert(
      fc.property(anyTasks, fc.integer({ min: 0, max: 8 }), fc.nat(), (tasks, strategicDeficit, turn) => {
        const found = prioritise(tasks, hours({ strategicDeficit }));
        const turned = tasks.map((_, at) => tasks[(at + turn) % tasks.length] as Task).toReversed();
        expect(prioritise(turned, hours({ strategicDeficit }))).toEqual(found);
        expect(idsOf(found).toSorted()).toEqual(idsOf(tasks).toSorted());
      }),
      { numRuns: 200 },
    );
  });

  it('has no urgent task below a task of value', () => {
    fc.assert(
      fc.property(anyTasks, (tasks) => {
        const found = prioritise(tasks, hours({ strategicDeficit: 4 }));
        const lastUrgent = found.findLastIndex(({ lane }) => lane === 'urgent');
        const firstOther = found.findIndex(({ lane }) => lane !== 'urgent');
        expect(firstOther === -1 || lastUrgent < firstOther).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('never lowers a task within its lane because more is at stake with it', () => {
    fc.assert(
      fc.property(anyTasks, fc.nat(), fc.integer({ min: 1, max: 900 }), (tasks, at, more) => {
        const raised = tasks[at % Math.max(1, tasks.length)];
        if (!raised || raised.dailyValue === null) return;
        const aheadOf = (all: readonly Task[]) =>
          prioritise(all, hours({ strategicDeficit: 4 }))
            .filter(({ lane }) => lane === raised.lane)
            .findIndex(({ id }) => id === raised.id);
        const after = tasks.map((one) =>
          one === raised ? { ...one, dailyValue: (one.dailyValue as number) + more } : one,
        );
        expect(aheadOf(after)).toBeLessThanOrEqual(aheadOf(tasks));
      }),
      { numRuns: 300 },
    );
  });

  it('refuses what is no time or no money, and one id for two', () => {
    expect(() => prioritise([task('a', { hours: -1 })], hours())).toThrow(RangeError);
    expect(() => prioritise([task('a', { dailyValue: Number.NaN })], hours())).toThrow(RangeError);
    expect(() => prioritise([task('a'), task('a')], hours())).toThrow(RangeError);
  });
});
