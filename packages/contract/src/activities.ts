import * as z from 'zod';
import { CivilDay, Id, LongText, orNull, PersonRef, RecordRef, recordFields } from './scalars.ts';

export const activityKinds = ['visit', 'call', 'email', 'meeting', 'note'] as const;

/** A time of a day where the organisation is, `HH:MM`. */
export const DayTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time as HH:MM');

const details = {
  kind: z.enum(activityKinds),
  /** The day on which it happened, or is due. */
  onDay: CivilDay,
  isDone: z.boolean(),
  subject: z.string().trim().min(1).max(300),
  body: orNull(LongText),
  accountId: orNull(Id),
  contactId: orNull(Id),
  leadId: orNull(Id),
  opportunityId: orNull(Id),
  /** An appointment has a time; what has none may be at any time of its day. */
  startsAt: orNull(DayTime),
  minutes: orNull(z.int().min(0).max(1440)),
  /** Colleagues who are there too. */
  participantIds: z.array(Id).max(20),
};

export const NewActivity = z.object({
  id: Id,
  ...z.object(details).partial({
    body: true,
    accountId: true,
    contactId: true,
    leadId: true,
    opportunityId: true,
    startsAt: true,
    minutes: true,
    participantIds: true,
  }).shape,
});
export type NewActivity = z.infer<typeof NewActivity>;
export const ActivityPatch = z
  .object(details)
  .pick({
    kind: true,
    onDay: true,
    isDone: true,
    subject: true,
    body: true,
    startsAt: true,
    minutes: true,
    participantIds: true,
  })
  .partial();
export type ActivityPatch = z.infer<typeof ActivityPatch>;
export const ActivityView = z.object({
  ...recordFields,
  ...details,
  person: orNull(PersonRef),
  participants: z.array(PersonRef),
  account: orNull(RecordRef),
  contact: orNull(RecordRef),
  lead: orNull(RecordRef),
  opportunity: orNull(RecordRef),
});
export type ActivityView = z.infer<typeof ActivityView>;
