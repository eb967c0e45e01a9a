import * as z from 'zod';
import { Id, Instant, orNull, PersonRef } from './scalars.ts';

/** One line of history: who changed what, when, before and after. Column names are those of the record's table. */
export const ChangeView = z.object({
  id: Id,
  at: Instant,
  /** Null: the operator at the command line, or the house itself. */
  actor: orNull(PersonRef),
  subject: z.string(),
  recordId: z.string(),
  /** What the record is called now; null where it has no name or is out of sight. */
  name: orNull(z.string()),
  action: z.string(),
  version: orNull(z.int()),
  before: orNull(z.record(z.string(), z.unknown())),
  after: orNull(z.record(z.string(), z.unknown())),
  reason: orNull(z.string()),
  /** Names of the people whose ids stand in `before` and `after`: whose it was, and whose it is. */
  people: z.record(z.string(), z.string()).optional(),
});
export type ChangeView = z.infer<typeof ChangeView>;

export const ChangeQuery = z.object({
  /** Changes of one record. */
  subject: z.string().max(40).optional(),
  recordId: Id.optional(),
  /** Changes of an account and of everything that belongs to it. */
  accountId: Id.optional(),
  /** Changes that one person made. */
  actorId: Id.optional(),
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type ChangeQuery = z.infer<typeof ChangeQuery>;
