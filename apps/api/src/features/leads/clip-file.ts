import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { LeadCandidate, LeadReading } from '@milepost/capture/lead';
import { readMailFile } from '@milepost/capture/mail/mail-file';
import { readMailLeads } from '@milepost/capture/read-mail-leads';
import { readPageLeads } from '@milepost/capture/read-page-leads';
import { readTextLeads } from '@milepost/capture/read-text-leads';
import { textEvidence } from '@milepost/capture/text-evidence';
import { readVCards } from '@milepost/capture/vcard/read-vcards';
import { pageEvidence } from '../../reading/page-evidence.ts';
import { pageText } from './page-bytes.ts';

/** What `milepost clip` prints for one file: its name, the milliseconds reading took (the disk not counted), the leads. */
export type ClippedFile = { file: string; ms: number; leads: LeadCandidate[] };

export type ClipOptions = {
  /** Address the file was saved from, where it is known. */
  url?: string;
  /** The user's country, ISO 3166-1 alpha-2. */
  country?: string;
};

/**
 * Reads the leads of a saved page (`.html`), a mail (`.eml`), a card (`.vcf`) or a text. Throws what the file system throws when
 * the file cannot be read; for what the file contains it never throws.
 */
export async function clipFile(path: string, options: ClipOptions = {}): Promise<ClippedFile> {
  const bytes = await readFile(path);
  const started = performance.now();
  const { leads } = await readFileLeads(path, bytes, options);
  return { file: basename(path), ms: Math.round(performance.now() - started), leads };
}

/** What this process worked so far, in milliseconds: on a busy server the time others take is no reason to give up on a page. */
const ownTime = (): number => process.cpuUsage().user / 1000;

/** Everything that was read in a file's bytes; the name tells what kind of file it is. */
export async function readFileLeads(path: string, bytes: Uint8Array, options: ClipOptions = {}): Promise<LeadReading> {
  const readOptions = { now: ownTime, ...(options.country === undefined ? {} : { country: options.country }) };
  if (/\.eml$/i.test(path)) {
    const mail = await readMailFile(bytes);
    return readMailLeads(mail, mail.html === '' ? textEvidence(mail.text) : pageEvidence(mail.html), readOptions);
  }
  if (/\.vcf$/i.test(path)) return readVCards(bytes, readOptions);
  const text = pageText(bytes);
  const isPage = /\.(?:x?html?|htm)$/i.test(path) || /<(?:html|body|div|p|table)[\s>]/i.test(text);
  return isPage ? readPageLeads(pageEvidence(text, options.url), readOptions) : readTextLeads(text, readOptions);
}
