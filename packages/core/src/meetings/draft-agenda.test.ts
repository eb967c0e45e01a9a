import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AgendaCandidate, agendaKey, draftAgenda } from './draft-agenda.ts';

const one = (recordId: string, dueDay: number | null, source = 'action'): AgendaCandidate => ({
  source,
  recordId,
  dueDay,
});
const nothing = new Set<string>();

describe('S5 an agenda is drafted', () => {
  it('with the longest overdue first, then what is due soonest, then what has no day', () => {
    const open = [one('need', null, 'resource-need'), one('soon', 120), one('late', 80), one('later', 100)];
    const { items } = draftAgenda(open, { standing: nothing, lengthMinutes: null });
    expect(items.map(({ recordId }) => recordId)).toEqual(['late', 'later', 'soon', 'need']);
  });

  it('so long as the meeting is: two things in twenty minutes, the third waits', () => {
    const { items, waiting } = draftAgenda([one('a', 1), one('b', 2), one('c', 3)], {
      ...{ standing: nothing, lengthMinutes: 20 },
    });
    expect([items.length, waiting.map(({ recordId }) => recordId)]).toEqual([2, ['c']]);
  });

  it('without what stands on it already, which takes its place of the time', () => {
    const standing = new Set([agendaKey(one('a', 1))]);
    const { items, waiting } = draftAgenda([one('a', 1), one('b', 2), one('c', 3)], { standing, lengthMinutes: 20 });
    expect(items.map(({ recordId }) => recordId)).toEqual(['b']);
    expect(waiting.map(({ recordId }) => recordId)).toEqual(['c']);
  });

  const candidates = fc.array(
    fc.record({
      source: fc.constantFrom('action', 'issue', 'resource-need'),
      recordId: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      dueDay: fc.option(fc.integer({ min: 0, max: 9 })),
    }),
  );
  it('with everything once, on it or waiting, whatever order it comes in', () => {
    fc.assert(
      fc.property(candidates, fc.option(fc.integer({ min: 0, max: 90 })), (open, lengthMinutes) => {
        const { items, waiting } = draftAgenda(open, { standing: nothing, lengthMinutes });
        const keys = [...items, ...waiting].map(agendaKey);
        return new Set(keys).size === keys.length && keys.length === new Set(open.map(agendaKey)).size;
      }),
    );
  });
});
