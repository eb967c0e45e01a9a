import type { MailState } from '@milepost/contract/mail';
import type { RecordColumns } from './record.ts';

/** A mail as everybody who keeps the house may know it: to whom, about what, and what became of it. */
export type MailTable = RecordColumns & {
  to_address: string;
  title: string;
  state: MailState;
  attempts: number;
  next_at: string | null;
  sent_at: string | null;
  /** After this instant it is not sent any more: the link in it would be dead. */
  expires_at: string | null;
  last_error: string | null;
  about_subject: string | null;
  about_id: string | null;
  /** Who had it sent. */
  person_id: string | null;
};

/**
 * What a mail says. It may hold a link that opens a door, so it stands apart from the mail, in no change record, and is gone
 * once the mail has left or will not leave any more. `held_until`: somebody is delivering it.
 */
export type MailLetterTable = {
  org_id: string;
  mail_id: string;
  plain: string;
  html: string;
  held_until: string | null;
};
