import { isRoleMail } from '../email/email-address.ts';
import type { LeadCandidate, LeadSource } from '../lead.ts';
import type { MailParty } from '../mail-message.ts';
import { personName } from '../people/person-name.ts';
import { namesOrganisation } from '../vocabulary/legal-forms.ts';

/** A name that a role's address bears and that reads like no person's is a firm's: "Team Acme <help@acme.example>". */
const isFirm = ({ name, email }: MailParty): boolean =>
  namesOrganisation(name) ||
  /\bteam\b|\bsupport\b/i.test(name) ||
  (isRoleMail(email) && name !== '' && personName(name) === undefined);

/** The lead that a party of a mail is by itself: name and address, with the header they stood in. */
export function partyLead(party: MailParty, source: LeadSource, path: string): LeadCandidate {
  const { name, email } = party;
  const lead: LeadCandidate = {
    kind: isFirm(party) ? 'company' : 'person',
    name: name === '' ? null : name,
    title: null,
    company: null,
    emails: [{ value: email }],
    phones: [],
    addresses: [],
    websites: [],
    profiles: [],
    provenance: [],
  };
  if (name !== '') lead.provenance.push({ field: 'name', value: name, raw: name, source, path, confidence: 0.95 });
  lead.provenance.push({ field: 'email', value: email, raw: email, source, path, confidence: 0.99 });
  return lead;
}
