import * as z from 'zod';
import { CivilDay, Id, LongText, orNull, PersonRef, recordFields } from './scalars.ts';

export const leaveKinds = ['holiday', 'sickness', 'parental', 'training', 'other'] as const;

/** Which ends are half a day: the `first` day from noon on, the `last` day until noon, or `both`. */
export const leaveHalves = ['none', 'first', 'last', 'both'] as const;

const details = {
  personId: Id,
  kind: z.enum(leaveKinds),
  /** First and last day, both included. */
  from: CivilDay,
  to: CivilDay,
  halfDays: z.enum(leaveHalves),
  note: orNull(LongText),
};

export const NewLeave = z.object({ id: Id, ...z.object(details).partial({ halfDays: true, note: true }).shape });
export type NewLeave = z.infer<typeof NewLeave>;
export const LeavePatch = z.object(details).omit({ personId: true }).partial();
export type LeavePatch = z.infer<typeof LeavePatch>;
export const LeaveView = z.object({
  ...recordFields,
  ...details,
  person: orNull(PersonRef),
  /** Working days that it takes, halves as ½. */
  workdays: z.number(),
});
export type LeaveView = z.infer<typeof LeaveView>;
