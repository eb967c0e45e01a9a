import { toDay, toIso } from '@milepost/core/calendar/civil-day';
import type { Work } from '../../db/work.ts';
import { snapshots } from '../forecast/snapshot-store.ts';
import type { Dice } from './dice.ts';

/** What a week does to deals, as shares of them: amounts that were smaller or larger, close days that were earlier. */
const grown = 0.1;
const shrunk = 0.06;
const pushed = 0.05;
const pushedBy = 30;

/** The pipeline as it stood at the end of a week ago: the deals of today that were open then, some of them otherwise. */
export async function writeWeekAgo(work: Work, roll: Dice, today: string): Promise<void> {
  const day = toIso(toDay(today) - 7);
  const standing = await snapshots.standing(work, { closedSince: day });
  const then = standing
    .filter(({ openedOn, state }) => state === 'open' && (openedOn ?? day) <= day)
    .map(({ openedOn: _, ...row }) => {
      const turn = roll.next();
      const { amount_minor: amount, expected_close_on: close } = row;
      if (turn < grown) return { ...row, amount_minor: amount && Math.round(amount * 0.8) };
      if (turn < grown + shrunk) return { ...row, amount_minor: amount && Math.round(amount * 1.3) };
      if (turn < grown + shrunk + pushed && close) return { ...row, expected_close_on: toIso(toDay(close) - pushedBy) };
      return row;
    });
  await snapshots.write(work, day, then);
}
