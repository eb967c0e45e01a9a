import { skipReasons } from '@milepost/core/mailboxes/file-mail';
import { mailboxStates } from '@milepost/core/mailboxes/sync-state';
import * as z from 'zod';
import { pageOf } from './page.ts';
import { Id, Instant, Name, orNull, PersonRef, RecordRef, recordFields } from './scalars.ts';

const details = {
  name: Name,
  host: z
    .string()
    .trim()
    .max(253)
    .regex(/^[^\s/@:[\]]+$/, 'the name of a server, without a port or a path'),
  port: z.int().min(1).max(65_535),
  /** TLS from the first byte; else STARTTLS is asked for, and without either nobody signs in. */
  isSecure: z.boolean(),
  username: z.string().trim().min(1).max(254),
  folder: z.string().trim().min(1).max(300),
};
/** Goes in and never comes out again. */
const password = z.string().min(1).max(1000);

export const NewMailbox = z.object({ id: Id, ...details, password });
export type NewMailbox = z.infer<typeof NewMailbox>;
export const MailboxPatch = z.object({ ...details, password, isEnabled: z.boolean() }).partial();
export type MailboxPatch = z.infer<typeof MailboxPatch>;

/** Why the last try did not get to the end. */
export const mailboxErrors = [
  'not-signed-in',
  'no-folder',
  'not-reached',
  'not-public',
  'not-encrypted',
  'secret-changed',
] as const;
export const MailboxError = z.enum(mailboxErrors);
export type MailboxError = z.infer<typeof MailboxError>;

/** `seen` is the sum of the others. */
const counts = {
  seen: z.int(),
  stored: z.int(),
  /** Another copy had been logged. */
  known: z.int(),
  skipped: z.int(),
  /** Skipped, and left out because somebody said so. */
  leftOut: z.int(),
  waiting: z.int(),
};

/** A folder of mail on another server, and how reading it goes. */
export const MailboxView = z.object({
  ...recordFields,
  ...details,
  isEnabled: z.boolean(),
  state: z.enum(mailboxStates),
  error: orNull(MailboxError),
  /** When the folder was read last, to its end or not. */
  syncedAt: orNull(Instant),
  ...counts,
});
export type MailboxView = z.infer<typeof MailboxView>;

export const receivedStates = ['stored', 'known', 'skipped'] as const;
export const SkipReason = z.enum(skipReasons);

/** One mail that came in, and what became of it. What it says stands in its activity. */
export const ReceivedMailView = z.object({
  id: Id,
  state: z.enum(receivedStates),
  reason: orNull(SkipReason),
  subject: z.string(),
  from: orNull(z.string()),
  sentAt: orNull(Instant),
  /** When it was tried last. */
  at: Instant,
  attempts: z.int(),
  isLeftOut: z.boolean(),
  activity: orNull(
    z.object({ id: Id, account: orNull(RecordRef), contact: orNull(RecordRef), lead: orNull(RecordRef) }),
  ),
});
export type ReceivedMailView = z.infer<typeof ReceivedMailView>;

export const ReceivedMailQuery = z.object({
  state: z.enum(receivedStates).optional(),
  after: Id.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type ReceivedMailQuery = z.infer<typeof ReceivedMailQuery>;
/** Newest first. */
export const ReceivedMailPage = pageOf(ReceivedMailView).omit({ total: true });
export type ReceivedMailPage = z.infer<typeof ReceivedMailPage>;

/** Whether a skipped mail is left out for good. */
export const LeaveOut = z.object({ isLeftOut: z.boolean() });

/** What one run did. */
export const MailboxRun = z.object({ fetched: z.int(), stored: z.int(), mailbox: MailboxView });
export type MailboxRun = z.infer<typeof MailboxRun>;

/** One's own address that takes mails: what is sent or copied there is logged. */
export const DropAddressView = z.object({
  /** Does this installation take mails? */
  isOffered: z.boolean(),
  since: orNull(Instant),
  usedAt: orNull(Instant),
});
export type DropAddressView = z.infer<typeof DropAddressView>;
/** `address` is shown this once: only its hash is kept. */
export const NewDropAddress = z.object({ address: z.string(), since: Instant, person: PersonRef });
export type NewDropAddress = z.infer<typeof NewDropAddress>;
