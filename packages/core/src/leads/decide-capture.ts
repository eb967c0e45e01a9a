import type { Identity, LikenessReason } from '../identity/likeness.ts';
import { likeness } from '../identity/likeness.ts';

/** A record that may be the same as what was captured. */
export type Lookalike = {
  readonly kind: 'lead' | 'contact' | 'account';
  readonly id: string;
  readonly identity: Identity;
  /** Does the person who captures see this record? */
  readonly isInSight: boolean;
};

/**
 * What becomes of a capture. `new`: nothing like it, or only likely ones, which a person decides about. `merged`: it is this
 * record, whose gaps it fills. `known`: it is a record out of sight, of which nothing may be told.
 */
export type CaptureDecision =
  | { readonly outcome: 'new'; readonly likely: readonly Lookalike[]; readonly reasons: readonly LikenessReason[] }
  | { readonly outcome: 'merged'; readonly record: Lookalike; readonly reasons: readonly LikenessReason[] }
  | { readonly outcome: 'known' };

/** Of several that are the same, the furthest along is the record: the customer before the lead. */
const precedence = { account: 0, contact: 1, lead: 2 } as const;

const byPrecedence = (a: Lookalike, b: Lookalike): number =>
  Number(b.isInSight) - Number(a.isInSight) || precedence[a.kind] - precedence[b.kind] || (a.id < b.id ? -1 : 1);

/**
 * New, merged or known? Only `exact` merges by itself; what is merely likely is shown and never merged unasked. A record in
 * sight goes before one out of sight; a likely record out of sight is as if it were not there.
 */
export function decideCapture(captured: Identity, lookalikes: readonly Lookalike[]): CaptureDecision {
  const judged = lookalikes
    .map((record) => ({ record, ...likeness(captured, record.identity) }))
    .sort((a, b) => byPrecedence(a.record, b.record));
  const exact = judged.find((one) => one.likeness === 'exact');
  if (exact)
    return exact.record.isInSight
      ? { outcome: 'merged', record: exact.record, reasons: exact.reasons }
      : { outcome: 'known' };
  const likely = judged.filter((one) => one.likeness === 'likely' && one.record.isInSight);
  return { outcome: 'new', likely: likely.map((one) => one.record), reasons: likely[0]?.reasons ?? [] };
}

/** A field of a record beside what was captured for it. */
export type FieldDifference = { readonly field: string; readonly mine: string | null; readonly theirs: string | null };

/** The captured values that the record lacks or has otherwise; what is equal, or not captured, is left out. */
export function differencesOf(
  mine: Readonly<Record<string, string | null>>,
  theirs: Readonly<Record<string, string | null>>,
): FieldDifference[] {
  return Object.entries(mine)
    .filter(([field, value]) => value !== null && value !== (theirs[field] ?? null))
    .map(([field, value]) => ({ field, mine: value, theirs: theirs[field] ?? null }));
}
