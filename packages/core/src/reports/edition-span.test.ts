import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toDay, toIso, type Weekday } from '../calendar/civil-day.ts';
import { MONDAY_TO_FRIDAY } from '../calendar/workdays.ts';
import { editionDeadlines, editionSpan, lastSpanOver, spanAfter, spanBefore, spansUpTo } from './edition-span.ts';

const told = ({ first, last }: { first: number; last: number }) => `${toIso(first)} ${toIso(last)}`;

describe('the span of an edition', () => {
  it('is the week from the first weekday of the organisation, or the calendar month', () => {
    const monday = toDay('2026-03-16');
    expect(told(editionSpan('week', monday, 1))).toBe('2026-03-16 2026-03-22');
    expect(told(editionSpan('week', monday, 7))).toBe('2026-03-15 2026-03-21');
    expect(told(editionSpan('month', monday, 1))).toBe('2026-03-01 2026-03-31');
    expect(told(lastSpanOver('week', monday, 1))).toBe('2026-03-09 2026-03-15');
    expect(told(lastSpanOver('month', toDay('2024-03-31'), 1))).toBe('2024-02-01 2024-02-29');
  });

  it('follows the one before it without a gap, so that nothing is told twice or never', () => {
    const day = fc.integer({ min: toDay('2000-01-01'), max: toDay('2100-01-01') });
    fc.assert(
      fc.property(
        day,
        fc.constantFrom('week' as const, 'month' as const),
        fc.integer({ min: 1, max: 7 }),
        (at, kind, start) => {
          const weekStart = start as Weekday;
          const span = editionSpan(kind, at, weekStart);
          expect(span.first <= at && at <= span.last).toBe(true);
          expect(spanBefore(kind, span, weekStart).last).toBe(span.first - 1);
          expect(spanBefore(kind, spanAfter(kind, span, weekStart), weekStart)).toEqual(span);
          const run = spansUpTo(kind, span, 5, weekStart);
          expect(run.slice(1).map(({ first }) => first)).toEqual(run.slice(0, -1).map(({ last }) => last + 1));
          expect(run.at(-1)).toEqual(span);
        },
      ),
    );
  });
});

describe('the deadlines of an edition', () => {
  it('are the second working day after its span, and five days later', () => {
    const deadlines = editionDeadlines(editionSpan('week', toDay('2026-03-16'), 1), MONDAY_TO_FRIDAY);
    expect([toIso(deadlines.dueOn), toIso(deadlines.closesOn)]).toEqual(['2026-03-24', '2026-03-29']);
    const calendar = { ...MONDAY_TO_FRIDAY, holidays: new Set([toDay('2026-03-23')]) };
    expect(toIso(editionDeadlines(editionSpan('week', toDay('2026-03-16'), 1), calendar).dueOn)).toBe('2026-03-25');
  });

  it('end somewhere even where nobody ever works', () => {
    const never = { workingWeekdays: [], holidays: new Set<number>() };
    expect(editionDeadlines({ first: 0, last: 6 }, never).dueOn).toBe(66);
  });
});
