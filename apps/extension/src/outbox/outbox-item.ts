import type { ClipOutcome as SaidOutcome } from '@milepost/contract/leads';
import type { NoteClip, NoteTarget } from '../notes/note.ts';
import type { Clip } from './clip.ts';
import type { ClipId } from './clip-id.ts';

/** What is delivered: a lead, or a note about a record. */
export type Parcel = Clip | NoteClip;

/** What the server did with a clip: a new lead, joined to one it had, known to a colleague out of sight; or a note that was written down. */
export type ClipOutcome = SaidOutcome['outcome'] | 'noted';

/** The record a clip became or joined, or that a note is about; null where it is out of sight. */
export type ClipRecord = SaidOutcome['record'] | NoteTarget;

/** What became of the mail that went with a clip. */
export type MailOutcome = SaidOutcome['mail'];

/** How a delivery is taken back: the set of changes it made, or the note itself. */
export type UndoWay = { setId: string } | { activityId: string; version: number };

/** Why an item cannot go on by itself. `fix` is the server's own advice, null when it gave none. */
export type NeedsYouReason =
  | { code: 'sign-in' }
  | { code: 'other-account' }
  | { code: 'refused'; status: number; failure: string; detail: string; fix: string | null; fields: string[] };

/** While a lease stands only its holder sends the item. */
export type Lease = { holder: string; untilMs: number };

type Waiting = {
  clipId: ClipId;
  clip: Parcel;
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
  mail: MailOutcome;
  /** Null where nothing was changed, or nobody knows any more what. */
  undo: UndoWay | null;
};

/** One clip in the queue. Times are epoch milliseconds. */
export type OutboxItem = QueuedItem | NeedsYouItem | SentItem;

/** What the server said of what it took. */
export type Acceptance = Pick<SentItem, 'outcome' | 'record' | 'mail' | 'undo'>;

/**
 * How one attempt ended. `unreachable`: nothing is known, try again, not before `waitMs` (Retry-After) has passed; `of` tells
 * whether only this item is in trouble or nothing can be sent now.
 */
export type Delivery =
  | ({ result: 'accepted' } & Acceptance)
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
