import { emailKey } from '@milepost/core/identity/email-key';
import { type Correspondent, messageKeyOf } from '@milepost/core/mailboxes/file-mail';
import PostalMime, { type Address, type Email } from 'postal-mime';

/** A mail as far as it is filed and logged. */
export type ReadMail = {
  key: string;
  subject: string;
  from: string | null;
  sentAt: string | null;
  correspondents: Correspondent[];
  isBulk: boolean;
  text: string;
  /** Names of the files that came along. */
  fileNames: string[];
};

const longest = { subject: 300, text: 19_000, fileNames: 20 } as const;

const flat = (addresses: readonly Address[]): string[] =>
  addresses.flatMap((one) => (one.group ? one.group.map(({ address }) => address) : [one.address]));

const keysOf = (addresses: readonly Address[], part: Correspondent['part']): Correspondent[] =>
  flat(addresses).flatMap((address) => {
    const key = emailKey(address);
    return key === null ? [] : [{ key, part }];
  });

const headerOf = ({ headers }: Email, name: string): string =>
  headers.find(({ key }) => key === name)?.value.trim() ?? '';

/** Sent to a list or written by a machine: RFC 2919, RFC 2369, RFC 3834, and what went before them. */
const isBulk = (mail: Email): boolean =>
  headerOf(mail, 'list-id') !== '' ||
  headerOf(mail, 'list-unsubscribe') !== '' ||
  /^(bulk|list|junk)$/i.test(headerOf(mail, 'precedence')) ||
  !/^(no)?$/i.test(headerOf(mail, 'auto-submitted'));

/** Text of a mail that has HTML only, its paragraphs kept. */
const textOfHtml = (html: string): string =>
  html
    .replace(/<(style|script|head|title)\b[\s\S]*?<\/\1>/gi, '')
    .replace(/<br\s*\/?>|<\/(p|div|tr|li|h[1-6])>/gi, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(/&nbsp;/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Math.min(Number(code), 0x10ffff)))
    .replace(/&amp;/g, '&');

const instantOf = (date: string | undefined): string | null => {
  const at = date === undefined ? Number.NaN : Date.parse(date);
  return Number.isNaN(at) ? null : new Date(at).toISOString();
};

/**
 * Reads the bytes of a mail; undefined for what cannot be read as one. Somebody who answers by another address (Reply-To) counts as
 * the sender too, after the one who is named.
 */
export async function readMail(bytes: Uint8Array): Promise<ReadMail | undefined> {
  const mail = await PostalMime.parse(bytes, { maxNestingDepth: 50 }).catch(() => undefined);
  if (!mail) return undefined;
  const senders = [...(mail.from ? [mail.from] : []), ...(mail.sender && !mail.from ? [mail.sender] : [])];
  const correspondents = [
    ...keysOf(senders, 'from'),
    ...keysOf(mail.replyTo ?? [], 'from'),
    ...keysOf(mail.to ?? [], 'to'),
    ...keysOf([...(mail.cc ?? []), ...(mail.bcc ?? [])], 'cc'),
  ].filter(({ key }, at, all) => all.findIndex((one) => one.key === key) === at);
  const subject = (mail.subject ?? '').trim().slice(0, longest.subject);
  const from = flat(senders)[0] ?? null;
  const sentAt = instantOf(mail.date);
  const text = (mail.text?.trim() || textOfHtml(mail.html ?? ''))
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t\u00a0]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  return {
    key: messageKeyOf({ messageId: mail.messageId ?? null, from, sentAt, subject }),
    subject,
    from,
    sentAt,
    correspondents,
    isBulk: isBulk(mail),
    text: text.slice(0, longest.text),
    fileNames: mail.attachments
      .flatMap(({ filename, related }) => (filename && !related ? [filename] : []))
      .slice(0, longest.fileNames),
  };
}
