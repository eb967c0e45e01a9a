import * as z from 'zod';
import { activityKinds } from './activities.ts';
import { TargetRatio, WindowDays } from './measures.ts';
import { CivilDay, Id, LongText, Minor, Name, orNull, PersonRef, recordFields, ShortText } from './scalars.ts';

export const eventKinds = ['exhibition', 'live-stream', 'other'] as const;

/** One step of the standard follow-up: what is to be done how many days after the event's last day. */
export const FollowUpStep = z.object({
  dayOffset: z.int().min(0).max(365),
  kind: z.enum(activityKinds),
  text: z.string().trim().min(1).max(300),
});
export type FollowUpStep = z.infer<typeof FollowUpStep>;

const details = {
  name: Name,
  kind: z.enum(eventKinds),
  startsOn: CivilDay,
  /** Not before `startsOn`. */
  endsOn: CivilDay,
  place: orNull(ShortText),
  /** Lead → deal, 0–1; null takes the organisation's. */
  targetRatio: TargetRatio,
  /** Days after the event within which a lead of it may become a deal; null takes the organisation's. */
  windowDays: orNull(WindowDays),
  talkTrack: orNull(LongText),
  steps: z.array(FollowUpStep).max(20),
  costMinor: orNull(Minor.min(0)),
};

export const NewEvent = z.object({
  id: Id,
  ...z.object(details).partial().shape,
  name: Name,
  kind: details.kind,
  startsOn: CivilDay,
  endsOn: CivilDay,
  ownerId: orNull(Id).optional(),
});
export type NewEvent = z.infer<typeof NewEvent>;
export const EventPatch = z.object({ ...details, ownerId: orNull(Id) }).partial();
export type EventPatch = z.infer<typeof EventPatch>;

/** How an event converts, of the leads and deals in sight. */
export const EventConversionView = z.object({
  /** Leads that came from it, qualified or not. */
  leads: z.int(),
  qualified: z.int(),
  converted: z.int(),
  ratio: orNull(z.number()),
  low: z.number(),
  high: z.number(),
  target: orNull(z.number()),
  status: orNull(z.enum(['met', 'missed', 'open'])),
  successesNeeded: orNull(z.int()),
  windowDays: z.int(),
  windowEndsOn: CivilDay,
  isWindowOver: z.boolean(),
});
export type EventConversionView = z.infer<typeof EventConversionView>;

export const EventView = z.object({
  ...recordFields,
  ...details,
  owner: orNull(PersonRef),
  conversion: EventConversionView,
});
export type EventView = z.infer<typeof EventView>;

/** Makes the steps of the event's follow-up for one of its leads, once. */
export const NewFollowUp = z.object({ leadId: Id });
export type NewFollowUp = z.infer<typeof NewFollowUp>;
/** `created` is 0 where they were made before. */
export const FollowUpView = z.object({ created: z.int() });
export type FollowUpView = z.infer<typeof FollowUpView>;
