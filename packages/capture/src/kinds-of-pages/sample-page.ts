import type { LeadCandidate } from '../lead.ts';

/** What is right about a lead; a part that is left out is not asked. */
export type RightLead = {
  kind?: 'person' | 'company';
  name?: string;
  title?: string;
  company?: string;
  emails?: string[];
  /** E.164, then the extension and the kind where they are other than none and `tel`: `+49301234 ext 12 fax`. */
  phones?: string[];
  /** Street, postcode and city. */
  address?: [string | null, string | null, string | null];
  profiles?: string[];
};

/** A whole page of one kind, made up for the tests, and what is right about it: its leads, all of them, in any order. */
export type SamplePage = {
  about: string;
  url: string;
  title: string;
  lang?: string;
  head?: string;
  body: string;
  leads: RightLead[];
};

const phoneOf = ({ value, e164, extension, kind }: LeadCandidate['phones'][number]): string =>
  [e164 ?? `?${value}`, extension === undefined ? '' : `ext ${extension}`, kind === 'tel' ? '' : kind]
    .filter((part) => part !== '')
    .join(' ');

/** A lead as far as `right` speaks of it. */
export function asTold(lead: LeadCandidate, right: RightLead): Partial<Record<keyof RightLead, unknown>> {
  const first = lead.addresses[0];
  const told: Required<RightLead> = {
    kind: lead.kind,
    name: lead.name ?? '',
    title: lead.title ?? '',
    company: lead.company ?? '',
    emails: lead.emails.map(({ value }) => value).sort(),
    phones: lead.phones.map(phoneOf).sort(),
    address: [first?.street ?? null, first?.postcode ?? null, first?.city ?? null],
    profiles: [...lead.profiles].sort(),
  };
  return Object.fromEntries(Object.keys(right).map((key) => [key, told[key as keyof RightLead]]));
}
