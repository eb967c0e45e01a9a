import type { PageEvidence } from '@milepost/capture/evidence';
import { readMailFile } from '@milepost/capture/mail/mail-file';
import type { ReadOptions } from '@milepost/capture/read-leads';
import { readMailLeads } from '@milepost/capture/read-mail-leads';
import { readNote } from '@milepost/capture/read-note';
import { textEvidence } from '@milepost/capture/text-evidence';
import { readVCards } from '@milepost/capture/vcard/read-vcards';
import { type DocumentLike, walkDocument } from '@milepost/capture/walk-document';
import type { Understood } from './read-evidence.ts';

/** Larger ones would hold the panel up for seconds. */
const MOST_BYTES = 25 * 1024 * 1024;

const isMailFile = (name: string, type: string): boolean => /\.eml$/i.test(name) || type === 'message/rfc822';
const isCardFile = (name: string, type: string): boolean => /\.(?:vcf|vcard)$/i.test(name) || /vcard/i.test(type);

/** Reads a file that was dropped on the panel: a mail or a card. Null for any other. Nothing of it is fetched or run. */
export async function understandFile(file: File, options: ReadOptions): Promise<Understood | null> {
  const { name, type, size } = file;
  if (size > MOST_BYTES) return null;
  const isMail = isMailFile(name, type);
  if (!isMail && !isCardFile(name, type)) return null;
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (!isMail) return { reading: readVCards(bytes, options), mail: null };
  const mail = await readMailFile(bytes);
  const body = bodyOf(mail);
  // A mail of HTML alone says its text there.
  const text = mail.text.trim() === '' ? readNote(body.root) : mail.text;
  return { reading: readMailLeads(mail, body, options), mail: { ...mail, text } };
}

/** The body of a mail as evidence. What `DOMParser` makes is inert: it loads no picture and runs no script. */
function bodyOf({ html, text }: { html: string; text: string }): PageEvidence {
  if (html === '') return textEvidence(text);
  return walkDocument(new DOMParser().parseFromString(html, 'text/html') as unknown as DocumentLike, { url: '' });
}
