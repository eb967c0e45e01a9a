import { readMailMessage } from '@milepost/capture/mail-message';
import type { ReadOptions } from '@milepost/capture/read-leads';
import { readLeads } from '@milepost/capture/read-leads';
import { readMailLeads } from '@milepost/capture/read-mail-leads';
import { textEvidence } from '@milepost/capture/text-evidence';
import { type DocumentLike, walkDocument } from '@milepost/capture/walk-document';
import type { Understood } from './read-evidence.ts';

/** Mails of more than this are read on the server. */
const MOST_BYTES = 25 * 1024 * 1024;

const isMailFile = (name: string, type: string): boolean => /\.eml$/i.test(name) || type === 'message/rfc822';
const isCardFile = (name: string, type: string): boolean => /\.(?:vcf|vcard)$/i.test(name) || /vcard/i.test(type);

/** Reads a file that was dropped on the panel: a mail or a card. Null for any other. Nothing of it is fetched or run. */
export async function understandFile(file: File, options: ReadOptions): Promise<Understood | null> {
  const { name, type, size } = file;
  if (size > MOST_BYTES) return null;
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (isMailFile(name, type)) {
    const mail = await readMailMessage(bytes);
    const body = mail.html === '' ? textEvidence(mail.text) : mailEvidence(mail.html);
    return { reading: readMailLeads(mail, body, options), mail };
  }
  if (isCardFile(name, type)) return { reading: cardLeads(bytes, options), mail: null };
  return null;
}

/** The body of a mail as evidence. What `DOMParser` makes is inert: it loads no picture and runs no script. */
function mailEvidence(html: string) {
  return walkDocument(new DOMParser().parseFromString(html, 'text/html') as unknown as DocumentLike, { url: '' });
}

function cardLeads(bytes: Uint8Array, options: ReadOptions) {
  return readLeads(textEvidence(new TextDecoder().decode(bytes)), options);
}
