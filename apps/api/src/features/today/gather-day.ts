import type { TodayRow } from '@milepost/contract/today';
import { toDay } from '@milepost/core/calendar/civil-day';
import { prioritise, type Ranked } from '@milepost/core/priority/prioritise';
import { dailyValueOf } from '@milepost/core/priority/stake';
import { countedHours } from '@milepost/core/priority/task';
import type { Actor } from '../../auth/actor.ts';
import { reaches } from '../../auth/actor.ts';
import { nameOf, namesOf } from '../../db/names-store.ts';
import type { Db } from '../../db/open.ts';
import type { Deps } from '../../deps.ts';
import { Failure } from '../../http/failure.ts';
import { participants } from '../activities/store.ts';
import { awayOn } from '../leave/on-duty-store.ts';
import { completed, todaySourcesInUse } from './all-sources.ts';
import { deficitOf, type Time, timeOf } from './hours-store.ts';
import { keptDay } from './kept-days.ts';
import { type Mark, marks } from './mark-store.ts';
import type { TodayItem, Whose } from './source.ts';

/** Everything there is to do for somebody, in its order, and what they said about the rest. */
export type DayOf = {
  whose: Whose;
  time: Time;
  items: ReadonlyMap<string, TodayItem>;
  /** Those that are not put off, given away or done. */
  ranked: readonly Ranked[];
  marks: readonly Mark[];
  longestStrategic: number;
};

export const keyOf = ({ source, id }: Pick<TodayItem, 'source' | 'id'>): string => `${source}:${id}`;

/** What an item takes: what was said, or the usual of its kind. */
export const hoursOf = ({ minutes, usualHours }: TodayItem): number => (minutes === null ? usualHours : minutes / 60);

/**
 * Whose day is asked for: one's own, or that of somebody in reach, where it is now for them.
 * @throws Failure `not-found` for a person out of reach, and for the operator, who has no day
 */
export async function whoseDay(
  { db, clock }: Deps,
  actor: Actor,
  { personId, timeZone }: { personId?: string | undefined; timeZone?: string | undefined },
): Promise<Whose> {
  const asked = personId ?? actor.personId;
  if (asked === null || !reaches(actor, asked)) throw new Failure('not-found');
  const day = clock.today(timeZone ?? actor.organisation.timeZone);
  // A half day is no absence: whoever is back at noon does it themselves.
  const away = (await awayOn(db, actor.orgId, day)).filter((id) => id !== asked).sort();
  return { personId: asked, away, day };
}

/** Gathers what every source brings, and puts it into one order. The same day gives the same order. */
export const gatherDay = (db: Db, actor: Actor, whose: Whose): Promise<DayOf> =>
  keptDay(db, actor, whose, () => gather(db, actor, whose));

async function gather(db: Db, actor: Actor, whose: Whose): Promise<DayOf> {
  const time = await timeOf(db, actor, whose.personId, whose.day);
  const said = await marks.of(db, actor.orgId, whose.personId, whose.day);
  const items = new Map<string, TodayItem>();
  for (const source of todaySourcesInUse)
    for (const item of await source.items(db, actor, whose)) items.set(keyOf(item), item);
  const hidden = new Set(
    said
      .filter(
        (mark) => (mark.until_on !== null && mark.until_on > whose.day) || mark.is_task_open || mark.done_on !== null,
      )
      .map((mark) => `${mark.source}:${mark.item_id}`),
  );
  const standing = [...items].filter(
    ([key, item]) =>
      !hidden.has(key) &&
      // One visit keeps the promise and opens the market: it stands there once.
      !(item.source === 'cadence-visit' && items.has(keyOf({ source: 'first-visit', id: item.id }))),
  );
  const longestStrategic = standing.reduce(
    (longest, [, item]) => (item.lane === 'strategic' ? Math.max(longest, countedHours(hoursOf(item))) : longest),
    0,
  );
  const ranked = prioritise(
    standing.map(([id, item]) => ({
      id,
      lane: item.lane,
      hours: hoursOf(item),
      due: item.dueOn === null ? null : toDay(item.dueOn),
      dailyValue: item.stake === null ? null : dailyValueOf(item.stake),
      segment: item.segment,
      blockedBy: null,
    })),
    { today: toDay(whose.day), byDay: time.byDay, strategicDeficit: deficitOf(time, longestStrategic) },
  );
  return { whose, time, items, ranked, marks: said, longestStrategic };
}

/** Ranked items as they cross the wire. Names are looked up for these only, not for the whole list. */
export async function rowsOf(db: Db, actor: Actor, day: DayOf, ranked: readonly Ranked[]): Promise<TodayRow[]> {
  const light = ranked.map(({ id }) => day.items.get(id) as TodayItem);
  const items = await completed(db, actor, light);
  const placeOf = new Map(ranked.map((place) => [place.id, place]));
  const pairs = items.map((item) => ({ item, place: placeOf.get(keyOf(item)) as Ranked }));
  const beside = await participants.of(
    db,
    actor.orgId,
    items.filter(({ source }) => source === 'activity').map(({ id }) => id),
  );
  const names = await namesOf(db, actor, {
    person: [...items.flatMap((item) => [item.ofId, item.backupId, item.givenById]), ...[...beside.values()].flat()],
    account: items.map((item) => item.accountId),
    opportunity: items.map((item) => item.opportunityId),
    lead: items.map((item) => item.leadId),
    contact: items.map((item) => item.contactId),
  });
  return pairs.map(({ place, item }) => {
    const isStandIn = item.ofId !== day.whose.personId;
    const isGivable = item.backupId !== null && item.backupId !== day.whose.personId;
    return {
      source: item.source,
      id: item.id,
      version: item.version,
      lane: item.lane,
      place: place.place + 1,
      reason: place.reason,
      name: item.name,
      kind: item.kind,
      plannedOn: item.plannedOn,
      startsAt: item.startsAt,
      dueOn: item.dueOn,
      lateDays: place.lateDays,
      hours: place.hours,
      isUsualHours: item.minutes === null,
      delayCostMinor: place.delayCost,
      valuePerHourMinor: place.delayCost === null ? null : place.index,
      isValueLent: place.lentBy !== null,
      fitsToday: place.fitsToday,
      account: nameOf(names.account, item.accountId),
      opportunity: nameOf(names.opportunity, item.opportunityId),
      lead: nameOf(names.lead, item.leadId),
      contact: nameOf(names.contact, item.contactId),
      backup: isGivable ? nameOf(names.person, item.backupId) : null,
      insteadOf: isStandIn ? nameOf(names.person, item.ofId) : null,
      givenBy: nameOf(names.person, item.givenById),
      participants: (beside.get(item.id) ?? []).flatMap((id) => nameOf(names.person, id) ?? []),
      deeds: item.deeds.filter((deed) => deed !== 'give' || isGivable),
    };
  });
}
