import { toDay, toIso } from '@milepost/core/calendar/civil-day';
import type { Work } from '../../db/work.ts';
import { satisfactions } from '../satisfaction/store.ts';
import type { Dice } from './dice.ts';

const asked = 36;
const daysApart = 17;

/** What customers said in two years: each is asked both questions now and then, and most are content. */
export async function writeSatisfaction(
  work: Work,
  roll: Dice,
  today: string,
  accounts: readonly { id: string; ownerId: string }[],
): Promise<void> {
  for (const [at, { id, ownerId }] of accounts.slice(0, asked).entries()) {
    const onDay = toIso(toDay(today) - 3 - at * daysApart);
    const mood = roll.whole(0, 4);
    const answers = [
      ['satisfied', mood === 0 ? 3 : 4 + (mood % 2)],
      ['recommend', mood === 0 ? 5 : 7 + (mood % 4)],
    ] as const;
    for (const [scale, score] of answers)
      await satisfactions.create(work, {
        ...{ id: work.newId(), account_id: id, owner_id: ownerId, backup_id: null, contact_id: null, words: null },
        ...{ on_day: onDay, scale, score },
      });
  }
}
