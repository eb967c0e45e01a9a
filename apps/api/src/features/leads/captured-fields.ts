import type { ClippedLead } from '@milepost/contract/leads';
import { domainKey } from '@milepost/core/identity/domain-key';
import type { Identity } from '@milepost/core/identity/likeness';

/** The first choice of each field of a capture, as a record keeps it. */
export type CapturedFields = {
  name: string;
  title: string | null;
  company: string | null;
  email: string | null;
  phone: string | null;
  website: string | null;
  address: string | null;
};

const phoneText = ({ e164, value, extension }: ClippedLead['phones'][number]): string =>
  `${e164 ?? value}${extension ? ` ext. ${extension}` : ''}`;

/** A fax is the last choice for a number to call. */
const bestPhone = (phones: ClippedLead['phones']) =>
  phones.find((phone) => phone.kind !== 'fax' && phone.e164) ??
  phones.find((phone) => phone.kind !== 'fax') ??
  phones[0];

/** A capture may lack a name: then what identifies it best stands for it. */
export function capturedFields(lead: ClippedLead, pageTitle: string): CapturedFields {
  const phone = bestPhone(lead.phones);
  const email = lead.emails[0]?.value ?? null;
  const company = lead.kind === 'company' ? (lead.name ?? lead.company) : lead.company;
  return {
    name: (
      (lead.kind === 'company' ? company : lead.name) ??
      email ??
      (phone ? phoneText(phone) : null) ??
      lead.company ??
      (pageTitle.trim() || '–')
    ).slice(0, 200),
    title: lead.title,
    company,
    email,
    phone: phone ? phoneText(phone).slice(0, 200) : null,
    website: lead.websites[0]?.slice(0, 500) ?? null,
    address: lead.addresses[0]?.raw ?? null,
  };
}

type Captured = Pick<ClippedLead, 'kind' | 'name' | 'company' | 'websites' | 'profiles'> & {
  emails: readonly string[];
  phones: readonly string[];
};

/** By what a capture is compared with records. */
export const identityOfCapture = ({ kind, name, company, emails, phones, websites, profiles }: Captured): Identity => ({
  kind,
  name: kind === 'company' ? (name ?? company) : name,
  company: kind === 'company' ? null : company,
  emails,
  phones: phones.map((phone) => phone.replace(/[^\d+]/g, '')).filter(Boolean),
  profiles,
  domains: websites.map(domainKey).filter((key) => key !== null),
});

/** Phones of a clipped lead that are keys: those whose country is known. */
export const phoneKeys = (lead: ClippedLead): string[] =>
  lead.phones.map((phone) => phone.e164).filter((e164) => e164 !== null);
