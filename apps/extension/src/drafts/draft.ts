import type { LeadCandidate } from '@milepost/capture/lead';
import type { ClippedLead } from '../outbox/clip.ts';
import type { ClipId } from '../outbox/clip-id.ts';

/**
 * A lead of a page before it is saved. It belongs to the address and the lead, not to a tab: two tabs on one page share it, and
 * with it the clip id, so that saving in both is one record. `lead` is null while nothing was typed.
 */
export type DraftRecord = {
  /** Address and lead key, see {@link draftIdOf}. */
  id: string;
  url: string;
  leadKey: string;
  clipId: ClipId;
  pageTitle: string;
  lead: ClippedLead | null;
  touchedAtMs: number;
};

/** The key of a draft: the page's address and the lead's key on it. */
export function draftIdOf(url: string, leadKey: string): string {
  return `${url}\n${leadKey}`;
}

const fold = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();

function ownKeyOf(lead: LeadCandidate): string {
  const known =
    lead.emails[0]?.value ?? lead.profiles[0] ?? lead.name ?? lead.phones[0]?.value ?? lead.company ?? lead.websites[0];
  return `${lead.kind} ${fold(known ?? '')}`;
}

/**
 * Keys that find the same lead again when the page is read a second time: kind and its most telling value, with a counter where
 * two leads of a page would share one.
 */
export function leadKeysOf(leads: readonly LeadCandidate[]): string[] {
  const seen = new Map<string, number>();
  return leads.map((lead) => {
    const own = ownKeyOf(lead);
    const before = seen.get(own) ?? 0;
    seen.set(own, before + 1);
    return before === 0 ? own : `${own} #${before + 1}`;
  });
}
