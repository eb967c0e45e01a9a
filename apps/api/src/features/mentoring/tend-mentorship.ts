import type {
  CloseMentorship,
  MentorshipEntryPatch,
  MentorshipPatch,
  NewMentorshipEntry,
} from '@milepost/contract/mentoring';
import type { Actor } from '../../auth/actor.ts';
import { flag, toJson } from '../../db/columns.ts';
import { isInSight } from '../../db/sight-store.ts';
import type { MentorshipEntryTable, MentorshipTable } from '../../db/tables/mentoring.ts';
import type { Work } from '../../db/work.ts';
import type { Deps } from '../../deps.ts';
import { Failure, fieldIssue } from '../../http/failure.ts';
import { logActivityIn } from '../activities/log-store.ts';
import { mentorshipEntries, mentorships } from './store.ts';

function demandRunning(row: MentorshipTable): void {
  if (row.status !== 'running') throw new Failure('mentorship-ended');
}

/** What the two agree on; anybody who sees the pair may write it down. @throws Failure `mentorship-ended`, `invalid-input` */
export const agree = (
  deps: Deps,
  actor: Actor,
  id: string,
  seen: number,
  { goal, untilDay, everyDays, minutes, idleAfterDays }: MentorshipPatch,
): Promise<MentorshipTable> =>
  deps.transact(actor, async (work) => {
    const row = await mentorships.get(work.db, actor, id);
    demandRunning(row);
    if (untilDay !== undefined && untilDay < row.from_day)
      throw new Failure('invalid-input', fieldIssue('/untilDay', 'ends-before-start', untilDay));
    return mentorships.update(work, id, seen, {
      ...(goal === undefined ? {} : { goal: goal || null }),
      ...(untilDay === undefined ? {} : { until_day: untilDay }),
      ...(everyDays === undefined ? {} : { every_days: everyDays }),
      ...(minutes === undefined ? {} : { minutes }),
      ...(idleAfterDays === undefined ? {} : { idle_after_days: idleAfterDays }),
    });
  });

/** Ends a pair with what both take along. @throws Failure `mentorship-ended` */
export const closeMentorship = (
  deps: Deps,
  actor: Actor,
  id: string,
  seen: number,
  { result, lesson, again }: CloseMentorship,
): Promise<MentorshipTable> =>
  deps.transact(actor, async (work) => {
    demandRunning(await mentorships.get(work.db, actor, id));
    const ended_on = deps.clock.today(actor.organisation.timeZone);
    const columns = { status: 'ended', ended_on, result, lesson, again: flag(again) } as const;
    return mentorships.update(work, id, seen, columns, { action: 'closed' });
  });

/** Takes a pair out of the lists: for those who lead. */
export const archiveMentorship = (deps: Deps, actor: Actor, id: string, seen: number): Promise<MentorshipTable> => {
  if (actor.role === 'rep') throw new Failure('not-allowed');
  return deps.transact(actor, (work) => mentorships.archive(work, id, seen));
};

/** The visit stands in the log of who writes it, with the other there too. */
async function logVisit(work: Work, pair: MentorshipTable, input: NewMentorshipEntry): Promise<string> {
  const other = pair.mentor_id === work.actor.personId ? pair.mentee_id : pair.mentor_id;
  const { row } = await logActivityIn(work, {
    id: work.newId(),
    kind: 'visit',
    onDay: input.onDay,
    isDone: true,
    subject: input.title,
    body: input.note ?? null,
    accountId: input.accountId ?? null,
    opportunityId: input.opportunityId ?? null,
    minutes: input.minutes ?? null,
    participantIds: [other],
  });
  return row.id;
}

/**
 * Writes down a joint visit with what was seen on it, or shares a case. Mentor and mentee do, nobody for them.
 * @throws Failure `not-allowed`, `mentorship-ended`, `reference-unknown`, `invalid-input` for a day that is still to come
 */
export const writeEntry = (deps: Deps, actor: Actor, input: NewMentorshipEntry) =>
  deps.transact(actor, async (work) => {
    const there = await mentorshipEntries.find(work.db, actor, input.id);
    if (there) return { row: there, isNew: false };
    const pair = await mentorships.get(work.db, actor, input.mentorshipId);
    if (actor.personId !== pair.mentor_id && actor.personId !== pair.mentee_id) throw new Failure('not-allowed');
    demandRunning(pair);
    if (input.onDay > deps.clock.today(actor.organisation.timeZone))
      throw new Failure('invalid-input', fieldIssue('/onDay', 'in-the-future', input.onDay));
    for (const [field, subject] of [
      ['accountId', 'account'],
      ['opportunityId', 'opportunity'],
    ] as const) {
      const id = input[field];
      if (id && !(await isInSight(work.db, actor, subject, id)))
        throw new Failure('reference-unknown', fieldIssue(`/${field}`, 'unknown', 'no such record in your sight'));
    }
    return mentorshipEntries.create(work, {
      id: input.id,
      mentorship_id: pair.id,
      mentee_id: pair.mentee_id,
      mentor_id: pair.mentor_id,
      by_id: actor.personId,
      kind: input.kind,
      on_day: input.onDay,
      title: input.title,
      note: input.note || null,
      next_step: input.nextStep || null,
      levels: toJson(input.levels ?? []),
      activity_id: input.kind === 'visit' ? await logVisit(work, pair, input) : null,
      account_id: input.accountId ?? null,
      opportunity_id: input.opportunityId ?? null,
    });
  });

/** Whoever wrote an entry puts it right. @throws Failure `not-allowed` for the entry of somebody else */
async function demandOwnEntry({ db, actor }: Work, id: string): Promise<void> {
  if ((await mentorshipEntries.get(db, actor, id)).by_id !== actor.personId) throw new Failure('not-allowed');
}

export const changeEntry = (
  deps: Deps,
  actor: Actor,
  id: string,
  seen: number,
  { onDay, nextStep, levels, title, note }: MentorshipEntryPatch,
): Promise<MentorshipEntryTable> =>
  deps.transact(actor, async (work) => {
    await demandOwnEntry(work, id);
    return mentorshipEntries.update(work, id, seen, {
      ...(onDay === undefined ? {} : { on_day: onDay }),
      ...(title === undefined ? {} : { title }),
      ...(note === undefined ? {} : { note: note || null }),
      ...(nextStep === undefined ? {} : { next_step: nextStep || null }),
      ...(levels === undefined ? {} : { levels: toJson(levels) }),
    });
  });

/** Takes an entry back, or puts it back. */
export const setEntryAside = (
  deps: Deps,
  actor: Actor,
  id: string,
  seen: number,
  isAside: boolean,
): Promise<MentorshipEntryTable> =>
  deps.transact(actor, async (work) => {
    await demandOwnEntry(work, id);
    return isAside ? mentorshipEntries.archive(work, id, seen) : mentorshipEntries.restore(work, id, seen);
  });
