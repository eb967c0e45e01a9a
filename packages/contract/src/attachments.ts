import * as z from 'zod';
import { Id, Instant, Name, orNull, PersonRef } from './scalars.ts';

/** The kinds of records that files are kept with. */
export const attachedTo = ['account', 'contact', 'lead', 'opportunity', 'activity', 'course'] as const;
export type AttachedTo = (typeof attachedTo)[number];

/** What one file may hold, in bytes. */
export const largestAttachment = 50 * 1024 * 1024;

const recordKind = z.enum(attachedTo);

/** What is said beside the bytes of a file. */
export const NewAttachment = z.object({ recordKind, recordId: Id, fileName: Name });
export type NewAttachment = z.infer<typeof NewAttachment>;

/** The files of one record. */
export const AttachmentQuery = z.object({ recordKind, recordId: Id });
export type AttachmentQuery = z.infer<typeof AttachmentQuery>;

export const AttachmentView = z.object({
  id: Id,
  recordKind,
  recordId: Id,
  fileName: z.string(),
  /** What its first bytes say it is, whatever it is called. */
  mediaType: z.string(),
  /** In bytes. */
  size: z.int(),
  /** SHA-256 of its bytes, in hexadecimal. */
  sha256: z.string(),
  person: orNull(PersonRef),
  createdAt: Instant,
  /** May who asks take it away: who brought it, and managers. */
  canDelete: z.boolean(),
});
export type AttachmentView = z.infer<typeof AttachmentView>;
export const AttachmentList = z.object({ items: z.array(AttachmentView) });
