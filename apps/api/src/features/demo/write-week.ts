import { periodOf } from '@milepost/core/cadence/cadence';
import { toDay, toIso, weekdayOf } from '@milepost/core/calendar/civil-day';
import type { Work } from '../../db/work.ts';
import { activities, nothingSaid, participants } from '../activities/store.ts';
import { reviewTiersIn } from '../tiers/review-tiers.ts';
import type { DemoAccount } from './demo-books.ts';
import type { DemoNames } from './demo-names.ts';

const appointments = [
  { weekday: 2, startsAt: '10:00', minutes: 60 },
  { weekday: 4, startsAt: '14:30', minutes: 90 },
] as const;

/** Tiers as they were given when the quarter began, and appointments of this week and the next; every third one has a colleague along. */
export async function writeWeek(
  work: Work,
  names: DemoNames,
  today: string,
  { firms, reps }: { firms: readonly DemoAccount[]; reps: readonly { id: string }[] },
): Promise<void> {
  const day = toDay(today);
  await reviewTiersIn(work, toIso(periodOf('quarter', day, work.actor.organisation.fiscalYearStart).first));
  const monday = day - weekdayOf(day) + 1;
  for (const [at, rep] of reps.entries()) {
    const own = firms.filter(({ ownerId }) => ownerId === rep.id);
    for (const [n, { weekday, startsAt, minutes }] of appointments.entries()) {
      const firm = own[n];
      const onDay = monday + weekday - 1 + (n === 1 && at % 2 === 1 ? 7 : 0);
      if (!firm || onDay < day) continue;
      const { row } = await activities.create(work, {
        ...nothingSaid,
        ...{ id: work.newId(), kind: 'meeting', person_id: rep.id, on_day: toIso(onDay), is_done: 0 },
        ...{ account_id: firm.id, owner_id: rep.id, backup_id: null, starts_at: startsAt, minutes },
        subject: names.activities[(at + n) % names.activities.length] ?? '',
      });
      const beside = reps[(at + 1) % reps.length];
      if (at % 3 === 0 && n === 0 && beside && beside.id !== rep.id)
        await participants.replace(work, row.id, [beside.id]);
    }
  }
}
