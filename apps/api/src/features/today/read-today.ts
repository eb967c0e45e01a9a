import type { TodayPast, TodayQuery, TodaySourceName, TodayView } from '@milepost/contract/today';
import { usualShare } from '@milepost/core/priority/strategic-share';
import { lanes } from '@milepost/core/priority/task';
import type { Actor } from '../../auth/actor.ts';
import { nameOf, namesOf } from '../../db/names-store.ts';
import type { Deps } from '../../deps.ts';
import { type DayOf, gatherDay, rowsOf, whoseDay } from './gather-day.ts';
import { deficitOf, weeksIdle } from './hours-store.ts';
import { idleAccounts } from './idle-accounts-store.ts';
import { jointOf } from './joint-store.ts';
import { doneToday, givenAway, type Past } from './past-store.ts';
import { plannedLater } from './sources/activities-store.ts';

/** Somebody's day: what there is to do, in its order, and what has left the list. */
export async function readToday(deps: Deps, actor: Actor, query: TodayQuery): Promise<TodayView> {
  const { db, clock } = deps;
  const whose = await whoseDay(deps, actor, query);
  const day = await gatherDay(db, actor, whose);
  const { time, ranked } = day;
  const shown = lanes.map((lane) => ({ lane, all: ranked.filter((one) => one.lane === lane) }));
  const rows = await rowsOf(
    db,
    actor,
    day,
    shown.flatMap(({ all }) => all.slice(0, query.limit)),
  );
  const [done, away] = await pastOf(deps, actor, day);
  const names = await namesOf(db, actor, { person: [whose.personId, ...whose.away] });
  const standsInFor = new Set([...day.items.values()].map(({ ofId }) => ofId).filter((id) => id !== whose.personId));
  return {
    day: whose.day,
    at: clock.now(),
    person: { id: whose.personId, name: names.person.get(whose.personId) ?? time.term.name },
    currency: actor.organisation.currency,
    hours: { had: time.had.value, spent: time.spent.value, left: time.left.value },
    strategic: {
      share: usualShare,
      dueHours: deficitOf(time, day.longestStrategic),
      doneThisWeek: time.weeks.at(-1)?.done.value ?? 0,
      weeksWithout: day.longestStrategic > 0 ? weeksIdle(time) : 0,
    },
    lanes: shown.map(({ lane, all }) => ({
      lane,
      total: all.length,
      hours: all.reduce((sum, one) => sum + one.hours, 0),
      late: all.filter(({ lateDays }) => lateDays > 0).length,
      rows: rows.filter((row) => row.lane === lane),
    })),
    joint: await jointOf(db, actor, whose),
    done,
    away,
    later: await plannedLater(db, actor, whose),
    accountsWithoutNextStep: await idleAccounts.count(db, actor, whose),
    standsInFor: [...standsInFor].sort().flatMap((id) => nameOf(names.person, id) ?? []),
  };
}

/** What was done that day, and what was put off or given away. */
async function pastOf({ db }: Deps, actor: Actor, { whose, marks }: DayOf): Promise<[TodayPast[], TodayPast[]]> {
  const [ticked, given] = await Promise.all([doneToday(db, actor, whose), givenAway(db, actor, whose)]);
  const names = await namesOf(db, actor, {
    person: [...given.map(({ personId }) => personId), ...marks.map((mark) => mark.task_person_id)],
  });
  const ofActivity = (row: Past, isGiven: boolean): TodayPast => ({
    source: 'activity',
    id: row.id,
    version: row.version,
    name: row.subject,
    untilOn: null,
    givenTo: isGiven ? nameOf(names.person, row.personId) : null,
  });
  const ofMarks = (some: typeof marks): TodayPast[] =>
    some.map((mark) => ({
      source: mark.source as TodaySourceName,
      id: mark.item_id,
      version: mark.version,
      name: mark.name,
      untilOn: mark.until_on,
      givenTo: nameOf(names.person, mark.task_person_id),
    }));
  const putOff = marks.filter((mark) => (mark.until_on ?? '') > whose.day || mark.is_task_open);
  return [
    [...ticked.map((row) => ofActivity(row, false)), ...ofMarks(marks.filter((mark) => mark.done_on === whose.day))],
    [...given.map((row) => ofActivity(row, true)), ...ofMarks(putOff)],
  ];
}
