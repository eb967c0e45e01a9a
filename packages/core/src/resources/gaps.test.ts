import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toDay, toIso } from '../calendar/civil-day.ts';
import { fiscalMonths } from '../calendar/fiscal-year.ts';
import { evaluate, isConstant } from '../explain/why.ts';
import { type RoleWork, resourceGaps } from './gaps.ts';

const months = fiscalMonths(2026, { firstMonth: 1, label: 'start' }).map((span) => ({
  span,
  label: toIso(span.first).slice(0, 7),
}));
const work = (role: string, hoursPerWeek: number, from: string, to: string, skills: string[] = []): RoleWork => ({
  ...{ id: `${role} ${from}`, name: role, role, hoursPerWeek, skills },
  span: { first: toDay(from), last: toDay(to) },
});

describe('gaps of people and skills (P5)', () => {
  it('are hours needed less hours assigned, month by month: spare hours of June do not help in February', () => {
    const needs = [work('Trainer', 14, '2026-02-01', '2026-02-28', ['Negotiation', 'Pumps'])];
    const [gap] = resourceGaps(needs, [work('trainer', 7, '2026-02-01', '2026-06-30', ['negotiation'])], months);
    expect(gap).toMatchObject({ role: 'Trainer', missingSkills: ['Pumps'] });
    expect(gap?.needed.value).toBe(14 * 4);
    expect(gap?.short.value).toBe(7 * 4);
    expect(gap && evaluate(gap.short)).toBe(gap?.short.value);
    expect(gap && isConstant(gap.short)).toBe(false);
  });

  it('name skills that nobody has at that time, not those that are not asked for in these months', () => {
    const needs = [work('Service', 5, '2026-09-01', '2026-09-30', ['Steam'])];
    const early = [work('Service', 5, '2026-01-01', '2026-03-31', ['Steam'])];
    expect(resourceGaps(needs, early, months)[0]?.missingSkills).toEqual(['Steam']);
    expect(resourceGaps(needs, early, months.slice(0, 3))[0]?.missingSkills).toEqual([]);
  });

  it('are never below nothing, and none where everything is assigned', () => {
    const day = fc.integer({ min: toDay('2025-12-01'), max: toDay('2026-12-31') });
    const any = fc
      .record({ role: fc.constantFrom('A', 'B'), hoursPerWeek: fc.integer({ min: 0, max: 40 }), first: day })
      .map(({ first, ...rest }) => ({
        ...rest,
        id: `${first}`,
        name: '',
        skills: [],
        span: { first, last: first + 40 },
      }));
    fc.assert(
      fc.property(fc.array(any, { maxLength: 8 }), fc.array(any, { maxLength: 8 }), (needs, assigned) => {
        for (const { needed, assigned: given, short } of resourceGaps(needs, assigned, months)) {
          expect(short.value).toBeGreaterThanOrEqual(Math.max(0, needed.value - given.value) - 1e-9);
          expect(short.value).toBeLessThanOrEqual(needed.value + 1e-9);
        }
        for (const { short } of resourceGaps(needs, needs, months)) expect(short.value).toBe(0);
      }),
    );
  });

  it('are refused for work that cannot be', () => {
    expect(() => resourceGaps([work('A', 200, '2026-01-01', '2026-01-02')], [], months)).toThrow(RangeError);
    expect(() => resourceGaps([work('A', 2, '2026-01-02', '2026-01-01')], [], months)).toThrow(RangeError);
  });
});
