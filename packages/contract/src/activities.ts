import * as z from 'zod';
import { CivilDay, Id, LongText, MessageId, orNull, PersonRef, RecordRef, recordFields, ShortText } from './scalars.ts';

export const activityKinds = ['visit', 'call', 'email', 'meeting', 'note'] as const;
/** What came of it. The first two are what one hoped for. */
export const activityOutcomes = ['agreed', 'interested', 'informed', 'objection', 'refused', 'no-answer'] as const;
export const objectionKinds = ['price', 'timing', 'need', 'authority', 'trust', 'competitor', 'other'] as const;

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
};

const colleagues = {
  /** Colleagues who are there too. */
  participantIds: z.array(Id).max(20),
};

/** What a task needs to find its place in a day. */
const task = {
  /** Urgent: somebody else set the deadline. Strategic: long-term work. Null: by its value. */
  lane: orNull(z.enum(['urgent', 'strategic'])),
  /** The last day on which it is not late; null is `onDay`. */
  deadlineOn: orNull(CivilDay),
  /** An appointment has a time; what has none may be at any time of its day. */
  startsAt: orNull(DayTime),
  /** What it takes or took; null is the usual of its kind. */
  minutes: orNull(z.int().min(0).max(10_080)),
  /** A call in place of a visit that was promised. */
  inPlaceOf: orNull(z.enum(['visit'])),
};

/** What was learnt. */
const findings = {
  outcome: orNull(z.enum(activityOutcomes)),
  needChange: orNull(ShortText),
  objection: orNull(z.enum(objectionKinds)),
  talkTrackId: orNull(Id),
};

/** The step that comes after an activity: a task about the same records, created with it. */
export const NextStep = z.object({
  id: Id,
  kind: details.kind,
  onDay: CivilDay,
  subject: details.subject,
  ...z.object({ ...task, ...colleagues }).partial().shape,
});
export type NextStep = z.infer<typeof NextStep>;

export const NewActivity = z.object({
  id: Id,
  ...z.object(details).partial({ body: true, accountId: true, contactId: true, leadId: true, opportunityId: true })
    .shape,
  ...z.object({ ...task, ...findings, ...colleagues }).partial().shape,
  nextStep: NextStep.optional(),
  /** Of a mail: it is logged once, the second is refused. */
  messageId: orNull(MessageId).optional(),
});
export type NewActivity = z.infer<typeof NewActivity>;
export const ActivityPatch = z
  .object({ ...details, ...task, ...findings, ...colleagues })
  .omit({ accountId: true, contactId: true, leadId: true, opportunityId: true })
  .extend({ nextStep: NextStep })
  .partial();
export type ActivityPatch = z.infer<typeof ActivityPatch>;
export const ActivityView = z.object({
  ...recordFields,
  ...details,
  ...task,
  ...findings,
  ...colleagues,
  followsId: orNull(Id),
  doneOn: orNull(CivilDay),
  person: orNull(PersonRef),
  /** Who had it before and gave it away. */
  givenBy: orNull(PersonRef),
  participants: z.array(PersonRef),
  account: orNull(RecordRef),
  contact: orNull(RecordRef),
  lead: orNull(RecordRef),
  opportunity: orNull(RecordRef),
  talkTrack: orNull(RecordRef),
});
export type ActivityView = z.infer<typeof ActivityView>;
