import { readMailFile } from '@milepost/capture/mail/mail-file';
import { isForwarding, splitReply } from '@milepost/capture/mail/split-reply';
import { type MailParty, mailParty } from '@milepost/capture/mail-message';
import { readNote } from '@milepost/capture/read-note';
import { emailKey } from '@milepost/core/identity/email-key';
import { type Correspondent, messageKeyOf } from '@milepost/core/mailboxes/file-mail';
import { pageEvidence } from '../../reading/page-evidence.ts';

/** A mail as far as it is filed and logged. */
export type ReadMail = {
  key: string;
  subject: string;
  from: string | null;
  sentAt: string | null;
  correspondents: Correspondent[];
  isBulk: boolean;
  text: string;
  /** The whole text, quotes and all: what the mail says is known by it. */
  whole: string;
  /** Names of the files that came along. */
  fileNames: string[];
};

const longest = { subject: 300, text: 19_000, fileNames: 20 } as const;

const keysOf = (parties: readonly (MailParty | null)[], part: Correspondent['part']): Correspondent[] =>
  parties.flatMap((party) => {
    const key = party === null ? null : emailKey(party.email);
    return key === null ? [] : [{ key, part }];
  });

const instantOf = (sentAt: string | null): string | null => {
  const at = sentAt === null ? Number.NaN : Date.parse(sentAt);
  return Number.isNaN(at) ? null : new Date(at).toISOString();
};

/** What a mail says itself, without what it quotes; all of it where it passes something on, with who wrote that. */
function saidIn(whole: string): { text: string; passedOn: MailParty | null } {
  const { own, isForward, sender } = splitReply(whole);
  const passesOn = isForward || isForwarding(whole.split('\n'));
  return {
    text: passesOn || own.trim() === '' ? whole : own,
    passedOn: passesOn && sender !== null ? (mailParty(sender) ?? null) : null,
  };
}

/**
 * Reads the bytes of a mail. Somebody who is answered at another address (Reply-To) counts as the sender too, after the one who is
 * named; who wrote a mail that is passed on counts as one who takes part.
 */
export async function readMail(bytes: Uint8Array): Promise<ReadMail> {
  const mail = await readMailFile(bytes);
  const whole = (mail.text.trim() || readNote(pageEvidence(mail.html).root)).replace(/\r\n?/g, '\n').trim();
  const { text, passedOn } = saidIn(whole);
  const correspondents = [
    ...keysOf([mail.from], 'from'),
    ...(mail.from === null ? [] : keysOf(mail.replyTo, 'from')),
    ...keysOf(mail.to, 'to'),
    ...keysOf([...mail.cc, ...mail.forwarded.map(({ from }) => from), passedOn], 'cc'),
  ].filter(({ key }, at, all) => all.findIndex((one) => one.key === key) === at);
  const subject = mail.subject.trim().slice(0, longest.subject);
  const from = mail.from?.email ?? null;
  const sentAt = instantOf(mail.sentAt);
  return {
    key: messageKeyOf({ messageId: mail.messageId, from, sentAt, subject }),
    subject,
    from,
    sentAt,
    correspondents,
    isBulk: mail.isBulk,
    text: text.slice(0, longest.text),
    whole,
    fileNames: mail.attachments.slice(0, longest.fileNames),
  };
}
