import type { LeadReading } from './lead.ts';
import { isDeviceSignature } from './mail/device-signatures.ts';
import { readSender } from './mail/read-signature.ts';
import { isForwarding, ownLineCount } from './mail/split-reply.ts';
import { pageText } from './page-text.ts';
import { type ReadOptions, readLeads } from './read-leads.ts';
import { readTextMail } from './read-mail-leads.ts';
import { textEvidence } from './text-evidence.ts';

/**
 * Reads plain text that somebody pasted or saved: a mail's body with its signature, a mail that was passed on, or a few lines of
 * contact data. Quoted mail and what devices add are nobody's.
 */
export function readTextLeads(text: string, options: ReadOptions = {}): LeadReading {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  if (isForwarding(lines)) return readTextMail(text, options);
  const own = lines.slice(0, ownLineCount(lines)).filter((line) => !isDeviceSignature(line));
  const evidence = textEvidence(own.join('\n'));
  const reading = readLeads(evidence, options);
  const { sender, failures } = readSender(pageText(evidence), null, options);
  const isSigned =
    sender !== null && sender.kind === 'person' && reading.leads.filter((lead) => lead.kind === 'person').length <= 1;
  return isSigned ? { leads: [sender], more: [], pageKind: 'person', failures } : reading;
}
