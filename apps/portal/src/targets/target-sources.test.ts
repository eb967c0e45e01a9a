import type { TargetGridView } from '@milepost/contract/targets';
import { evaluate, isConstant, leavesOf } from '@milepost/core/explain/why';
import { blockSum } from '@milepost/core/targets/block';
import { decompose } from '@milepost/core/targets/decompose';
import type { Plan } from '@milepost/core/targets/plan';
import { whyBlock } from '@milepost/core/targets/why-target';
import { expect, it } from 'vitest';
import { blockOf, gridColumns, gridRows } from './grid-rows.ts';
import { targetSources } from './target-sources.ts';

const made = decompose({
  total: 1_234_567,
  monthShares: [7, 6, 7, 8, 8, 9, 8, 8, 9, 9, 10, 11],
  persons: [
    { id: 'ann', weight: 5 },
    { id: 'ben', weight: 3 },
  ],
  lines: [
    { id: 'Pumps', weight: 2 },
    { id: 'Valves', weight: 1 },
  ],
  segments: [{ id: 'Water', weight: 1 }],
});
const plan = (made.status === 'ok' ? made.plan : null) as Plan;
const view = {
  target: { id: 't', name: 'Revenue 2026' },
  people: [
    { id: 'ann', name: 'Ann', teamId: 'north' },
    { id: 'ben', name: 'Ben', teamId: 'north' },
  ],
  teams: [{ id: 'north', name: 'North', parentId: null }],
} as unknown as TargetGridView;
const sources = targetSources(plan, view, (month) => `M${month + 1}`);

it('every cell of every face of the grid opens into what it rests on, and recomputes', () => {
  let opened = 0;
  for (const face of ['people', 'lines', 'segments'] as const)
    for (const row of gridRows(plan, view, face))
      for (const column of gridColumns) {
        const at = blockOf(row, column);
        const why = whyBlock(plan, at, sources);
        expect(evaluate(why)).toBe(blockSum(plan, at));
        expect(isConstant(why)).toBe(false);
        opened += 1;
      }
  expect(opened).toBe((1 + 1 + 2 + 1 + 2 + 1 + 1) * gridColumns.length);
});

it('names people, lines and months as people read them, and cells as pacing stores them', () => {
  const leaves = leavesOf(whyBlock(plan, { persons: ['ann', 'ben'], months: [3, 4] }, sources));
  expect(leaves[0]).toMatchObject({ kind: 'target-cell', id: 't:ann:Pumps:4', label: 'Ann · Pumps · M4' });
  const weights = leavesOf(whyBlock(plan, { months: [3] }, sources)).map(({ label }) => label);
  expect(weights).toContain('M4');
});
