import * as z from 'zod';
import { activityKinds, DayTime } from './activities.ts';
import { leaveKinds } from './leave.ts';
import { CivilDay, Id, Instant, orNull, PersonRef, RecordRef } from './scalars.ts';
import { TierLetter } from './tiers.ts';

/** The week of a day, this one when left out, of a person in reach, oneself when left out. */
export const WeekQuery = z.object({ personId: Id.optional(), weekOf: CivilDay.optional() });
export type WeekQuery = z.infer<typeof WeekQuery>;

/** `load`, `capacity` of `day` or of the whole week; `hour-price` of the horizon; `lost` of an account’s next unmet visit. */
export const WeekWhyQuery = WeekQuery.extend({
  figure: z.enum(['load', 'capacity', 'hour-price', 'lost', 'needed', 'available']),
  day: CivilDay.optional(),
  accountId: Id.optional(),
});
export type WeekWhyQuery = z.infer<typeof WeekWhyQuery>;

/** Something that stands in the week. One with a time stays where it is. */
export const WeekActivity = z.object({
  id: Id,
  version: z.int(),
  kind: z.enum(activityKinds),
  subject: z.string(),
  onDay: CivilDay,
  startsAt: orNull(DayTime),
  hours: z.number(),
  isDone: z.boolean(),
  /** Somebody else’s, which this person takes part in. */
  isJoined: z.boolean(),
  account: orNull(RecordRef),
  /** Everybody who is there, the one whose it is first. */
  people: z.array(PersonRef),
});
export type WeekActivity = z.infer<typeof WeekActivity>;

/** A visit that a cadence asks for, and nobody has planned yet. */
export const WeekProposal = z.object({
  account: RecordRef,
  tier: orNull(TierLetter),
  district: orNull(z.string()),
  hours: z.number(),
});
export type WeekProposal = z.infer<typeof WeekProposal>;

export const WeekDay = z.object({
  day: CivilDay,
  isWorkday: z.boolean(),
  leave: orNull(z.enum(leaveKinds)),
  capacity: z.number(),
  /** Hours of what stands there, the proposals included. */
  load: z.number(),
  activities: z.array(WeekActivity),
  proposals: z.array(WeekProposal),
});
export type WeekDay = z.infer<typeof WeekDay>;

export const WeekView = z.object({
  person: PersonRef,
  /** One’s own week can be accepted and changed, that of others only seen. */
  isOwn: z.boolean(),
  from: CivilDay,
  to: CivilDay,
  asOf: CivilDay,
  capacity: z.number(),
  load: z.number(),
  days: z.array(WeekDay),
  /** What cadences ask for until the end of the quarter, against the hours that are left. */
  horizon: z.object({
    from: CivilDay,
    to: CivilDay,
    neededHours: z.number(),
    availableHours: z.number(),
    /** Margin in minor units that one more selling hour would bring; 0 when all promises fit. */
    hourPriceMinor: z.number(),
    unmet: z.array(z.object({ account: RecordRef, tier: orNull(TierLetter), visits: z.int(), lostMinor: z.number() })),
    /** Visits a month that cadences ask for beyond those that the hours make; null when they fit. */
    over: orNull(z.object({ needed: z.number(), capacity: z.number(), short: z.number(), calls: z.array(RecordRef) })),
  }),
});
export type WeekView = z.infer<typeof WeekView>;

export const AcceptWeek = z.object({
  visits: z
    .array(
      z.object({
        id: Id,
        accountId: Id,
        onDay: CivilDay,
        subject: z.string().trim().min(1).max(300),
        /** A call in place of the visit. */ kind: z.enum(['visit', 'call']).default('visit'),
      }),
    )
    .min(1)
    .max(200),
});
export type AcceptWeek = z.input<typeof AcceptWeek>;
export const AcceptedWeek = z.object({ created: z.int() });

/** The calendar of oneself that other programs read; its address is told once, when it is made. */
export const CalendarFeedView = z.object({ since: orNull(Instant), readAt: orNull(Instant) });
export type CalendarFeedView = z.infer<typeof CalendarFeedView>;
export const NewCalendarFeed = z.object({ since: Instant, link: z.string() });
export type NewCalendarFeed = z.infer<typeof NewCalendarFeed>;
