import { type Day, type Span, toDay, toIso } from '@milepost/core/calendar/civil-day';
import { daysOffOf } from '@milepost/core/leave/leave';
import { absenceAround, type Duty, dutyDay, type Line, onDuty } from '@milepost/core/leave/on-duty';
import type { Db } from '../../db/open.ts';
import type { ActivityTable, OpportunityTable } from '../../db/tables/records.ts';
import { people, tree } from '../people/store.ts';
import { leaveOf, leaves } from './store.ts';

type Owned = Pick<OpportunityTable, 'owner_id' | 'backup_id'>;
type Assigned = Pick<ActivityTable, 'owner_id' | 'backup_id' | 'person_id'>;
export type Absence = { from: string; to: string };

/** Who works for whom in a stretch of days: the one answer that every list of work goes by. */
export type Duties = {
  /**
   * Who does what a record asks for on a day: its owner; while they are away all day its backup; while both are, those above the
   * owner, who see it anyway. `due` is the day it is due: late or undated work is asked of `today`.
   */
  workerOf(row: Owned, due: string | null): Duty;
  /** The same of an activity: whoever is to do it, then the owner and the backup of the account it is about. */
  workerOfActivity(row: Assigned, due: string | null): Duty;
  /** The whole absence that a day lies in; null when the person is there. Who has left is away for good: to the last of all days. */
  absenceOf(personId: string, day: string): Absence | null;
  /** Everybody who is away on a day by leave. */
  awayOn(day: string): string[];
};

const lastOfDays = '9999-12-31';
/** An absence is told whole: leaves that touch the stretch asked for are read so far beyond it. */
const daysBeyond = 400;

/** Everybody who is away on leave for the whole of a day. */
export async function awayOn(db: Db, orgId: string, day: string): Promise<string[]> {
  const rows = await leaves.between(db, orgId, { from: day, to: day });
  return [...Map.groupBy(rows, (row) => row.person_id)].flatMap(([id, theirs]) =>
    daysOffOf(theirs.map(leaveOf)).daysOff.has(toDay(day)) ? [id] : [],
  );
}

/**
 * Reads who is away in a stretch of days, once: what is asked of the answer costs no query. Whoever asks must see the records; the
 * answer is the same for everybody.
 */
export async function dutiesOf(
  db: Db,
  orgId: string,
  { today, from = today, to = today }: { today: string; from?: string; to?: string },
): Promise<Duties> {
  const beyond = { from: toIso(toDay(from) - daysBeyond), to: toIso(toDay(to) + daysBeyond) };
  const [rows, terms, { teams, persons }, above] = await Promise.all([
    leaves.between(db, orgId, beyond),
    people.termsOf(db, orgId),
    tree.of(db, orgId),
    people.admins(db, orgId),
  ]);
  const daysOff = new Map(
    [...Map.groupBy(rows, (row) => row.person_id)].map(([id, theirs]) => [id, daysOffOf(theirs.map(leaveOf)).daysOff]),
  );
  const termOf = new Map(terms.map((term) => [term.id, term]));
  const hasLeft = (id: string, day: string): boolean => {
    const term = termOf.get(id);
    return term === undefined || term.is_active === 0 || (term.ends_on !== null && term.ends_on < day);
  };
  const isAway = (id: string, day: Day): boolean => daysOff.get(id)?.has(day) === true || hasLeft(id, toIso(day));

  const teamOf = new Map(persons.map(({ id, teamId }) => [id, teamId]));
  const teamById = new Map(teams.map((team) => [team.id, team]));
  const lines = new Map<string | null, string[]>();
  /** Those above somebody, the nearest first, then the administrators: all of them see what is theirs. */
  const lineUp = (id: string | null): string[] => {
    const known = lines.get(id);
    if (known) return known;
    const found = new Set<string>();
    const seen = new Set<string>();
    for (let team = id === null ? null : (teamOf.get(id) ?? null); team !== null && !seen.has(team); ) {
      seen.add(team);
      const { managerId = null, parentId = null } = teamById.get(team) ?? {};
      if (managerId !== null && managerId !== id) found.add(managerId);
      team = parentId;
    }
    const line = [...found, ...above.filter((admin) => admin !== id && !found.has(admin))];
    lines.set(id, line);
    return line;
  };
  const worker = (line: Line, due: string | null): Duty =>
    onDuty(line, dutyDay(due === null ? null : toDay(due), toDay(today)), { isAway });
  const spansOf = (id: string): Span[] => [...(daysOff.get(id) ?? [])].map((day) => ({ first: day, last: day }));

  return {
    workerOf: ({ owner_id, backup_id }, due) =>
      worker({ ownerId: owner_id, backupId: backup_id, next: lineUp(owner_id) }, due),
    workerOfActivity({ person_id, owner_id, backup_id }, due) {
      const others = [owner_id, backup_id].filter((id) => id !== null && id !== person_id) as string[];
      const [first = null, ...rest] = others;
      return worker({ ownerId: person_id, backupId: first, next: [...rest, ...lineUp(person_id)] }, due);
    },
    absenceOf(personId, day) {
      if (hasLeft(personId, day)) return { from: day, to: lastOfDays };
      const found = absenceAround(spansOf(personId), toDay(day));
      return found && { from: toIso(found.first), to: toIso(found.last) };
    },
    awayOn: (day) => [...daysOff].flatMap(([id, days]) => (days.has(toDay(day)) ? [id] : [])),
  };
}
