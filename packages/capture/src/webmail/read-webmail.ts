import type { PageEvidence } from '../evidence.ts';
import { pageText } from '../page-text.ts';
import { readGmail } from './gmail.ts';
import { readLabelledMail } from './labelled-headers.ts';
import { readOutlook } from './outlook.ts';
import { readRoundcube } from './roundcube.ts';
import type { WebmailReader, WebmailReading } from './webmail-page.ts';

export type { WebmailReading } from './webmail-page.ts';

/** Each knows one webmail by its own marks; the last takes what is labelled like a mail. */
const READERS: readonly WebmailReader[] = [readGmail, readRoundcube, readOutlook, readLabelledMail];

/**
 * Reads a page as a webmail's: the mail it shows with its body (to be handed to `readMailLeads(mail, body, options)`), or the
 * senders of a folder; `undefined` when the page is no webmail. Of a thread the newest message that somebody else wrote is
 * taken. `mail.messageId` tells one message from another, so that a panel knows when the page shows a different one. Rules
 * over the page's evidence alone: nothing is asked of the network, and it never throws for what a page contains.
 */
export function readWebmail(evidence: PageEvidence): WebmailReading | undefined {
  const page = pageText(evidence);
  for (const reader of READERS) {
    const reading = reader(page);
    if (reading !== undefined) return reading;
  }
  return undefined;
}
