import type { PageEvidence } from './evidence.ts';
import type { LeadCandidate, LeadReading, SourceFailure } from './lead.ts';
import { partyLead } from './mail/party-lead.ts';
import { headerBlockAt, markerAt, senderIn } from './mail/quote-markers.ts';
import { partOf, readSender } from './mail/read-signature.ts';
import { isForwarding, ownLineCount } from './mail/split-reply.ts';
import {
  distinctParties,
  emptyMail,
  isSameParty,
  type MailMessage,
  type MailParty,
  mailParty,
} from './mail-message.ts';
import { type PageText, pageText } from './page-text.ts';
import type { ReadOptions } from './read-leads.ts';
import { textEvidence } from './text-evidence.ts';
import { isQuoteElement, onlyBelow } from './webmail/webmail-page.ts';

/**
 * Reads a mail: its sender first, with what the newest message's signature says. Of a forwarded mail the inner sender comes
 * before the one who passed it on. Who is only quoted, or wrote elsewhere in the thread, stands in `more`. `body` is the evidence
 * of the HTML part or of the text; quotes in it are left out.
 */
export function readMailLeads(mail: MailMessage, body: PageEvidence, options: ReadOptions = {}): LeadReading {
  const page = pageText(body);
  const pruned = pageText(onlyBelow(page, rootOf(page), isQuoteElement));
  const texts = pruned.lines.map((line) => line.text);
  const count = ownLineCount(texts);
  const outer = readSender(partOf(pruned, 0, count), replyParty(mail), options);
  const failures: SourceFailure[] = [...outer.failures];
  const inner = innerLeads(mail, partOf(pruned, count, pruned.lines.length), options, failures);
  const passed = outer.sender === null ? [] : [outer.sender];
  const leads = [...inner, ...(inner.length > 0 && (count === 0 || isMute(outer.sender)) ? [] : passed)];
  const offered = leads.filter((lead) => !mail.isBulk || inner.includes(lead));
  const more = [
    ...(offered.length === leads.length ? [] : leads.filter((lead) => !offered.includes(lead))),
    ...distinctParties([...mail.thread, ...quotedParties(texts.slice(count))])
      .filter(
        (party) =>
          ![...leads.flatMap((lead) => lead.emails)].some((email) =>
            isSameParty({ name: '', email: email.value }, party),
          ),
      )
      .map((party) => partyLead(party, 'mail-header', 'thread')),
  ];
  const pageKind =
    offered.length === 0 ? 'none' : offered.length > 1 ? 'list' : offered[0]?.kind === 'company' ? 'company' : 'person';
  return { leads: offered, more, pageKind, failures };
}

const rootOf = (page: PageText) => {
  const root = page.places[0];
  if (root === undefined) throw new Error('A page without a root was laid out.');
  return root;
};

/** Nothing but an address is known of them. */
const isMute = (lead: LeadCandidate | null): boolean =>
  lead === null || (lead.name === null && lead.phones.length === 0);

/** A person's answers may go to another address than they write from; a machine's may not. */
function replyParty({ from, replyTo }: MailMessage): MailParty | null {
  const [asked] = replyTo;
  if (from === null) return asked ?? null;
  if (asked === undefined || isSameParty(asked, from)) return from;
  return /^(?:no-?reply|do-?not-?reply)/i.test(from.email)
    ? { name: asked.name || from.name, email: asked.email }
    : from;
}

/** Senders of the mails inside: attached ones, then the one that the text passes on. */
function innerLeads(
  mail: MailMessage,
  below: PageText,
  options: ReadOptions,
  failures: SourceFailure[],
): LeadCandidate[] {
  const leads: LeadCandidate[] = [];
  for (const inner of mail.forwarded) {
    const reading = readMailLeads(inner, textEvidence(inner.text), options);
    failures.push(...reading.failures);
    leads.push(...reading.leads);
  }
  const texts = below.lines.map((line) => line.text);
  if (leads.length > 0 || !isForwarding(texts)) return leads;
  const headers = texts.findIndex((_text, index) => headerBlockAt(texts, index) > 0);
  if (headers < 0) return leads;
  const taken = headerBlockAt(texts, headers);
  const from = mailParty(
    texts
      .slice(headers, headers + taken)
      .map((text) => senderIn(text))
      .find((text) => text !== undefined) ?? '',
  );
  if (from === undefined) return leads;
  const rest = partOf(below, headers + taken, below.lines.length);
  const inner = readSender(partOf(rest, 0, ownLineCount(rest.lines.map((line) => line.text))), from, options);
  failures.push(...inner.failures);
  return inner.sender === null ? leads : [inner.sender];
}

/** People whom the headers of quoted mails name as senders. */
function quotedParties(lines: readonly string[]): MailParty[] {
  return lines.flatMap((line, index) => {
    const said =
      senderIn(line) ?? (markerAt(lines, index) === undefined ? undefined : line.replace(/^.*\d[,\s]+(?=\p{L})/u, ''));
    return said === undefined ? [] : (mailParty(said) ?? []);
  });
}

/** A text as a mail of which only the body is known: pasted, or saved as `.txt`. */
export const readTextMail = (text: string, options: ReadOptions = {}): LeadReading =>
  readMailLeads({ ...emptyMail(), text }, textEvidence(text), options);
