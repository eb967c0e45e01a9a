import type { LeadAddress, LeadEmail, LeadKind, LeadPhone, LeadSource } from './lead.ts';
import type { Line, Place } from './page-text.ts';

/**
 * A thing that structured data speaks of; `id` keeps its values together, `parent` is the thing it was nested in. What is only
 * mentioned (an article's author) is aside.
 */
export type Entity = {
  id: string;
  kind: LeadKind;
  parent: Entity | null;
  relation: string;
  isAside: boolean;
  /** Lines of the page that speak of it, for people found in text: from the first that names them to the last. */
  lines?: { from: number; to: number };
  /** Nothing but the nearness of contact data spoke for it: without any of its own it is only mentioned. */
  isBare?: true;
  /** A label says that they stand for the firm ("Geschäftsführer:", 代表者): what follows beside them is the firm's, not theirs. */
  standsForFirm?: true;
  /** A sentence told of them: whatever it calls them, without contact data they are only mentioned. */
  isProse?: true;
};

type Found = {
  /** The piece of the page as it stands there. */
  raw: string;
  source: LeadSource;
  /** A CSS path from `body`, or a path into a data script. */
  path: string;
  offset?: number;
  /** A ratio. */
  confidence: number;
  decoded?: true;
  /** Where on the page, for values of the visible page. */
  place?: Place;
  line?: Line;
  /** Whose value it is, for values of structured data. */
  entity?: Entity;
};

/** One value a source found, with the place it was taken from. */
export type Candidate = Found &
  (
    | { field: 'email'; value: string; email: LeadEmail }
    /** `isKindSaid`: a label names the kind; without one it follows from the number, or is a mere telephone. */
    | { field: 'phone'; value: string; phone: LeadPhone; isKindSaid?: true }
    | { field: 'address'; value: string; address: LeadAddress }
    | { field: 'name' | 'title' | 'company' | 'website' | 'profile'; value: string }
  );

export type CandidateOf<F extends Candidate['field']> = Extract<Candidate, { field: F }>;
