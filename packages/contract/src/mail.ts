import * as z from 'zod';
import { pageOf } from './page.ts';
import { Id, Instant, orNull, PersonRef, recordFields } from './scalars.ts';

/** `expired`: it had not left by the time at which what it says ended. */
export const mailStates = ['queued', 'sent', 'failed', 'cancelled', 'expired'] as const;
export const MailState = z.enum(mailStates);
export type MailState = z.infer<typeof MailState>;

/** A mail that left the house or is to leave it. What it says is for its reader alone. */
export const MailView = z.object({
  ...recordFields,
  to: z.string(),
  subject: z.string(),
  state: MailState,
  /** How often its delivery was tried. */
  attempts: z.int(),
  /** When it is tried next; null when it is not any more. */
  nextAt: orNull(Instant),
  sentAt: orNull(Instant),
  /** What the mail server said when it did not take it. */
  lastError: orNull(z.string()),
  /** Who had it sent. */
  by: orNull(PersonRef),
});
export type MailView = z.infer<typeof MailView>;

export const MailQuery = z.object({
  state: MailState.optional(),
  after: Id.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
/** Newest first. Without a mail server (`isConnected`) mails wait. */
export const MailPage = pageOf(MailView).extend({ isConnected: z.boolean() });
export type MailPage = z.infer<typeof MailPage>;
export type MailQuery = z.infer<typeof MailQuery>;
