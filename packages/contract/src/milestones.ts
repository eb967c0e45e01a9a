import * as z from 'zod';
import { CivilDay, Id, Instant, LongText, Name, orNull, PersonRef, recordFields } from './scalars.ts';

/** What an exit criterion may ask: money sold, accounts that bought for the first time, the worth of open deals. */
export const milestoneMeasures = ['revenue', 'new-customers', 'pipeline'] as const;
export const keyDateKinds = ['signing', 'delivery', 'campaign', 'other'] as const;
export const milestoneStatuses = ['reached', 'on-track', 'at-risk', 'missed', 'unknown'] as const;

/** At least so much by the end of a day. Money in minor units. */
export const ExitCriterion = z.object({
  measure: z.enum(milestoneMeasures),
  atLeast: z.int().min(1).max(1e13),
  by: CivilDay,
});
export type ExitCriterion = z.infer<typeof ExitCriterion>;

export const KeyDate = z.object({ id: Id, kind: z.enum(keyDateKinds), name: Name, day: CivilDay });
export type KeyDate = z.infer<typeof KeyDate>;

const month = z.int().min(1).max(12);
const details = {
  fiscalYear: z.int().min(1900).max(2200),
  name: Name,
  /** First and last month of the fiscal year, 1–12. */
  fromMonth: month,
  toMonth: month,
  /** Share of the year's target, 0–1; null when it has none of its own. */
  share: orNull(z.number().min(0).max(1)),
  focus: orNull(LongText),
  criteria: z.array(ExitCriterion).max(20),
  keyDates: z.array(KeyDate).max(30),
};

export const NewMilestone = z.object({
  id: Id,
  ...z.object(details).partial({ share: true, focus: true, criteria: true, keyDates: true }).shape,
});
export type NewMilestone = z.infer<typeof NewMilestone>;
export const MilestonePatch = z.object(details).omit({ fiscalYear: true }).partial();
export type MilestonePatch = z.infer<typeof MilestonePatch>;

/** One step of a checklist, of a key date or of the milestone itself. */
export const ChecklistItemView = z.object({
  ...recordFields,
  milestoneId: Id,
  keyDateId: orNull(Id),
  text: z.string(),
  ownerId: orNull(Id),
  owner: orNull(PersonRef),
  dueOn: orNull(CivilDay),
  doneAt: orNull(Instant),
  doneBy: orNull(PersonRef),
});
export type ChecklistItemView = z.infer<typeof ChecklistItemView>;
const item = {
  keyDateId: orNull(Id),
  text: z.string().trim().min(1).max(300),
  ownerId: orNull(Id),
  dueOn: orNull(CivilDay),
};
export const NewChecklistItem = z.object({
  id: Id,
  milestoneId: Id,
  ...z.object(item).partial({ keyDateId: true, ownerId: true, dueOn: true }).shape,
});
export type NewChecklistItem = z.infer<typeof NewChecklistItem>;
export const ChecklistItemPatch = z.object({ ...item, isDone: z.boolean() }).partial();
export type ChecklistItemPatch = z.infer<typeof ChecklistItemPatch>;

/** Where a criterion stands. `plan` is the published plan of the months; the others count from `0` in their order. */
export const CriterionProgress = z.object({
  key: z.string(),
  measure: z.enum(milestoneMeasures),
  atLeast: z.int(),
  by: CivilDay,
  /** Null where it is not for the reader to see. */
  value: orNull(z.int()),
  /** On the day, at the pace so far; null when nothing can be said yet. */
  projected: orNull(z.int()),
  status: z.enum(milestoneStatuses),
});
export type CriterionProgress = z.infer<typeof CriterionProgress>;

export type MilestoneStatus = (typeof milestoneStatuses)[number];

export const MilestoneView = z.object({
  ...recordFields,
  ...details,
  fiscalYearLabel: z.string(),
  startsOn: CivilDay,
  endsOn: CivilDay,
  asOf: CivilDay,
  status: z.enum(milestoneStatuses),
  /** False: value and status are of the part of the plan that the reader sees, and stated criteria are not measured. */
  isWhole: z.boolean(),
  progress: z.array(CriterionProgress),
  items: z.array(ChecklistItemView),
});
export type MilestoneView = z.infer<typeof MilestoneView>;

export const MilestoneWhyQuery = z.object({
  key: z.string().max(10),
  figure: z.enum(['value', 'projected', 'atLeast']),
});
export type MilestoneWhyQuery = z.infer<typeof MilestoneWhyQuery>;
