import type { PageEvidence } from './evidence.ts';
import type { LeadCandidate, LeadReading } from './lead.ts';
import type { MailMessage } from './mail-message.ts';
import { type ReadOptions, readLeads } from './read-leads.ts';

/**
 * Reads a mail: its body as a page, and its sender first. Values that stand in the body are the sender's when the sender is
 * the only person there. `body` is the evidence of the HTML part or of the text.
 */
export function readMailLeads(mail: MailMessage, body: PageEvidence, options: ReadOptions = {}): LeadReading {
  const reading = readLeads(body, options);
  const { from } = mail;
  if (from === null) return reading;
  const known = reading.leads.find((lead) => lead.kind === 'person' && isSender(lead, from));
  const sender = known ?? senderLead(from);
  sender.name ??= from.name === '' ? null : from.name;
  if (!sender.emails.some((email) => email.value.toLowerCase() === from.email.toLowerCase())) {
    sender.emails.unshift({ value: from.email });
    sender.provenance.push({
      field: 'email',
      value: from.email,
      raw: from.email,
      source: 'mail-header',
      path: 'from',
      confidence: 0.99,
    });
  }
  const others = reading.leads.filter((lead) => lead !== known);
  const nameless = others.find((lead) => lead.kind === 'company' && (lead.name === null || isHostName(lead)));
  // What a mail says of no named company, its signature says of its sender.
  if (nameless !== undefined && others.length === 1) {
    takeOver(sender, nameless);
    return { ...reading, leads: [sender], pageKind: 'person' };
  }
  return { ...reading, leads: [sender, ...others], pageKind: others.length > 1 ? reading.pageKind : 'person' };
}

const isHostName = (lead: LeadCandidate): boolean =>
  lead.provenance.some((entry) => entry.field === 'name' && entry.source === 'host');

/** Addresses of mail other than the sender's own are only mentioned; everything else is taken. */
function takeOver(sender: LeadCandidate, from: LeadCandidate): void {
  sender.phones.push(...from.phones);
  sender.addresses.push(...from.addresses);
  sender.websites.push(...from.websites);
  sender.profiles.push(...from.profiles);
  sender.provenance.push(...from.provenance.filter((entry) => entry.field !== 'name' && entry.field !== 'email'));
}

function isSender(lead: LeadCandidate, from: { name: string; email: string }): boolean {
  const email = from.email.toLowerCase();
  if (lead.emails.some((found) => found.value.toLowerCase() === email)) return true;
  return from.name !== '' && lead.name?.toLowerCase() === from.name.toLowerCase();
}

function senderLead(from: { name: string; email: string }): LeadCandidate {
  const lead: LeadCandidate = {
    kind: 'person',
    name: null,
    title: null,
    company: null,
    emails: [],
    phones: [],
    addresses: [],
    websites: [],
    profiles: [],
    provenance: [],
  };
  if (from.name !== '') {
    lead.name = from.name;
    lead.provenance.push({
      field: 'name',
      value: from.name,
      raw: from.name,
      source: 'mail-header',
      path: 'from',
      confidence: 0.95,
    });
  }
  return lead;
}
