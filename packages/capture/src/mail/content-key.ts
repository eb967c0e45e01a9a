import { splitReply } from './split-reply.ts';

/** A text of so many letters is hardly sent twice by one person on one day under one subject. */
const TELLING_LETTERS = 30;
const ANSWERS = /^(?:(?:re|fwd?|aw|wg|sv|vs|tr|rv|odp|回复|转发|回覆|轉寄|答复)\s*[:：]\s*)+/i;
/** What a program adds where it makes plain text of a link. */
const ADDRESSES = /[<(]?\b(?:https?:\/\/|mailto:)[^\s<>()]+[>)]?/gi;

const lettersOf = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(ADDRESSES, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/**
 * What makes two copies of a mail one where a copy hides its Message-ID, as a webmail does: who sent it, on which day, under which
 * subject, and what its sender wrote, letter by letter; spaces, signs, quotes and the signs of an answer do not count. `null` where it says
 * too little to be told from another. A hash: nothing of the mail can be read in it.
 * @param day civil day on which it was sent, by the clock of whoever logs it; `''` where it is not told
 * @param text the mail's text, with its quotes or without
 */
export async function mailContentKey(mail: {
  from: string;
  subject: string;
  day: string;
  text: string;
}): Promise<string | null> {
  const { own, reply } = splitReply(mail.text);
  const letters = lettersOf(reply || own || mail.text);
  if (letters.length < TELLING_LETTERS) return null;
  const subject = lettersOf(mail.subject.trim().replace(ANSWERS, ''));
  const said = [mail.from.trim().toLowerCase(), mail.day, subject, letters].join('\n');
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(said)));
  return `content:${Array.from(bytes, (one) => one.toString(16).padStart(2, '0')).join('')}`;
}
