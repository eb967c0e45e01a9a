import type { LeadCandidate } from '@milepost/capture/lead';
import { readMailFile } from '@milepost/capture/mail/mail-file';
import type { ClippedLead, LeadReadingView } from '@milepost/contract/leads';
import { readFileLeads } from './clip-file.ts';

const longestTitle = 200;

/** A clip takes so much of each and no more. */
const most = { values: 20, provenance: 300 } as const;

const asClipped = ({ provenance, ...lead }: LeadCandidate): ClippedLead => ({
  ...lead,
  name: lead.name?.slice(0, longestTitle) ?? null,
  title: lead.title?.slice(0, longestTitle) ?? null,
  company: lead.company?.slice(0, longestTitle) ?? null,
  emails: lead.emails.slice(0, most.values),
  phones: lead.phones.slice(0, most.values),
  addresses: lead.addresses.slice(0, most.values),
  websites: lead.websites.slice(0, most.values),
  profiles: lead.profiles.slice(0, most.values),
  provenance: provenance.slice(0, most.provenance),
});

/** What kind of thing it is: by the name of its file; a card that was pasted tells itself. */
function kindOf(name: string, bytes: Uint8Array): LeadReadingView['kind'] {
  if (/\.eml$/i.test(name)) return 'mail';
  if (/\.vcf$/i.test(name)) return 'card';
  const head = new TextDecoder().decode(bytes.subarray(0, 2000)).trimStart();
  if (/^begin:vcard/i.test(head)) return 'card';
  if (/^(return-path|received|message-id|delivered-to|mime-version):/i.test(head)) return 'mail';
  return /\.x?html?$/i.test(name) || /^<(!doctype|html)/i.test(head) ? 'page' : 'text';
}

const endings = { mail: '.eml', card: '.vcf', page: '.html', text: '.txt' } as const;

/**
 * Reads the leads of what somebody pasted or dropped.
 * @param country the organisation's, for phone numbers written without one
 */
export async function readPasted(
  bytes: Uint8Array,
  { name = '', country }: { name?: string | undefined; country: string | null },
): Promise<LeadReadingView> {
  const kind = kindOf(name, bytes);
  const { leads, more } = await readFileLeads(`pasted${endings[kind]}`, bytes, country === null ? {} : { country });
  const subject = kind === 'mail' ? (await readMailFile(bytes)).subject : '';
  return {
    kind,
    title: (subject || name).slice(0, longestTitle),
    leads: leads.map(asClipped),
    more: more.map(asClipped),
  };
}
