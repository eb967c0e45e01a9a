import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coreLeaves, partsOfLeaves } from './core-leaves.ts';
import { decompose } from './decompose.ts';
import { type Plan, plannedTotal } from './plan.ts';

const planOf = (total: number): Plan => {
  const made = decompose({
    total,
    persons: ['ann', 'ben'].map((id) => ({ id, weight: 1 })),
    lines: ['Pumps', 'Valves'].map((id) => ({ id, weight: 1 })),
    monthShares: [7, 6, 7, 8, 8, 9, 8, 8, 9, 9, 10, 11],
  });
  if (made.status !== 'ok') throw new Error(made.status);
  return made.plan;
};
const all = () => true;

describe('core and incremental of every leaf (T1)', () => {
  it('keeps what the past brings after churn and prices as core, and asks the rest on top', () => {
    const plan = planOf(12_000);
    const past = [
      { person: 'ann', line: 'Pumps', value: 6000 },
      { person: 'ben', line: 'Valves', value: 2000 },
      { person: 'nobody', line: 'Pumps', value: 9000 },
    ];
    const cores = coreLeaves(plan, past, { churn: 0.1, price: 0.05 });
    expect(partsOfLeaves(plan, cores, all)).toEqual({ core: 7560, incremental: 4440 });
    expect(partsOfLeaves(plan, cores, (person) => person === 0)).toEqual({ core: 5670, incremental: 330 });
    expect(partsOfLeaves(plan, cores, (_, line) => line === 1)).toEqual({ core: 1890, incremental: 4110 });
  });

  it('may have to give up where the target is below the core', () => {
    const plan = planOf(1000);
    const cores = coreLeaves(plan, [{ person: 'ann', line: 'Pumps', value: 1500 }], { churn: 0, price: 0 });
    expect(partsOfLeaves(plan, cores, all)).toEqual({ core: 1500, incremental: -500 });
  });

  it('by law both parts sum to the plan on every axis', () => {
    const sale = fc.record({
      person: fc.constantFrom('ann', 'ben'),
      line: fc.constantFrom('Pumps', 'Valves'),
      value: fc.integer({ min: -1e6, max: 1e9 }),
    });
    fc.assert(
      fc.property(
        fc.array(sale),
        fc.integer({ min: 0, max: 1e10 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (past, total, churn) => {
          const plan = planOf(total);
          const cores = coreLeaves(plan, past, { churn, price: 0 });
          const { core, incremental } = partsOfLeaves(plan, cores, all);
          expect(core + incremental).toBe(plannedTotal(plan));
          const months = Array.from({ length: 12 }, (_, at) =>
            partsOfLeaves(plan, cores, (_p, _l, month) => month === at),
          );
          expect(months.reduce((sum, month) => sum + month.core, 0)).toBe(core);
          const lines = [0, 1].map((at) => partsOfLeaves(plan, cores, (_p, line) => line === at));
          expect(lines.reduce((sum, line) => sum + line.incremental, 0)).toBe(incremental);
        },
      ),
      { numRuns: 60 },
    );
  });
});
