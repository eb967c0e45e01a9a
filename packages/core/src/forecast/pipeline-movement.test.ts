import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { categoryOf, rollUp } from './forecast-category.ts';
import { pipelineMovement, type SnapshotOpportunity } from './pipeline-movement.ts';
import { movedSince, type SubmittedOpportunity } from './submitted-number.ts';

const deal = (
  id: string,
  amount: number | null,
  state: SnapshotOpportunity['state'] = 'open',
  isInPeriod = true,
): SnapshotOpportunity => ({
  id,
  amount,
  state,
  isInPeriod,
});
const isNew = (id: string): boolean => id.startsWith('new');

describe('the movement of a pipeline', () => {
  it('tells each deal by what became of it, and sums to the difference', () => {
    const before = [
      deal('won', 100),
      deal('lost', 40),
      deal('pushed', 70),
      deal('grown', 10),
      deal('shrunk', 90),
      deal('left', 5),
      deal('pulled', 30, 'open', false),
      deal('same', 1),
    ];
    const after = [
      deal('won', 120, 'won'),
      deal('lost', 40, 'lost'),
      deal('pushed', 70, 'open', false),
      deal('grown', 25),
      deal('shrunk', 60),
      deal('pulled', 30),
      deal('new-1', 200),
      deal('joined', 11),
      deal('same', 1),
    ];
    const { start, end, parts } = pipelineMovement(before, after, isNew);
    expect([start, end]).toEqual([316, 327]);
    expect(parts.map(({ kind, id, amount }) => `${kind} ${id} ${amount}`).sort()).toEqual([
      'grown grown 15',
      'grown won 20',
      'joined joined 11',
      'left left -5',
      'lost lost -40',
      'new new-1 200',
      'pulled pulled 30',
      'pushed pushed -70',
      'shrunk shrunk -30',
      'won won -120',
    ]);
  });

  it('counts an amount that is said as growth, and a deal opened again as come back', () => {
    const { parts } = pipelineMovement([deal('a', null), deal('b', 5, 'lost')], [deal('a', 9), deal('b', 5)], isNew);
    expect(parts).toEqual([
      { kind: 'grown', id: 'a', amount: 9 },
      { kind: 'reopened', id: 'b', amount: 5 },
    ]);
    expect(() => pipelineMovement([deal('a', 1), deal('a', 1)], [], isNew)).toThrow(RangeError);
  });

  it('by law sums to the difference, to the unit', () => {
    const snapshot = fc
      .array(
        fc.record({
          id: fc.constantFrom('a', 'b', 'c', 'd', 'new-e', 'new-f'),
          amount: fc.option(fc.integer({ min: 0, max: 1e9 })),
          state: fc.constantFrom<SnapshotOpportunity['state']>('open', 'won', 'lost'),
          isInPeriod: fc.boolean(),
        }),
      )
      .map((deals) => [...new Map(deals.map((one) => [one.id, one])).values()]);
    fc.assert(
      fc.property(snapshot, snapshot, (before, after) => {
        const { start, end, parts } = pipelineMovement(before, after, isNew);
        expect(parts.reduce((sum, { amount }) => sum + amount, start)).toBe(end);
        expect(pipelineMovement(after, after, isNew).parts).toEqual([]);
      }),
    );
  });
});

describe('categories', () => {
  it('come from the stage unless the rep has chosen', () => {
    expect([1000, 5000, 7500].map((bp) => categoryOf(bp, null))).toEqual(['pipeline', 'best', 'commit']);
    expect(categoryOf(1000, 'commit')).toBe('commit');
    expect(() => categoryOf(-1, null)).toThrow(RangeError);
  });

  it('add up beside what is closed, and an unknown amount adds nothing', () => {
    const rolled = rollUp(1000, [
      { category: 'commit', amount: 200 },
      { category: 'commit', amount: null },
      { category: 'best', amount: 50 },
      { category: 'omitted', amount: 7 },
    ]);
    expect(rolled).toMatchObject({
      commit: { amount: 200, count: 2, withoutAmount: 1 },
      omitted: { amount: 7 },
      pipeline: { amount: 0, count: 0 },
      commitForecast: 1200,
      bestForecast: 1250,
    });
  });
});

describe('a submitted number', () => {
  const said: SubmittedOpportunity = {
    id: 'a',
    amount: 5,
    closeOn: '2026-03-01',
    stageId: 's',
    ownerId: 'p',
    category: 'commit',
  };

  it('stands while its deals stand', () => {
    expect(movedSince([said], [{ ...said }])).toEqual([]);
  });

  it('goes stale with each deal that moves or goes, and says by what; what came since is none of its deals', () => {
    const now = [
      { ...said, amount: 6, closeOn: '2026-04-01' },
      { ...said, id: 'c' },
    ];
    expect(movedSince([said, { ...said, id: 'b' }], now)).toEqual([
      { id: 'a', kind: 'changed', fields: ['amount', 'closeOn'] },
      { id: 'b', kind: 'gone', fields: [] },
    ]);
  });
});
