import type { ClipOutcome as SaidOutcome } from '@milepost/contract/leads';
import type { Clip } from './clip.ts';
import type { ClipId } from './clip-id.ts';

/** What the server did with a clip: a new lead, joined to one it had, or known to a colleague out of sight. */
export type ClipOutcome = SaidOutcome['outcome'];

/** The record a clip became or joined; null where it is out of sight. */
export type ClipRecord = SaidOutcome['record'];

/** Why an item cannot go on by itself. `fix` is the server's own advice, null when it gave none. */
export type NeedsYouReason =
  | { code: 'sign-in' }
  | { code: 'other-account' }
  | { code: 'refused'; status: number; failure: string; detail: string; fix: string | null; fields: string[] };

/** While a lease stands only its holder sends the item. */
export type Lease = { holder: string; untilMs: number };

type Waiting = {
  clipId: ClipId;
  clip: Clip;
  label: string;
  /** The account it was saved under; null when nobody was signed in: then it goes to whoever signs in first. */
  account: string | null;
  queuedAtMs: number;
  attemptCount: number;
};

/** `notBeforeMs` is what the server asked for by Retry-After: it holds even for a person who cannot wait. */
export type QueuedItem = Waiting & { state: 'queued'; nextTryAtMs: number; notBeforeMs: number; lease: Lease | null };
export type NeedsYouItem = Waiting & { state: 'needs-you'; reason: NeedsYouReason };
/** Of what was delivered only the receipt is kept: the personal data is in the CRM, not on this machine. */
export type SentItem = {
  state: 'sent';
  clipId: ClipId;
  label: string;
  sentAtMs: number;
  outcome: ClipOutcome;
  record: ClipRecord;
};

/** One clip in the queue. Times are epoch milliseconds. */
export type OutboxItem = QueuedItem | NeedsYouItem | SentItem;

/**
 * How one attempt ended. `unreachable`: nothing is known, try again, not before `waitMs` (Retry-After) has passed; `of` tells
 * whether only this item is in trouble or nothing can be sent now.
 */
export type Delivery =
  | { result: 'accepted'; outcome: ClipOutcome; record: ClipRecord }
  | { result: 'refused'; reason: NeedsYouReason }
  | { result: 'unreachable'; of: 'item' | 'server'; waitMs: number };

/** How many items stand where. */
export type OutboxCount = { queued: number; needsYou: number };

/** Counts what is not yet delivered. */
export function countOutbox(items: readonly OutboxItem[]): OutboxCount {
  return {
    queued: items.filter((item) => item.state === 'queued').length,
    needsYou: items.filter((item) => item.state === 'needs-you').length,
  };
}
