import type { PageEvidence } from './evidence.ts';
import type { LeadCandidate, LeadReading } from './lead.ts';
import { partyLead } from './mail/party-lead.ts';
import type { MailMessage, MailParty } from './mail-message.ts';
import { type ReadOptions, readLeads } from './read-leads.ts';
import { readMailLeads } from './read-mail-leads.ts';
import { readWebmail } from './webmail/read-webmail.ts';

/** What a page offers; `mail` is there when the page is a webmail's and shows one message. */
export type PageReading = LeadReading & { mail?: MailMessage };

/** A sender that nobody answers. */
const NO_REPLY = /^(?:no-?_?reply|do-?not-?reply|notifications?|mailer-daemon|bounces?)(?:[+.@_-]|\d)/i;

/** Reads whatever page a browser shows: a webmail's message by its sender and signature, its folder by its senders, any other page. */
export function readPageLeads(evidence: PageEvidence, options: ReadOptions = {}): PageReading {
  const webmail = readWebmail(evidence);
  if (webmail === undefined) return readLeads(evidence, options);
  if (webmail.kind === 'message') return { ...readMailLeads(webmail.mail, webmail.body, options), mail: webmail.mail };
  const isAsked = (party: MailParty): boolean => !NO_REPLY.test(party.email);
  const leads = byName(webmail.senders.filter(isAsked));
  const more = byName(webmail.senders.filter((party) => !isAsked(party)));
  return { leads, more, pageKind: leads.length === 0 ? 'none' : 'list', failures: [] };
}

/** Addresses under one name are one sender's. */
function byName(parties: readonly MailParty[]): LeadCandidate[] {
  const leads = new Map<string, LeadCandidate>();
  for (const party of parties) {
    const lead = partyLead(party, 'webmail', 'row');
    const key = party.name === '' ? party.email.toLowerCase() : party.name.toLowerCase();
    const known = leads.get(key);
    if (known === undefined) leads.set(key, lead);
    else {
      known.emails.push(...lead.emails);
      known.provenance.push(...lead.provenance.filter((entry) => entry.field === 'email'));
    }
  }
  return [...leads.values()];
}
