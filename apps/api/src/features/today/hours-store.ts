import { workingOf } from '@milepost/contract/calendar';
import { type Day, toDay, toIso, weekdayOf } from '@milepost/core/calendar/civil-day';
import { capacityHours } from '@milepost/core/capacity/capacity';
import { capacityHoursWhy, type PersonTerm } from '@milepost/core/capacity/capacity-why';
import { derive, record, stored } from '@milepost/core/explain/derive';
import type { Why } from '@milepost/core/explain/why';
import { daysOffOf } from '@milepost/core/leave/leave';
import { strategicDeficit, usualShare, weeksWithout } from '@milepost/core/priority/strategic-share';
import type { Actor } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import { Failure } from '../../http/failure.ts';
import { termOfPerson } from '../capacity/term-store.ts';
import { usualHours } from './source.ts';

/** Deadlines further away than this do not press today. */
const horizonDays = 60;
/** Weeks whose strategic work is looked back on, the one under way the last. */
const weeksBack = 6;

type Done = { id: string; subject: string; day: string; hours: number; isStrategic: boolean };
type Week = { monday: Day; hours: Why; done: Why };

/** Somebody's time: hours had and spent today, day by day from here, and what strategic work got in the last weeks. */
export type Time = {
  had: Why;
  spent: Why;
  left: Why;
  byDay: number[];
  weeks: Week[];
  term: PersonTerm;
};

const hoursOf = ({ kind, minutes }: { kind: keyof typeof usualHours; minutes: number | null }): number =>
  minutes === null ? usualHours[kind] : minutes / 60;

/** What somebody did between two days: activities, and steps of milestones, which are strategic. */
async function doneBetween(db: Db, orgId: string, personId: string, from: string, to: string): Promise<Done[]> {
  const done = db
    .selectFrom('activity')
    .select(['id', 'subject', 'kind', 'minutes', 'lane', 'on_day', 'done_on'])
    .where('org_id', '=', orgId)
    .where('person_id', '=', personId)
    .where('is_done', '=', 1)
    .where('archived_at', 'is', null);
  // What was ticked off counts on the day it was; what was logged as done on the day it happened. Two questions, each with an index.
  const ticked = await done.where('done_on', '>=', from).where('done_on', '<=', to).execute();
  const logged = await done
    .where('done_on', 'is', null)
    .where('on_day', '>=', from)
    .where('on_day', '<=', to)
    .execute();
  const activities = [...ticked, ...logged].sort((a, b) => (a.id < b.id ? -1 : 1));
  const steps = await db
    .selectFrom('checklist_item')
    .select(['id', 'text', 'done_at'])
    .where('org_id', '=', orgId)
    .where('done_by_id', '=', personId)
    .where('archived_at', 'is', null)
    .where('done_at', '>=', from)
    .where('done_at', '<', `${to}T24`)
    .orderBy('id')
    .execute();
  return [
    ...activities.map((row) => ({
      id: row.id,
      subject: row.subject,
      day: row.done_on ?? row.on_day,
      hours: hoursOf(row),
      isStrategic: row.lane === 'strategic',
    })),
    ...steps.map(({ id, text, done_at }) => ({
      id,
      subject: text,
      day: (done_at ?? '').slice(0, 10),
      hours: usualHours.step,
      isStrategic: true,
    })),
  ];
}

const sumOf = (rule: string, some: readonly Done[]): Why =>
  derive(
    'sum',
    { rule: `today.${rule}`, unit: 'hours' },
    some.map(({ id, hours, subject }) => record('activity', id, hours, 'hours', subject)),
  );

/** Reads the time of a person. @throws Failure `not-found` where there is nobody of that id */
export async function timeOf(db: Db, actor: Actor, personId: string, day: string): Promise<Time> {
  const today = toDay(day);
  const calendar = workingOf(actor.organisation);
  const thisMonday = today - weekdayOf(today) + 1;
  const firstMonday = thisMonday - 7 * (weeksBack - 1);
  const term = await termOfPerson(db, actor, personId, { from: toIso(firstMonday), to: toIso(today + horizonDays) });
  if (!term) throw new Failure('not-found');
  const done = await doneBetween(db, actor.orgId, personId, toIso(firstMonday), day);
  const had = capacityHoursWhy(term, { first: today, last: today }, calendar, term.name);
  const spent = sumOf(
    'hours-spent',
    done.filter((one) => one.day === day),
  );
  const left = derive('max', { rule: 'today.hours-left', unit: 'hours' }, [
    derive('difference', { rule: 'today.hours-remaining', unit: 'hours' }, [had, spent]),
    stored('today', 'none-left', 0, 'hours'),
  ]);
  const ahead = Array.from({ length: horizonDays }, (_, at) => ({ first: today + 1 + at, last: today + 1 + at }));
  const own = { ...term, ...daysOffOf(term.leaves) };
  const weeks = Array.from({ length: weeksBack }, (_, at): Week => {
    const monday = firstMonday + 7 * at;
    const [from, to] = [toIso(monday), toIso(monday + 6)];
    return {
      monday,
      hours: capacityHoursWhy(term, { first: monday, last: monday + 6 }, calendar, from),
      done: sumOf(
        'strategic-done',
        done.filter((one) => one.isStrategic && one.day >= from && one.day <= to),
      ),
    };
  });
  return {
    had,
    spent,
    left,
    byDay: [left.value, ...capacityHours(own, ahead, calendar, term.hoursPerDay)],
    weeks,
    term,
  };
}

const plainWeeks = ({ weeks }: Time) => weeks.map(({ hours, done }) => ({ hours: hours.value, done: done.value }));

export const deficitOf = (time: Time, longestWaiting: number): number =>
  strategicDeficit(plainWeeks(time), { share: usualShare, longestWaiting });

/** Whole weeks without strategic work, counted only while there is some to do. */
export const weeksIdle = (time: Time): number => weeksWithout(plainWeeks(time));

/** How the hours that strategic work has coming came about, week by week. */
export function whyDeficit(time: Time, longestWaiting: number): Why {
  const share = stored('priority', 'strategic-share', usualShare, 'ratio');
  const longest = stored('priority', 'longest-waiting', longestWaiting, 'hours');
  const none = stored('priority', 'none-coming', 0, 'hours');
  const heading = (rule: string) => ({ rule: `priority.${rule}`, unit: 'hours' }) as const;
  let before: Why | undefined;
  for (const { hours, done, monday } of time.weeks) {
    const weekly = derive('product', { ...heading('weekly-share'), label: toIso(monday) }, [share, hours]);
    const two = derive('sum', heading('two-weeks'), [weekly, weekly]);
    const cap = derive('max', heading('deficit-cap'), [two, longest]);
    const sum = derive('sum', heading('deficit-grown'), before ? [before, weekly] : [weekly]);
    const capped = derive('min', heading('deficit-capped'), [sum, cap]);
    const less = derive('difference', heading('deficit-less-done'), [capped, done]);
    before = derive('max', { ...heading('strategic-deficit'), label: toIso(monday) }, [less, none]);
  }
  return before ?? derive('sum', heading('strategic-deficit'), []);
}
