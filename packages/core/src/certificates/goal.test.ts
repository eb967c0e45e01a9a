import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths, toDay, toIso } from '../calendar/civil-day.ts';
import { awardOn, goalOn } from './goal.ts';

const goal = { dueOn: '2025-12-31', windowMonths: 1 };
const award = { completedOn: '2025-10-01', expiresOn: '2026-10-01' };

describe('a goal to be certified by a day', () => {
  it('is open, then late, then reached', () => {
    expect(goalOn(goal, [], '2025-12-31').status).toBe('open');
    expect(goalOn(goal, [], '2026-01-01')).toEqual({ status: 'late', dueOn: '2025-12-31', reopenedOn: null });
    expect(goalOn(goal, [award], '2025-10-01').status).toBe('reached');
  });

  it('reopens on 1 September when the certificate expires on 1 October (case 24)', () => {
    expect(goalOn(goal, [award], '2026-08-31').status).toBe('reached');
    expect(goalOn(goal, [award], '2026-09-01')).toEqual({
      ...{ status: 'open', dueOn: '2026-10-01', reopenedOn: '2026-09-01' },
    });
    expect(goalOn(goal, [award], '2026-10-01').status).toBe('late');
    const renewed = { completedOn: '2026-09-10', expiresOn: '2027-10-01' };
    expect(goalOn(goal, [award, renewed], '2026-09-10').status).toBe('reached');
  });

  it('stays reached for ever where nothing expires', () => {
    expect(goalOn(goal, [{ completedOn: '2025-10-01', expiresOn: null }], '2099-01-01').status).toBe('reached');
    expect(awardOn([{ completedOn: '2025-10-01', expiresOn: null }, award], '2026-01-01')?.expiresOn).toBeNull();
  });

  it('is never reached without an award, and an award never makes it worse', () => {
    const day = fc.integer({ min: toDay('2024-01-01'), max: toDay('2028-12-31') });
    const rank = { late: 0, open: 1, reached: 2 };
    fc.assert(
      fc.property(day, day, fc.integer({ min: 1, max: 36 }), (on, completed, months) => {
        const [today, completedOn] = [toIso(on), toIso(completed)];
        const before = goalOn(goal, [], today);
        expect(before.status).not.toBe('reached');
        const expiresOn = toIso(addMonths(completed, months));
        const after = goalOn(goal, [{ completedOn, expiresOn }], today);
        if (today < expiresOn) expect(rank[after.status]).toBeGreaterThanOrEqual(rank[before.status]);
        if (after.reopenedOn !== null) expect(after.reopenedOn <= today).toBe(true);
      }),
    );
  });
});
