import type { LeadCandidate, Provenance } from '@milepost/capture/lead';
import type { NewClip } from '@milepost/contract/leads';
import type { ClipId } from './clip-id.ts';

/** The page a clip was taken from; `takenAt` is an ISO-Z instant. */
export type ClippedPage = NewClip['page'];

/** Where a value came from; `typed` is what the person wrote over what the page said. */
export type ClippedProvenance = Omit<Provenance, 'source'> & { source: Provenance['source'] | 'typed' };

/** A lead as the person left it before Save. */
export type ClippedLead = Omit<LeadCandidate, 'provenance'> & { provenance: ClippedProvenance[] };

/**
 * What crosses the wire: one lead, the page it stood on and the id that makes a second delivery harmless; where its person said so the
 * record it joins, the fields it replaces there, the mail that is logged with it.
 */
export type Clip = Omit<NewClip, 'lead'> & { clipId: ClipId; lead: ClippedLead };

/** What a person decided of a lead beside its values. */
export type ClipChoice = Pick<NewClip, 'into' | 'replace' | 'mail'>;

/** What a clip is called in the queue. */
export function clipLabel({ lead, page }: Clip): string {
  return lead.name ?? lead.company ?? lead.emails[0]?.value ?? lead.phones[0]?.value ?? page.title;
}

const cut = (text: string, most: number): string => (text.length <= most ? text : text.slice(0, most));
const cutOrNull = (text: string | null, most: number): string | null => (text === null ? null : cut(text.trim(), most));
const fits = (text: string, most: number): boolean => text.length <= most;
const MOST_VALUES = 20;
const MOST_ORIGINS = 300;

/**
 * A lead within the bounds the contract sets: texts of a strange page are cut to their longest allowed length, values that would
 * be false when cut (addresses of mail and web, numbers) are left out, lists end at 20 values.
 */
export function withinBounds(lead: ClippedLead): ClippedLead {
  return {
    kind: lead.kind,
    name: cutOrNull(lead.name, 200),
    title: cutOrNull(lead.title, 200),
    company: cutOrNull(lead.company, 200),
    emails: lead.emails.filter(({ value }) => fits(value, 500)).slice(0, MOST_VALUES),
    phones: lead.phones
      .filter(({ value, extension = '' }) => fits(value, 500) && fits(extension, 20))
      .slice(0, MOST_VALUES),
    addresses: lead.addresses.slice(0, MOST_VALUES).map(({ raw, street, city, region, postcode, country }) => ({
      raw: cut(raw, 1000),
      street: cutOrNull(street, 500),
      city: cutOrNull(city, 500),
      region: cutOrNull(region, 500),
      postcode: cutOrNull(postcode, 500),
      country: cutOrNull(country, 500),
    })),
    websites: lead.websites.filter((website) => fits(website, 4000)).slice(0, MOST_VALUES),
    profiles: lead.profiles.filter((profile) => fits(profile, 4000)).slice(0, MOST_VALUES),
    provenance: lead.provenance.slice(0, MOST_ORIGINS).map((origin) => ({
      ...origin,
      value: cut(origin.value, 2000),
      raw: cut(origin.raw, 2000),
      path: cut(origin.path, 1000),
    })),
  };
}

/** Makes the clip of a lead, within the contract's bounds. */
export function makeClip(clipId: ClipId, page: ClippedPage, lead: ClippedLead, choice: ClipChoice = {}): Clip {
  return { clipId, page: pageWithinBounds(page), lead: withinBounds(lead), ...choice };
}

/** A page within the bounds the contract sets. */
export function pageWithinBounds({ url, title, takenAt }: ClippedPage): ClippedPage {
  return { url: cut(url, 4000), title: cut(title, 1000), takenAt };
}
