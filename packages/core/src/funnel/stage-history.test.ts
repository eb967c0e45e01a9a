import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kaplanMeier, survivalQuantile } from '../survival/kaplan-meier.ts';
import { type StageWay, stageHistory } from './stage-history.ts';

const stages = ['first', 'second', 'third'];
const way = (id: string, outcome: StageWay['outcome'], entries: [string, number][], more: Partial<StageWay> = {}) => ({
  id,
  outcome,
  entries: entries.map(([stageId, day]) => ({ stageId, day })),
  openedOn: null,
  closedOn: null,
  ...more,
});

describe('stage history', () => {
  const history = stageHistory(
    stages,
    [
      way(
        'a',
        'won',
        [
          ['first', 10],
          ['second', 20],
          ['third', 40],
          ['won', 47],
        ],
        { openedOn: 5, closedOn: 45 },
      ),
      way(
        'b',
        'lost',
        [
          ['first', 10],
          ['second', 30],
          ['lost', 35],
        ],
        { closedOn: 34 },
      ),
      way('c', 'lost', [['lost', 50]], { openedOn: 1, closedOn: 40 }),
      way('d', 'open', [['first', 60]]),
      way('e', 'won', [['won', 50]], { openedOn: 0, closedOn: 30 }),
      way('f', 'open', [['third', 50]], { openedOn: 2 }),
      way('g', 'open', [
        ['second', 50],
        ['first', 52],
      ]),
    ],
    100,
  );
  it('counts the closed: a won one passed every stage, a lost one got as far as it got', () => {
    expect(history.stages.map(({ passed, stood }) => [passed.join(''), stood.join('')])).toEqual([
      ['abe', 'abce'],
      ['ae', 'abe'],
      ['ae', 'ae'],
    ]);
    expect(history.unplaced).toEqual(['c']);
    expect(history.cycles).toEqual([40, 30]);
  });
  it('measures how long going on took, and watches what has not gone on', () => {
    expect(history.stages.map(({ watched }) => watched)).toEqual([
      [
        { time: 15, isEvent: true },
        { time: 20, isEvent: true },
        { time: 40, isEvent: false },
        { time: 48, isEvent: false },
      ],
      [
        { time: 20, isEvent: true },
        { time: 4, isEvent: false },
        { time: 2, isEvent: false },
      ],
      [{ time: 5, isEvent: true }],
    ]);
    expect(survivalQuantile(kaplanMeier(history.stages[1]?.watched ?? []), 0.8)).toBe(20);
  });
  it('by law the shares multiply to what was won of the closed', () => {
    const entry = fc.tuple(fc.constantFrom(...stages, 'gone'), fc.integer({ min: 0, max: 99 }));
    const any = fc
      .tuple(fc.constantFrom('won', 'lost', 'open'), fc.array(entry, { maxLength: 5 }))
      .map(([outcome, entries]) => way('x', outcome as StageWay['outcome'], entries));
    fc.assert(
      fc.property(fc.array(any, { minLength: 1 }), (ways) => {
        const { stages: found } = stageHistory(stages, ways, 100);
        const closed = ways.filter(({ outcome }) => outcome !== 'open').length;
        const won = ways.filter(({ outcome }) => outcome === 'won').length;
        expect(found[0]?.stood.length).toBe(closed);
        expect(found.at(-1)?.passed.length).toBe(won);
        for (const [at, { passed }] of found.entries())
          if (at + 1 < found.length) expect(found[at + 1]?.stood.length).toBe(passed.length);
      }),
    );
  });
});
