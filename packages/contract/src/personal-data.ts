import * as z from 'zod';
import { Id, Instant, orNull, PersonRef } from './scalars.ts';

/** Whose personal data can be taken out and erased: people at customers, and one's own who have left. */
export const dataSubjects = ['contact', 'lead', 'person'] as const;
export type DataSubject = (typeof dataSubjects)[number];
export const DataSubjectPath = z.object({ subject: z.enum(dataSubjects), id: Id });

/** `name` is typed as it is shown, so that nobody is erased by a slip. `reason` must not say who it is. */
export const ErasePerson = z.object({
  name: z.string().trim().min(1).max(200),
  reason: z.string().trim().min(1).max(500),
});
export type ErasePerson = z.infer<typeof ErasePerson>;

export const ErasureView = z.object({
  id: Id,
  at: Instant,
  by: orNull(PersonRef),
  subject: z.enum(dataSubjects),
  recordId: Id,
  reason: z.string(),
  /** Rows that were touched, by table. */
  touched: z.record(z.string(), z.int()),
});
export type ErasureView = z.infer<typeof ErasureView>;
/** Newest first. */
export const ErasureList = z.object({ items: z.array(ErasureView) });

/** Everything about somebody: the rows that are about them, by table; of what they only owned or did, how many. */
export const PersonalData = z.object({
  subject: z.enum(dataSubjects),
  id: Id,
  at: Instant,
  rows: z.record(z.string(), z.array(z.record(z.string(), z.unknown()))),
  counts: z.record(z.string(), z.int()),
});
export type PersonalData = z.infer<typeof PersonalData>;
