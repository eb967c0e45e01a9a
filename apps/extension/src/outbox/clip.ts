import type { LeadCandidate, Provenance } from '@milepost/capture/lead';
import type { ClipId } from './clip-id.ts';

/** The page a clip was taken from; `takenAt` is an ISO-Z instant. */
export type ClippedPage = { url: string; title: string; takenAt: string };

/** Where a value came from; `typed` is what the person wrote over what the page said. */
export type ClippedProvenance = Omit<Provenance, 'source'> & { source: Provenance['source'] | 'typed' };

/** A lead as the person left it before Save. */
export type ClippedLead = Omit<LeadCandidate, 'provenance'> & { provenance: ClippedProvenance[] };

/** What crosses the wire: one lead, the page it stood on and the id that makes a second delivery harmless. */
export type Clip = { clipId: ClipId; page: ClippedPage; lead: ClippedLead };

/** What a clip is called in the queue. */
export function clipLabel({ lead, page }: Clip): string {
  return lead.name ?? lead.company ?? lead.emails[0]?.value ?? lead.phones[0]?.value ?? page.title;
}
