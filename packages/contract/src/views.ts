import * as z from 'zod';
import { Condition } from './page.ts';
import { Id, Name, orNull, PersonRef, recordFields } from './scalars.ts';

/** A saved view of a list: its conditions, order and columns. */
const details = {
  name: Name,
  isShared: z.boolean(),
  conditions: z.array(Condition).max(20),
  sort: orNull(z.string().max(60)),
  columns: orNull(z.array(z.string().max(60)).max(60)),
};

export const NewSavedView = z.object({ id: Id, subject: z.string().min(1).max(40), ...details });
export type NewSavedView = z.infer<typeof NewSavedView>;
export const SavedViewPatch = z.object(details).partial();
export type SavedViewPatch = z.infer<typeof SavedViewPatch>;
export const SavedViewView = z.object({
  ...recordFields,
  subject: z.string(),
  ...details,
  person: orNull(PersonRef),
  isMine: z.boolean(),
});
export type SavedViewView = z.infer<typeof SavedViewView>;
