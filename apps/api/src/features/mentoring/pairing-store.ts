import type { Db } from '../../db/open.ts';
import type { MenteeProfileTable, MentorProfileTable } from '../../db/tables/mentoring.ts';

export type NamedProfile<T> = T & { name: string };
export type RunningPair = { id: string; mentor_id: string; mentee_id: string; every_days: number; minutes: number };

/**
 * What is known of mentors, mentees and pairs whoever asks: places are counted over the whole organisation. What of it is told to
 * whom is decided by those who read it.
 */
export const pairing = {
  /** Profiles of active people, by person. */
  async profiles(db: Db, orgId: string) {
    const mentors = (await db
      .selectFrom('mentor_profile as profile')
      .innerJoin('person', (join) =>
        join.onRef('person.org_id', '=', 'profile.org_id').onRef('person.id', '=', 'profile.person_id'),
      )
      .selectAll('profile')
      .select('person.name as name')
      .where('profile.org_id', '=', orgId)
      .where('profile.archived_at', 'is', null)
      .where('person.is_active', '=', 1)
      .orderBy('profile.person_id')
      .execute()) as NamedProfile<MentorProfileTable>[];
    const mentees = (await db
      .selectFrom('mentee_profile as profile')
      .innerJoin('person', (join) =>
        join.onRef('person.org_id', '=', 'profile.org_id').onRef('person.id', '=', 'profile.person_id'),
      )
      .selectAll('profile')
      .select('person.name as name')
      .where('profile.org_id', '=', orgId)
      .where('profile.archived_at', 'is', null)
      .where('person.is_active', '=', 1)
      .orderBy('profile.person_id')
      .execute()) as NamedProfile<MenteeProfileTable>[];
    return { mentors, mentees };
  },

  /** Pairs that run and whose mentor is still there: who was left by theirs looks for another. */
  running: (db: Db, orgId: string): Promise<RunningPair[]> =>
    db
      .selectFrom('mentorship')
      .innerJoin('person', (join) =>
        join.onRef('person.org_id', '=', 'mentorship.org_id').onRef('person.id', '=', 'mentorship.mentor_id'),
      )
      .select(['mentorship.id', 'mentor_id', 'mentee_id', 'every_days', 'minutes'])
      .where('mentorship.org_id', '=', orgId)
      .where('mentorship.status', '=', 'running')
      .where('mentorship.archived_at', 'is', null)
      .where('person.is_active', '=', 1)
      .orderBy('mentorship.id')
      .execute(),

  /** Does somebody mentor another in a pair that runs? */
  isMentorOf: async (db: Db, orgId: string, mentorId: string | null, menteeId: string): Promise<boolean> =>
    mentorId !== null &&
    (await db
      .selectFrom('mentorship')
      .select('id')
      .where('org_id', '=', orgId)
      .where('mentor_id', '=', mentorId)
      .where('mentee_id', '=', menteeId)
      .where('status', '=', 'running')
      .where('archived_at', 'is', null)
      .executeTakeFirst()) !== undefined,

  /** Pairs of some mentees that run although their mentor has left. */
  left: (db: Db, orgId: string, menteeId: string) =>
    db
      .selectFrom('mentorship')
      .innerJoin('person', (join) =>
        join.onRef('person.org_id', '=', 'mentorship.org_id').onRef('person.id', '=', 'mentorship.mentor_id'),
      )
      .select(['mentorship.id', 'mentorship.version'])
      .where('mentorship.org_id', '=', orgId)
      .where('mentorship.mentee_id', '=', menteeId)
      .where('mentorship.status', '=', 'running')
      .where('mentorship.archived_at', 'is', null)
      .where('person.is_active', '=', 0)
      .execute(),

  /** Who was paired with whom, and whether they would do it again; the latest word counts. */
  past: (db: Db, orgId: string): Promise<{ mentor_id: string; mentee_id: string; again: number | null }[]> =>
    db
      .selectFrom('mentorship')
      .select(['mentor_id', 'mentee_id', 'again'])
      .where('org_id', '=', orgId)
      .where('status', '=', 'ended')
      .where('archived_at', 'is', null)
      .where('again', 'is not', null)
      .orderBy('ended_on')
      .orderBy('id')
      .execute(),

  /** The entries of some pairs, by day. */
  entries: (db: Db, orgId: string, mentorshipIds: readonly string[]) =>
    mentorshipIds.length === 0
      ? Promise.resolve([])
      : db
          .selectFrom('mentorship_entry')
          .select(['id', 'mentorship_id', 'kind', 'on_day', 'title', 'levels'])
          .where('org_id', '=', orgId)
          .where('mentorship_id', 'in', [...mentorshipIds])
          .where('archived_at', 'is', null)
          .orderBy('on_day')
          .orderBy('id')
          .execute(),
};
