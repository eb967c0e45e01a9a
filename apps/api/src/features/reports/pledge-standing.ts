import { type Day, toDay } from '@milepost/core/calendar/civil-day';
import { type PledgeStanding, pledgeStanding } from '@milepost/core/reports/pledge';
import type { PledgeTable } from '../../db/tables/reports.ts';

/** Where a pledge stands when a day is over. */
export const standingOf = ({ due_on, settled_as, settled_on }: PledgeTable, day: Day): PledgeStanding =>
  pledgeStanding(
    {
      dueOn: toDay(due_on),
      settled: settled_as === null || settled_on === null ? null : { as: settled_as, on: toDay(settled_on) },
    },
    day,
  );
