import { splitReply } from '@milepost/capture/mail/split-reply';
import type { MailMessage } from '@milepost/capture/mail-message';
import type { ClippedMail } from '@milepost/contract/leads';
import { dayOf } from '../day/civil-day.ts';

/** A mail as it will be logged. */
export type MailToLog = Omit<ClippedMail, 'activityId'> & { attachments: string[]; isBulk: boolean };

const LONGEST_BODY = 20_000;
/** A text of this length is hardly sent twice by one person under one subject. */
const TELLING_LENGTH = 40;

async function digest(text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return Array.from(bytes, (one) => one.toString(16).padStart(2, '0')).join('');
}

/**
 * What makes two copies of a mail one: its Message-ID. A webmail hides that, and numbers the mail anew in every mailbox: then who wrote
 * it, under which subject, what, is the same for everybody who received it. Where the text is too short to tell, the mailbox's own
 * number has to do.
 */
export async function mailKey(mail: MailMessage, reply: string): Promise<string> {
  if (mail.messageId?.startsWith('<')) return mail.messageId;
  const text = reply.replace(/\s+/g, ' ').trim();
  const subject = mail.subject.replace(/^(?:(?:re|fwd?|aw|wg|sv|vs|回复|转发|回覆|轉寄)\s*[:：]\s*)+/i, '').trim();
  const number = text.length >= TELLING_LENGTH ? '' : (mail.messageId ?? mail.sentAt ?? '');
  return `content:${await digest([mail.from?.email.toLowerCase() ?? '', subject, text, number].join('\n'))}`;
}

/** Makes of a mail what is logged: the text that its sender wrote now, and the names of what was attached. */
export async function mailToLog(mail: MailMessage, now: Date): Promise<MailToLog> {
  const { own, reply } = splitReply(mail.text);
  const text = (reply || own || mail.text).trim();
  const sentAt = mail.sentAt === null ? now : new Date(mail.sentAt);
  const files = mail.attachments.length === 0 ? '' : `\n\n[${mail.attachments.join(', ')}]`;
  const body = `${text.slice(0, LONGEST_BODY - files.length)}${files}`.trim();
  return {
    messageId: (await mailKey(mail, text)).slice(0, 998),
    onDay: dayOf(Number.isNaN(sentAt.getTime()) ? now : sentAt),
    subject: (mail.subject.trim() || mail.from?.email || '–').slice(0, 300),
    body: body === '' ? null : body,
    attachments: mail.attachments,
    isBulk: mail.isBulk,
  };
}
