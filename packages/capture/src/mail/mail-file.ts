import PostalMime, { type Address, type Email } from 'postal-mime';
import { emptyMail, type MailMessage, type MailParty } from '../mail-message.ts';
import { repairedMail } from './repair-charsets.ts';

const MOST_NESTED = 5;

/**
 * Reads the bytes of a mail file (RFC 5322, MIME), its charsets repaired; mails attached to it stand in `forwarded`. A malformed
 * mail yields what could be read of it.
 */
export async function readMailFile(bytes: Uint8Array): Promise<MailMessage> {
  return readNested(bytes, 0);
}

async function readNested(bytes: Uint8Array, depth: number): Promise<MailMessage> {
  let mail: Email;
  try {
    mail = await PostalMime.parse(repairedMail(bytes), { forceRfc822Attachments: true });
  } catch {
    // Too deep or too long to be taken apart: what it says at the top is all there is.
    return { ...emptyMail(), text: new TextDecoder().decode(bytes.subarray(0, 100_000)) };
  }
  const header = (name: string): string => mail.headers.find(({ key }) => key === name)?.value ?? '';
  const [from = null] = partiesOf(mail.from === undefined ? [] : [mail.from]);
  return {
    subject: mail.subject ?? '',
    from,
    replyTo: partiesOf(mail.replyTo),
    to: partiesOf(mail.to),
    cc: partiesOf(mail.cc),
    sentAt: mail.date !== undefined && /^\d{4}-\d\d-\d\dT/.test(mail.date) ? mail.date : null,
    messageId: mail.messageId ?? null,
    html: mail.html ?? '',
    text: mail.text ?? '',
    attachments: mail.attachments.flatMap(({ filename, related }) =>
      filename === null || related === true ? [] : [filename],
    ),
    isBulk: isBulk(header, from),
    forwarded: depth < MOST_NESTED ? await forwardedIn(mail, depth) : [],
    thread: [],
  };
}

function partiesOf(addresses: readonly Address[] | undefined): MailParty[] {
  return (addresses ?? []).flatMap((address) => {
    if (address.group !== undefined) return partiesOf(address.group);
    return address.address === '' ? [] : [{ name: address.name, email: address.address }];
  });
}

async function forwardedIn(mail: Email, depth: number): Promise<MailMessage[]> {
  const found: MailMessage[] = [];
  for (const { mimeType, content } of mail.attachments) {
    if (mimeType !== 'message/rfc822' || typeof content === 'string') continue;
    found.push(await readNested(content instanceof Uint8Array ? content : new Uint8Array(content), depth + 1));
  }
  return found;
}

const NO_REPLY = /^(?:no-?_?reply|do-?not-?reply|mailer-daemon|bounces?|newsletter|notifications?)(?:[+.@_-]|\d)/i;

/** Headers of lists, newsletters and machines (RFC 2369, RFC 3834), or a sender nobody answers. */
function isBulk(header: (name: string) => string, from: MailParty | null): boolean {
  if (header('list-id') !== '' || header('list-unsubscribe') !== '') return true;
  if (/bulk|list|junk/i.test(header('precedence'))) return true;
  const automatic = header('auto-submitted');
  if (automatic !== '' && !/^no\b/i.test(automatic)) return true;
  return from !== null && NO_REPLY.test(from.email);
}
