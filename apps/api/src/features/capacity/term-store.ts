import { workingOf } from '@milepost/contract/calendar';
import { toDay } from '@milepost/core/calendar/civil-day';
import type { RepTerm } from '@milepost/core/capacity/capacity';
import { capacityWeights } from '@milepost/core/capacity/capacity-weights';
import type { PersonTerm } from '@milepost/core/capacity/capacity-why';
import { daysOffOf } from '@milepost/core/leave/leave';
import type { Actor } from '../../auth/actor.ts';
import { reaches } from '../../auth/actor.ts';
import { fromJson } from '../../db/columns.ts';
import type { Db } from '../../db/open.ts';
import type { PersonTable } from '../../db/tables/people.ts';
import type { LeaveTable } from '../../db/tables/planning.ts';
import { leaveOf, leaves } from '../leave/store.ts';
import { people } from '../people/store.ts';

type Months = readonly { from: string; to: string }[];

/** Somebody who sells, on their terms; `isAssumed` when nobody has said how much of full time they work. */
export type Seller = { person: PersonTerm; teamId: string | null; isAssumed: boolean };

const spanOf = (months: Months) => ({ from: months[0]?.from ?? '', to: months.at(-1)?.to ?? '' });
const dayOrNull = (day: string | null) => (day === null ? null : toDay(day));

/** Nobody says of everybody how much they work: without a word, a person counts as full time at the organisation's hours. */
const termOf = (row: PersonTable, away: readonly LeaveTable[], hoursPerDay: number): PersonTerm => ({
  id: row.id,
  name: row.name,
  fte: row.fte_bp === null ? 1 : row.fte_bp / 10_000,
  startsOn: dayOrNull(row.starts_on),
  endsOn: dayOrNull(row.ends_on),
  ramp: row.ramp === null ? [] : fromJson<number[]>(row.ramp),
  hoursPerDay: row.selling_minutes === null ? hoursPerDay : row.selling_minutes / 60,
  leaves: away.map((leave) => ({
    ...leaveOf(leave),
    id: leave.id,
    label: leave.from_day === leave.to_day ? leave.from_day : `${leave.from_day} – ${leave.to_day}`,
  })),
});

/** Everybody in the actor's reach who sells in a stretch of months, with terms and leave. */
export async function sellersIn(db: Db, actor: Actor, months: Months): Promise<Seller[]> {
  const { orgId, organisation } = actor;
  const span = spanOf(months);
  const [rows, away] = await Promise.all([people.sellers(db, orgId, span.from), leaves.between(db, orgId, span)]);
  const awayOf = Map.groupBy(away, (leave) => leave.person_id);
  return rows
    .filter((row) => reaches(actor, row.id))
    .filter((row) => (row.starts_on ?? '') <= span.to && (row.ends_on ?? '9999-12-31') >= span.from)
    .map((row) => ({
      person: termOf(row, awayOf.get(row.id) ?? [], organisation.sellingHoursPerDay),
      teamId: row.team_id,
      isAssumed: row.fte_bp === null,
    }));
}

/** One person's terms and leave in a stretch of days, whatever their role: who manages visits too. Undefined when there is none. */
export async function termFor(
  db: Db,
  actor: Actor,
  personId: string,
  span: { from: string; to: string },
): Promise<PersonTerm | undefined> {
  const row = await people.find(db, actor, personId);
  if (!row || !reaches(actor, personId)) return undefined;
  const away = await leaves.between(db, actor.orgId, span);
  const own = away.filter(({ person_id }) => person_id === personId);
  return termOf(row, own, actor.organisation.sellingHoursPerDay);
}

/**
 * What each seller in reach carries of the months, by the organisation's pro-rata policy: weights for a target. Those who
 * carry nothing are left out.
 */
export async function sellerWeights(
  db: Db,
  actor: Actor,
  months: Months,
): Promise<{ id: string; weight: number; months: number[] }[]> {
  const calendar = workingOf(actor.organisation);
  const spans = months.map(({ from, to }) => ({ first: toDay(from), last: toDay(to) }));
  return (await sellersIn(db, actor, months)).flatMap(({ person }) => {
    const term: RepTerm = { ...person, ...daysOffOf(person.leaves) };
    const shares = capacityWeights(term, spans, calendar, actor.organisation.proRata);
    const weight = shares.reduce((sum, share) => sum + share, 0);
    return weight > 0 ? [{ id: person.id, weight, months: shares }] : [];
  });
}
