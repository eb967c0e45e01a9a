import type { SkipReason } from './file-mail.ts';

/** What is known of a mail of a folder. `known`: another copy of it had been logged already. */
export type MailStanding = {
  readonly uid: number;
  readonly state: 'stored' | 'known' | 'skipped';
  readonly reason: SkipReason | null;
  readonly attempts: number;
  /** Somebody said that it is to be left out. */
  readonly isLeftOut: boolean;
};

/** Reasons that may be gone by themselves the next time. */
const passing: readonly (SkipReason | null)[] = ['not-fetched', 'not-stored'];
/** So often a mail is fetched again unasked. */
export const mostAttempts = 10;

/**
 * Which mails of a folder are fetched now: those that nobody has seen yet, and of those that were skipped the ones whose reason may
 * have gone; all of these when a person asks. What is stored, known, or left out is never fetched again.
 */
export function uidsToFetch(
  offered: readonly number[],
  standing: readonly MailStanding[],
  { isAsked }: { readonly isAsked: boolean },
): number[] {
  const done = new Set(
    standing
      .filter(
        ({ state, reason, attempts, isLeftOut }) =>
          isLeftOut || state !== 'skipped' || (!isAsked && (!passing.includes(reason) || attempts >= mostAttempts)),
      )
      .map(({ uid }) => uid),
  );
  return [...new Set(offered)].filter((uid) => !done.has(uid)).sort((a, b) => a - b);
}

/** How many mails of a folder there are, and what became of them: `seen` is always the sum of the others. */
export type MailCounts = {
  readonly seen: number;
  readonly stored: number;
  readonly known: number;
  readonly skipped: number;
  /** Skipped, and left out because somebody said so: nothing is missing there. */
  readonly leftOut: number;
  /** In the folder, and not fetched yet. */
  readonly waiting: number;
};

/** @param waiting mails of the folder that nobody has fetched yet */
export function countsOf(standing: readonly Pick<MailStanding, 'state' | 'isLeftOut'>[], waiting: number): MailCounts {
  const count = (isOne: (one: (typeof standing)[number]) => boolean): number => standing.filter(isOne).length;
  return {
    seen: standing.length + waiting,
    stored: count(({ state }) => state === 'stored'),
    known: count(({ state }) => state === 'known'),
    skipped: count(({ state, isLeftOut }) => state === 'skipped' && !isLeftOut),
    leftOut: count(({ state, isLeftOut }) => state === 'skipped' && isLeftOut),
    waiting,
  };
}

export const mailboxStates = ['off', 'new', 'unreachable', 'degraded', 'well'] as const;
export type MailboxState = (typeof mailboxStates)[number];

/**
 * How a mailbox is, in a word that hides nothing: `unreachable` when the last try ended in an error, `degraded` while one mail is
 * missing, `well` only when everything there is is logged, known or left out.
 */
export function mailboxStateOf(mailbox: {
  readonly isEnabled: boolean;
  readonly syncedAt: string | null;
  readonly error: string | null;
  readonly counts: Pick<MailCounts, 'skipped' | 'waiting'>;
}): MailboxState {
  if (!mailbox.isEnabled) return 'off';
  if (mailbox.error !== null) return 'unreachable';
  // A first run that was cut off has read some: that is not new any more, and some are missing.
  if (mailbox.counts.skipped + mailbox.counts.waiting > 0) return 'degraded';
  return mailbox.syncedAt === null ? 'new' : 'well';
}
