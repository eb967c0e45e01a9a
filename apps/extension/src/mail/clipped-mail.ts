import { mailContentKey } from '@milepost/capture/mail/content-key';
import { splitReply } from '@milepost/capture/mail/split-reply';
import type { MailMessage } from '@milepost/capture/mail-message';
import type { ClippedMail } from '@milepost/contract/leads';
import { dayOf } from '../day/civil-day.ts';

/** A mail as it will be logged. */
export type MailToLog = Omit<ClippedMail, 'activityId'> & { attachments: string[]; isBulk: boolean };

const LONGEST_BODY = 20_000;

/**
 * What makes two copies of a mail one: its Message-ID, and beside it what it says. A webmail hides the first, and numbers the mail anew
 * in every mailbox: then what it says stands for it, and where it says too little the mailbox's own number.
 */
export async function mailKeys(mail: MailMessage): Promise<{ messageId: string; content?: string }> {
  const { messageId, subject, text } = mail;
  const sentAt = mail.sentAt === null ? null : new Date(mail.sentAt);
  const day = sentAt === null || Number.isNaN(sentAt.getTime()) ? '' : dayOf(sentAt);
  const from = mail.from?.email ?? '';
  const content = await mailContentKey({ from, subject, day, text });
  if (messageId?.startsWith('<')) return { messageId: messageId.slice(0, 998), ...(content && { content }) };
  const number = `number:${messageId ?? ''} ${mail.sentAt ?? ''} ${from.toLowerCase()} ${subject}`;
  return { messageId: content ?? number.slice(0, 998) };
}

/** Makes of a mail what is logged: the text that its sender wrote now, and the names of what was attached. */
export async function mailToLog(mail: MailMessage, now: Date): Promise<MailToLog> {
  const { own, reply } = splitReply(mail.text);
  const text = (reply || own || mail.text).trim();
  const sentAt = mail.sentAt === null ? now : new Date(mail.sentAt);
  const files = mail.attachments.length === 0 ? '' : `\n\n[${mail.attachments.join(', ')}]`;
  const body = `${text.slice(0, LONGEST_BODY - files.length)}${files}`.trim();
  return {
    ...(await mailKeys(mail)),
    onDay: dayOf(Number.isNaN(sentAt.getTime()) ? now : sentAt),
    subject: (mail.subject.trim() || mail.from?.email || '–').slice(0, 300),
    body: body === '' ? null : body,
    attachments: mail.attachments,
    isBulk: mail.isBulk,
  };
}
