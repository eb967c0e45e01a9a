import { recordStore } from '../../db/record-store.ts';
import type { Work } from '../../db/work.ts';

export const mentorProfiles = recordStore({
  table: 'mentor_profile',
  sort: { createdAt: 'created_at', updatedAt: 'updated_at', capacity: 'capacity', years: 'years' },
  filter: { personId: 'person_id', isOpen: 'is_open', region: 'region' },
  search: [],
});

export const menteeProfiles = recordStore({
  table: 'mentee_profile',
  sort: { createdAt: 'created_at', updatedAt: 'updated_at', years: 'years' },
  filter: { personId: 'person_id', isSeeking: 'is_seeking', region: 'region' },
  search: [],
});

export const mentorships = recordStore({
  table: 'mentorship',
  sort: { fromDay: 'from_day', untilDay: 'until_day', createdAt: 'created_at' },
  filter: { status: 'status', mentorId: 'mentor_id', menteeId: 'mentee_id', untilDay: 'until_day' },
  search: [],
});

export const mentorshipEntries = recordStore({
  table: 'mentorship_entry',
  sort: { onDay: 'on_day', createdAt: 'created_at' },
  filter: { mentorshipId: 'mentorship_id', kind: 'kind', onDay: 'on_day' },
  search: [],
});

/** Those who pair people come one after the other, so that no mentor gets one more than they have places for. */
export const lockPairing = async ({ db, dialect, actor }: Work): Promise<void> => {
  await dialect.lock(`mentoring ${actor.orgId}`)?.execute(db);
};
