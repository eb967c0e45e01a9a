import type { PageEvidence } from './evidence.ts';
import type { LeadReading } from './lead.ts';

export type ReadOptions = {
  /** The user's country, ISO 3166-1 alpha-2: the last resort for a phone written without one. */
  country?: string;
  /** Domains of the user's own house (`acme.example`): their addresses are colleagues, not leads. */
  ownDomains?: readonly string[];
};

/** Reads a page, a mail's body or a card and offers the people and companies on it. Never throws for what a page contains. */
export function readLeads(_evidence: PageEvidence, _options: ReadOptions = {}): LeadReading {
  return { leads: [], more: [], pageKind: 'none', failures: [] };
}
