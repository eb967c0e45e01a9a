import { createHash, randomBytes } from 'node:crypto';
import type { Locale } from '@milepost/contract/organisation';
import type { NewCalendarFeed } from '@milepost/contract/week';
import { toDay, toIso } from '@milepost/core/calendar/civil-day';
import ical, { type ICalCalendar, ICalEventBusyStatus } from 'ical-generator';
import type { Actor } from '../../auth/actor.ts';
import { actorOfPerson, operatorOf } from '../../auth/session.ts';
import { nameOf, namesOf } from '../../db/names-store.ts';
import type { Deps } from '../../deps.ts';
import { Failure } from '../../http/failure.ts';
import { instantOf } from '../../wall-time.ts';
import { leaves } from '../leave/store.ts';
import { organisations } from '../organisation/store.ts';
import { people } from '../people/store.ts';
import { leaveWords } from './calendar-words.ts';
import { feeds } from './feed-store.ts';
import { agenda } from './week-store.ts';

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex');
const [daysBack, daysAhead] = [90, 400];
const usualMinutes = 60;

/** Makes a secret address for one's own calendar; the address before stops working. */
export const openFeed = (deps: Deps, actor: Actor): Promise<NewCalendarFeed> =>
  deps.transact(actor, async (work) => {
    if (actor.personId === null) throw new Failure('not-allowed');
    const token = randomBytes(32).toString('base64url');
    await feeds.replace(work, actor.personId, hashOf(token));
    work.changed({ subject: 'person', recordId: actor.personId, action: 'calendar-opened' });
    return { since: work.at, link: `${deps.baseUrl}/calendar/${token}.ics` };
  });

/** The address stops working. @throws Failure `not-found` when there is none */
export const closeFeed = (deps: Deps, actor: Actor): Promise<void> =>
  deps.transact(actor, async (work) => {
    if (actor.personId === null || !(await feeds.revoke(work, actor.personId))) throw new Failure('not-found');
    work.changed({ subject: 'person', recordId: actor.personId, action: 'calendar-closed' });
  });

/** All-day events carry days, not instants: the library writes the local date of what it is given. */
const localDay = (day: string, later = 0): Date => {
  const [year = 0, month = 1, date = 1] = toIso(toDay(day) + later)
    .split('-')
    .map(Number);
  return new Date(year, month - 1, date);
};

/**
 * What stands in a person's days as iCalendar (RFC 5545): appointments at their instant, whatever the zone of the reader; what has
 * no time, and leave, as whole days. Only what is theirs, and names as far as they see.
 * @throws Failure `not-found` for an address that is unknown or was revoked, and for a person who is gone
 */
export async function readFeed(deps: Deps, token: string): Promise<string> {
  const { db, clock, baseUrl } = deps;
  const feed = await feeds.byHash(db, hashOf(token));
  if (!feed) throw new Failure('not-found');
  const organisation = await organisations.get(db, feed.org_id);
  const person = await people.find(db, operatorOf(organisation), feed.person_id);
  if (person?.is_active !== 1 || person.archived_at) throw new Failure('not-found');
  const actor = await actorOfPerson(db, person);
  const today = toDay(clock.today(organisation.timeZone));
  const span = { from: toIso(today - daysBack), to: toIso(today + daysAhead) };
  const [rows, away] = await Promise.all([
    agenda.of(db, feed.org_id, person.id, span),
    leaves.between(db, feed.org_id, span),
  ]);
  const names = await namesOf(db, actor, { account: rows.map((row) => row.account_id) });
  const calendar = ical({ name: `Milepost · ${person.name}`, prodId: { company: 'Milepost', product: 'Week' } });
  const host = new URL(baseUrl).hostname;
  for (const row of rows) {
    const account = nameOf(names.account, row.account_id);
    const summary = account && !row.subject.includes(account.name) ? `${row.subject} · ${account.name}` : row.subject;
    const start = row.starts_at === null ? null : instantOf(row.on_day, row.starts_at, organisation.timeZone);
    const event = calendar.createEvent({
      id: `${row.id}@${host}`,
      summary,
      stamp: new Date(row.updated_at),
      sequence: row.version,
      start: start ?? localDay(row.on_day),
      ...(start
        ? { end: new Date(start.getTime() + (row.minutes ?? usualMinutes) * 60_000) }
        : { allDay: true, end: localDay(row.on_day, 1) }),
    });
    if (account) event.url(`${baseUrl}/accounts/${account.id}`);
  }
  addLeave(
    calendar,
    away.filter((row) => row.person_id === person.id),
    { host, locale: organisation.locale },
  );
  await deps.transact(actor, (work) => feeds.read(work, feed));
  return calendar.toString();
}

function addLeave(
  calendar: ICalCalendar,
  rows: Awaited<ReturnType<typeof leaves.between>>,
  { host, locale }: { host: string; locale: Locale },
): void {
  for (const row of rows)
    calendar.createEvent({
      id: `${row.id}@${host}`,
      summary: leaveWords[locale][row.kind],
      stamp: new Date(row.updated_at),
      sequence: row.version,
      allDay: true,
      start: localDay(row.from_day),
      end: localDay(row.to_day, 1),
      busystatus: ICalEventBusyStatus.OOF,
    });
}
