import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { criteriaOf, type Rung, rungStatus } from './criteria.ts';
import { heightsOf } from './heights.ts';
import { monthsIn } from './months-in.ts';

const plain = { track: 'specialist', levels: [], certificates: [], months: null, results: [] } as const;
const rung = (id: string, from: string[]): Rung => ({ ...plain, id, from });

describe('how high a rung stands', () => {
  it('is the longest way up, over both tracks', () => {
    const found = heightsOf([
      rung('rep', []),
      rung('senior', ['rep']),
      rung('lead', ['senior', 'rep']),
      rung('expert', ['senior']),
      rung('head', ['lead', 'expert']),
    ]);
    expect(found.status === 'ok' && Object.fromEntries(found.heights)).toEqual({
      ...{ rep: 0, senior: 1, lead: 2, expert: 2, head: 3 },
    });
  });

  it('passes over rungs that were taken away, and names a cycle', () => {
    const found = heightsOf([rung('senior', ['gone'])]);
    expect(found.status === 'ok' && found.heights.get('senior')).toBe(0);
    expect(heightsOf([rung('a', ['b']), rung('b', ['a'])])).toEqual({ status: 'cycle', cycle: ['a', 'b'] });
  });

  it('is above every rung below, whatever the graph', () => {
    const edges = fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { maxLength: 25 });
    fc.assert(
      fc.property(edges, (pairs) => {
        const rungs = Array.from({ length: 10 }, (_, at) =>
          rung(`${at}`, [...new Set(pairs.filter(([low, high]) => high === at && low < at).map(([low]) => `${low}`))]),
        );
        const found = heightsOf(rungs);
        if (found.status !== 'ok') throw new Error('no cycle was drawn');
        for (const { id, from } of rungs)
          for (const below of from)
            expect(found.heights.get(id) ?? -1).toBeGreaterThan(found.heights.get(below) ?? Number.POSITIVE_INFINITY);
      }),
    );
  });
});

describe('months on a rung', () => {
  it('are whole, and all terms of a rung together', () => {
    const terms = [
      { rungId: 'rep', from: '2024-01-31', to: '2024-02-28' },
      { rungId: 'rep', from: '2025-01-31', to: '2025-02-28' },
      { rungId: 'senior', from: '2025-03-01', to: null },
    ];
    expect(Object.fromEntries(monthsIn(terms, '2026-03-16'))).toEqual({ rep: 1, senior: 12 });
    expect(Object.fromEntries(monthsIn(terms, '2025-02-01'))).toEqual({ rep: 0, senior: 0 });
  });

  it('are refused of a term that ends before it starts', () => {
    expect(() => monthsIn([{ rungId: 'rep', from: '2026-02-01', to: '2026-01-01' }], '2026-03-16')).toThrow(RangeError);
  });
});

describe('S4 a rung of the ladder', () => {
  const rung: Rung = {
    id: 'senior',
    track: 'specialist',
    from: ['junior'],
    levels: [{ skillId: 'negotiation', required: 3 }],
    certificates: ['contracts'],
    months: 12,
    results: [{ measure: 'attainment', least: 1 }],
  };
  const record = {
    proofs: [{ skillId: 'negotiation', level: 3, provenOn: '2026-01-01', validUntil: null }],
    certificates: new Map([['contracts', 'renewal-due' as const]]),
    monthsIn: new Map([['junior', 14]]),
    results: new Map([['attainment', 1.1]]),
  };

  it('is reached when all it asks is met, each with what proves it', () => {
    const criteria = criteriaOf(rung, record, '2026-06-01');
    expect(criteria.map(({ kind, status }) => [kind, status])).toEqual([
      ['level', 'met'],
      ['certificate', 'met'],
      ['months', 'met'],
      ['result', 'met'],
    ]);
    expect(rungStatus(criteria)).toBe('reached');
  });

  it('turns with a certificate that runs out (case 24), and tells unknown from missed', () => {
    const expired = { ...record, certificates: new Map([['contracts', 'expired' as const]]) };
    expect(rungStatus(criteriaOf(rung, expired, '2026-06-01'))).toBe('not-reached');
    const unmeasured = { ...record, results: new Map() };
    expect(rungStatus(criteriaOf(rung, unmeasured, '2026-06-01'))).toBe('open');
  });
});
