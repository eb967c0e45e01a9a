import type { PageEvidence } from '@milepost/capture/evidence';
import type { LeadCandidate, LeadReading } from '@milepost/capture/lead';
import type { MailMessage, MailParty } from '@milepost/capture/mail-message';
import { type ReadOptions, readLeads } from '@milepost/capture/read-leads';
import { readMailLeads } from '@milepost/capture/read-mail-leads';
import { readWebmail } from '@milepost/capture/webmail/read-webmail';

/** What a page or a file says: its leads, and the mail that it is, where it is one. */
export type Understood = { reading: LeadReading; mail: MailMessage | null };

const nobody: LeadCandidate = {
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

/** Somebody of whom a mail tells no more than name and address. */
function correspondent({ name, email }: MailParty): LeadCandidate {
  const origin = { source: 'webmail', path: '', confidence: 0.95 } as const;
  return {
    ...nobody,
    name: name === '' ? null : name,
    emails: [{ value: email }],
    provenance: [
      { field: 'email', value: email, raw: email, ...origin },
      ...(name === '' ? [] : [{ field: 'name' as const, value: name, raw: name, ...origin }]),
    ],
  };
}

/** Others who wrote in the thread are offered but not chosen. */
function withThread(reading: LeadReading, thread: readonly MailParty[]): LeadReading {
  const known = new Set(
    [...reading.leads, ...reading.more].flatMap(({ emails }) => emails.map(({ value }) => value.toLowerCase())),
  );
  const others = thread.filter(({ email }) => !known.has(email.toLowerCase())).map(correspondent);
  return { ...reading, more: [...reading.more, ...others] };
}

/** Reads a page as what it is: a mail, the folder of a mailbox, or any other page. */
export function readEvidence(evidence: PageEvidence, options: ReadOptions): Understood {
  const webmail = readWebmail(evidence);
  if (webmail === undefined) return { reading: readLeads(evidence, options), mail: null };
  const isOwn = ({ email }: MailParty): boolean => webmail.own.includes(email.toLowerCase());
  if (webmail.kind === 'list') {
    const leads = webmail.senders.filter((sender) => !isOwn(sender)).map(correspondent);
    return { reading: { leads, more: [], pageKind: leads.length > 1 ? 'list' : 'person', failures: [] }, mail: null };
  }
  const { mail, body } = webmail;
  const reading = readMailLeads(mail, body, options);
  return {
    reading: withThread(
      reading,
      mail.thread.filter((one) => !isOwn(one)),
    ),
    mail,
  };
}
