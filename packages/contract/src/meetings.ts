import * as z from 'zod';
import { DayTime } from './activities.ts';
import { CivilDay, Id, LongText, Name, orNull, PersonRef, RecordRef, recordFields, ShortText } from './scalars.ts';

/** Where things on an agenda come from; `own` was written by somebody. */
export const agendaSources = ['own', 'meeting-action', 'action', 'issue', 'resource-need'] as const;
export const AgendaSourceName = z.enum(agendaSources);
export type AgendaSourceName = z.infer<typeof AgendaSourceName>;

/** A thing to speak of, and what was decided. Of a record that a reader does not see, `text` is null. */
export const AgendaItem = z.object({
  id: Id,
  source: AgendaSourceName,
  recordId: orNull(Id),
  text: orNull(z.string().trim().min(1).max(300)),
  decision: orNull(ShortText.max(2000)),
});
export type AgendaItem = z.infer<typeof AgendaItem>;

const details = {
  name: Name,
  onDay: CivilDay,
  startsAt: orNull(DayTime),
  lengthMinutes: orNull(z.int().min(5).max(1440)),
  place: orNull(ShortText),
};
const attendeeIds = z.array(Id).min(1).max(60);

/** The agenda is drafted with it from what is open, as far as whoever makes it sees. */
export const NewMeeting = z.object({
  id: Id,
  ...z.object(details).partial({ startsAt: true, lengthMinutes: true, place: true }).shape,
  attendeeIds,
});
export type NewMeeting = z.infer<typeof NewMeeting>;

export const meetingStatuses = ['planned', 'held'] as const;
export const MeetingPatch = z
  .object({
    ...details,
    attendeeIds,
    agenda: z.array(AgendaItem).max(60),
    minutes: orNull(LongText),
    status: z.enum(meetingStatuses),
  })
  .partial();
export type MeetingPatch = z.infer<typeof MeetingPatch>;

export const MeetingView = z.object({
  ...recordFields,
  ...details,
  status: z.enum(meetingStatuses),
  /** Who called it. */
  chair: orNull(PersonRef),
  attendees: z.array(PersonRef),
  agenda: z.array(AgendaItem),
  minutes: orNull(LongText),
  openActions: z.int(),
  lateActions: z.int(),
});
export type MeetingView = z.infer<typeof MeetingView>;

/** What could stand on the agenda and does not; `fits` is what the time still holds. */
export const AgendaProposal = z.object({
  source: AgendaSourceName,
  recordId: Id,
  text: z.string(),
  dueOn: orNull(CivilDay),
  owner: orNull(PersonRef),
  fits: z.boolean(),
});
export type AgendaProposal = z.infer<typeof AgendaProposal>;
export const AgendaProposals = z.object({ items: z.array(AgendaProposal) });
export type AgendaProposals = z.infer<typeof AgendaProposals>;

export const meetingActionStatuses = ['open', 'done', 'dropped'] as const;
const deed = { name: Name, ownerId: Id, dueOn: CivilDay };
export const NewMeetingAction = z.object({ id: Id, meetingId: Id, ...deed });
export type NewMeetingAction = z.infer<typeof NewMeetingAction>;
export const MeetingActionPatch = z.object({ ...deed, status: z.enum(meetingActionStatuses) }).partial();
export type MeetingActionPatch = z.infer<typeof MeetingActionPatch>;

/** What somebody undertook in a meeting, until when. It stands in their day. */
export const MeetingActionView = z.object({
  ...recordFields,
  name: z.string(),
  dueOn: CivilDay,
  status: z.enum(meetingActionStatuses),
  owner: orNull(PersonRef),
  ownerId: Id,
  /** The meeting, where the reader sees it. */
  meeting: orNull(RecordRef),
  meetingId: Id,
});
export type MeetingActionView = z.infer<typeof MeetingActionView>;
