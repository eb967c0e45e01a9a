import type { MailboxError } from '@milepost/contract/mailboxes';

export type FolderAddress = {
  host: string;
  port: number;
  isSecure: boolean;
  username: string;
  password: string;
  folder: string;
};

/** A mail of a folder in full, or why the server did not hand it over. */
export type FetchedMail = { uid: number; bytes: Uint8Array } | { uid: number; problem: 'too-large' | 'not-fetched' };

/** A folder that is open for reading. Nothing in it is marked, moved or deleted. */
export type MailFolder = {
  /** Under another one the same uid is another mail. */
  uidValidity: string;
  uids: readonly number[];
  /** Each of the mails asked for is answered once, one way or the other. */
  fetch(uids: readonly number[]): AsyncIterable<FetchedMail>;
  close(): Promise<void>;
};

/** The way to mail servers. */
export type MailSource = {
  /** @throws FolderClosed */
  open(address: FolderAddress): Promise<MailFolder>;
};

/** The folder cannot be read. What the server said is not kept: it may repeat what was sent to it. */
export class FolderClosed extends Error {
  readonly reason: MailboxError;
  constructor(reason: MailboxError) {
    super(`The folder of mail cannot be read: ${reason}.`);
    this.reason = reason;
  }
}

/** Nobody writes to a customer what is larger; most mail servers take no more. */
export const largestMailBytes = 30 * 1024 * 1024;
