import type { PageEvidence } from '@milepost/capture/evidence';
import type { LeadReading } from '@milepost/capture/lead';
import type { MailMessage } from '@milepost/capture/mail-message';
import type { ReadOptions } from '@milepost/capture/read-leads';
import { readPageLeads } from '@milepost/capture/read-page-leads';

/** What a page or a file says: its leads, and the mail that it is, where it is one. */
export type Understood = { reading: LeadReading; mail: MailMessage | null };

/** Reads a page as what it is: a mail, the folder of a mailbox, or any other page. */
export function readEvidence(evidence: PageEvidence, options: ReadOptions): Understood {
  const { mail = null, ...reading } = readPageLeads(evidence, options);
  return { reading, mail };
}
