import { fieldTypes } from '@milepost/core/fields/custom-field';
import * as z from 'zod';
import { Id, Instant, orNull, PersonRef, RecordRef } from './scalars.ts';

/** One line of history: who changed what, when, before and after. Column names are those of the record's table. */
export const ChangeView = z.object({
  id: Id,
  at: Instant,
  /** Null: the operator at the command line, or the house itself. */
  actor: orNull(PersonRef),
  /** The key by which a program did it as the actor; null where they did it themselves. */
  apiKey: orNull(RecordRef),
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
  /** The custom fields whose values stand in `before` and `after`, by the key they stand under: how each is called, and what it holds. */
  customFields: z.record(z.string(), z.object({ name: z.string(), type: z.enum(fieldTypes) })).optional(),
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

/**
 * What one did in one go: all changes of one transaction. `open` can be taken back; `overtaken` was changed again since; `undone` was
 * taken back; `closed` holds what is not taken back here.
 */
export const changeSetStates = ['open', 'overtaken', 'undone', 'closed'] as const;
export const ChangeSetView = z.object({
  id: Id,
  at: Instant,
  /** How many changes it holds; `changes` tells the first of them. */
  count: z.int(),
  changes: z.array(ChangeView),
  state: z.enum(changeSetStates),
});
export type ChangeSetView = z.infer<typeof ChangeSetView>;
/** One's own, newest first. */
export const ChangeSetList = z.object({ items: z.array(ChangeSetView) });
export const ChangeSetUndone = z.object({ removed: z.int(), restored: z.int() });
export type ChangeSetUndone = z.infer<typeof ChangeSetUndone>;
