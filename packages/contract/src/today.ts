import { lanes } from '@milepost/core/priority/task';
import * as z from 'zod';
import { activityKinds } from './activities.ts';
import { CivilDay, Currency, Id, Instant, Minor, orNull, PersonRef, RecordRef, ShortText, Version } from './scalars.ts';

/** Where items of a day come from. */
export const todaySources = [
  'activity',
  'invoice',
  'action',
  'checklist_item',
  'opportunity',
  'first-visit',
  'cadence-visit',
  'quota-letter',
  'forecast-due',
  'forecast-stale',
  'goal',
  'learning',
  'meeting_action',
  'exercise',
  'role-play',
  'issue',
  'pledge',
] as const;
export type TodaySourceName = (typeof todaySources)[number];

/** What may be done with an item from the list itself. */
export const todayDeeds = ['done', 'snooze', 'give', 'undo'] as const;
export type TodayDeed = (typeof todayDeeds)[number];

const zone = z
  .string()
  .max(60)
  .refine((name) => {
    try {
      return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone.length > 0;
    } catch {
      return false;
    }
  }, 'the name of a time zone')
  .optional();

/** Whose day: one's own when left out. `timeZone` is where that person is; the organisation's when left out. */
export const TodayQuery = z.object({
  personId: Id.optional(),
  timeZone: zone,
  /** Rows of each lane; the totals count all. */
  limit: z.coerce.number().int().min(1).max(500).default(50),
});
export type TodayQuery = z.infer<typeof TodayQuery>;

export const placeReasons = [
  'on-time',
  'late-anyway',
  'strategic-due',
  'value-per-hour',
  'strategic-waiting',
  'blocked',
] as const;

/** One thing to do. What is unknown is null, never zero. */
export const TodayRow = z.object({
  source: z.enum(todaySources),
  id: Id,
  version: Version,
  lane: z.enum(lanes),
  /** From 1, over all lanes. */
  place: z.int(),
  reason: z.enum(placeReasons),
  name: z.string(),
  kind: orNull(z.enum(activityKinds)),
  /** Planned for this day; it may be done earlier. */
  plannedOn: orNull(CivilDay),
  startsAt: orNull(z.string()),
  dueOn: orNull(CivilDay),
  lateDays: z.int(),
  hours: z.number(),
  /** Nobody said what it takes: these are the usual hours of its kind. */
  isUsualHours: z.boolean(),
  delayCostMinor: orNull(Minor),
  valuePerHourMinor: orNull(z.number()),
  /** The value is that of another item of the lane: this one's own is unknown. */
  isValueLent: z.boolean(),
  fitsToday: z.boolean(),
  account: orNull(RecordRef),
  opportunity: orNull(RecordRef),
  lead: orNull(RecordRef),
  contact: orNull(RecordRef),
  /** Whoever would take it when it is given away. */
  backup: orNull(PersonRef),
  /** The owner who is away, for whom one stands in. */
  insteadOf: orNull(PersonRef),
  givenBy: orNull(PersonRef),
  /** Colleagues who are there too. */
  participants: z.array(PersonRef),
  deeds: z.array(z.enum(todayDeeds)),
});
export type TodayRow = z.infer<typeof TodayRow>;

/** An appointment of a colleague that one takes part in. It is theirs to do. */
export const TodayJoint = z.object({
  id: Id,
  kind: z.enum(activityKinds),
  name: z.string(),
  startsAt: orNull(z.string()),
  account: orNull(RecordRef),
  person: orNull(PersonRef),
});
export type TodayJoint = z.infer<typeof TodayJoint>;

/** What left the list today, and can come back. */
export const TodayPast = z.object({
  source: z.enum(todaySources),
  id: Id,
  version: Version,
  name: z.string(),
  /** When it comes back by itself; null unless it was put off. */
  untilOn: orNull(CivilDay),
  givenTo: orNull(PersonRef),
});
export type TodayPast = z.infer<typeof TodayPast>;

export const TodayView = z.object({
  day: CivilDay,
  at: Instant,
  person: PersonRef,
  currency: Currency,
  hours: z.object({ had: z.number(), spent: z.number(), left: z.number() }),
  strategic: z.object({
    share: z.number(),
    /** Hours that strategic work has coming. */
    dueHours: z.number(),
    doneThisWeek: z.number(),
    /** Whole weeks in which nothing of it was done while it waited; two are too many. */
    weeksWithout: z.int(),
  }),
  lanes: z.array(
    z.object({ lane: z.enum(lanes), total: z.int(), hours: z.number(), late: z.int(), rows: z.array(TodayRow) }),
  ),
  /** Of colleagues, today, not done yet. */
  joint: z.array(TodayJoint),
  done: z.array(TodayPast),
  /** Put off, or given to a backup who has not done it yet. */
  away: z.array(TodayPast),
  /** Planned for a later day. */
  later: z.int(),
  accountsWithoutNextStep: z.int(),
  standsInFor: z.array(PersonRef),
});
export type TodayView = z.infer<typeof TodayView>;

const itemKey = z.object({ source: z.enum(todaySources), id: Id });
export const TodayItemParams = itemKey.extend({ deed: z.enum(todayDeeds) });
export const TodayDeedBody = z.object({
  /** For `snooze`: the day on which it comes back, after today. */
  untilOn: CivilDay.optional(),
  timeZone: zone,
});
export type TodayDeedBody = z.infer<typeof TodayDeedBody>;
/** `taskId` is the task that the backup got. */
export const TodayDeedView = z.object({ version: Version, taskId: orNull(Id) });
export type TodayDeedView = z.infer<typeof TodayDeedView>;

export const todayFigures = [
  'delayCost',
  'valuePerHour',
  'hoursLeft',
  'hoursHad',
  'hoursSpent',
  'strategicDue',
  'strategicDone',
] as const;
/** `source` and `id` name the item whose cost of delay or value per hour is asked for. */
export const TodayWhyQuery = TodayQuery.omit({ limit: true }).extend({
  figure: z.enum(todayFigures),
  ...itemKey.partial().shape,
});
export type TodayWhyQuery = z.infer<typeof TodayWhyQuery>;

export const aboveReasons = [
  'lane',
  'share-covers',
  'share-waits',
  'blocked',
  'fits-before',
  'on-time',
  'deadline',
  'value-per-hour',
  'more-at-stake',
  'shorter',
  'tie',
] as const;
/** Two items of one list, in either order. */
export const TodayAboveQuery = TodayQuery.omit({ limit: true }).extend({
  ...itemKey.shape,
  otherSource: itemKey.shape.source,
  otherId: Id,
});
export type TodayAboveQuery = z.infer<typeof TodayAboveQuery>;
export const TodayAboveView = z.object({
  upper: TodayRow,
  lower: TodayRow,
  reason: z.enum(aboveReasons),
});
export type TodayAboveView = z.infer<typeof TodayAboveView>;

/** An account of one's own that nothing is planned for. */
export const IdleAccountView = z.object({
  account: RecordRef,
  version: Version,
  owner: orNull(PersonRef),
  lastActivityOn: orNull(CivilDay),
  parked: orNull(z.object({ reason: z.string(), untilOn: CivilDay })),
});
export type IdleAccountView = z.infer<typeof IdleAccountView>;
export const IdleAccountsQuery = TodayQuery.omit({ limit: true }).extend({
  parked: z.enum(['0', '1']).default('0'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type IdleAccountsQuery = z.infer<typeof IdleAccountsQuery>;
export const IdleAccountsView = z.object({ total: z.int(), items: z.array(IdleAccountView) });
export type IdleAccountsView = z.infer<typeof IdleAccountsView>;

/** Says that an account needs no next step until a day. Null takes it back. */
export const ParkAccount = z.object({
  parked: orNull(z.object({ reason: ShortText.min(1), untilOn: CivilDay })),
});
export type ParkAccount = z.infer<typeof ParkAccount>;
/** The account's new version. */
export const ParkAccountView = z.object({ version: Version });
