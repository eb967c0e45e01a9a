import { describe, expect, it } from 'vitest';
import { firstUses, toolOpened, toolSteps } from './tools.ts';

describe('S3 tool training', () => {
  it('is done by what somebody did, the first time counts, and nothing else does', () => {
    const done = [
      { subject: 'saved_view', action: 'created', source: null, at: '2026-03-17T09:00:00.000Z' },
      { subject: 'saved_view', action: 'created', source: null, at: '2026-03-16T09:00:00.000Z' },
      { subject: 'lead', action: 'created', source: 'import', at: '2026-03-16T09:00:00.000Z' },
      { subject: 'opportunity', action: 'updated', source: null, at: '2026-03-16T09:00:00.000Z' },
    ];
    const found = new Map(firstUses(done).map(({ key, doneAt }) => [key, doneAt]));
    expect(found.size).toBe(toolSteps.length);
    expect(found.get('view')).toBe('2026-03-16T09:00:00.000Z');
    expect([found.get('clip'), found.get('stage'), found.get('why')]).toEqual([null, null, null]);
    expect(
      new Map(firstUses([{ ...done[2], source: 'clip' } as never]).map(({ key, doneAt }) => [key, doneAt])).get('clip'),
    ).toBe('2026-03-16T09:00:00.000Z');
  });

  it('notes what leaves no other trace when it is opened', () => {
    expect(toolOpened('/api/v1/pacing/why')).toBe('why');
    expect(toolOpened('/api/v1/funnel/report')).toBe('funnel');
    expect(toolOpened('/api/v1/funnel')).toBeNull();
  });
});
