import type { MailboxError } from '@milepost/contract/mailboxes';
import type { SkipReason } from '@milepost/core/mailboxes/file-mail';
import type { Flag } from '../columns.ts';
import type { RecordColumns } from './record.ts';

/** A folder of mail on another server. */
export type MailboxTable = RecordColumns & {
  /** Who made it. */
  person_id: string | null;
  name: string;
  name_key: string;
  host: string;
  port: number;
  is_secure: Flag;
  username: string;
  folder: string;
  is_enabled: Flag;
};

/** What stands in no change: the sealed password, and how reading the folder goes. */
export type MailboxStateTable = {
  org_id: string;
  mailbox_id: string;
  /** Sealed with the secret of the server. */
  password: string;
  /** By which numbering of the server the uids of its mails are. */
  uid_validity: string | null;
  /** Mails of the folder that nobody has fetched yet, at the end of the last run. */
  waiting: number;
  synced_at: string | null;
  error: MailboxError | null;
};

/** A mail that came in: of a folder, or by the drop address of a person. */
export type ReceivedMailTable = {
  org_id: string;
  id: string;
  mailbox_id: string | null;
  /** Whose drop address it came to. */
  person_id: string | null;
  uid_validity: string | null;
  uid: number | null;
  state: 'stored' | 'known' | 'skipped';
  reason: SkipReason | null;
  subject: string;
  from_address: string | null;
  sent_at: string | null;
  at: string;
  attempts: number;
  is_left_out: Flag;
  activity_id: string | null;
};

/** The address by which a person drops mails. Only the hash of its secret is kept. */
export type DropAddressTable = {
  org_id: string;
  person_id: string;
  token_hash: string;
  created_at: string;
  used_at: string | null;
};

/** Folders of mail, addresses to drop mails at, and what came in. */
export type MailboxTables = {
  drop_address: DropAddressTable;
  mailbox_state: MailboxStateTable;
  mailbox: MailboxTable;
  received_mail: ReceivedMailTable;
};
