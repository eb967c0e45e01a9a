import { fewestLate } from '@milepost/core/priority/fewest-late';
import type { Task } from '@milepost/core/priority/task';
import { byValuePerHour, costOfOrder, valued } from '@milepost/core/priority/value-order';
import type { Call } from '../example.ts';

/** What to do first. Tasks are told by their position, from 0. */
export const priority: Record<string, Call> = {
  'priority.smith': ({ input }) => {
    const pairs = input as Record<'w' | 'p', number>[];
    const tasks = pairs.map(
      ({ w, p }, at): Task => ({
        // Padded, so that ties go to the earlier one.
        id: String(at).padStart(9, '0'),
        lane: 'value',
        hours: p,
        due: null,
        dailyValue: w,
        segment: null,
        blockedBy: null,
      }),
    );
    const order = valued(tasks).sort(byValuePerHour);
    return {
      order: order.map(({ task }) => Number(task.id)),
      cost: costOfOrder(order.map(({ dailyValue, hours }) => ({ weight: dailyValue ?? 0, duration: hours }))),
    };
  },

  'priority.moore': ({ input }) => {
    const { p, d } = input as Record<'p' | 'd', number[]>;
    const jobs = p.map((hours, at) => ({ id: String(at).padStart(9, '0'), hours, dueIn: d[at] as number }));
    const { onTime, late } = fewestLate(jobs);
    return { onTime: onTime.map(({ id }) => Number(id)).sort((a, b) => a - b), late: late.length };
  },
};
