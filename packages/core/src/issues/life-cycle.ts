/** How much it presses: what stands still without it, what will, and all the rest. */
export const severities = ['urgent', 'important', 'routine'] as const;
export type Severity = (typeof severities)[number];

/** Raised and not answered yet; taken on; sent back; solved; taken back by who raised it. */
export const issueStates = ['open', 'accepted', 'bounced', 'resolved', 'withdrawn'] as const;
export type IssueState = (typeof issueStates)[number];

/** What people do with an issue. */
export const issueDeeds = ['accept', 'bounce', 'resend', 'resolve', 'reopen', 'withdraw'] as const;
export type IssueDeed = (typeof issueDeeds)[number];

/**
 * What somebody is to an issue: they raised it (or lead or stand above who did), they are of those who have to solve it, or both. A
 * bystander sees it and does nothing.
 */
export type IssueParty = { readonly isRaiser: boolean; readonly isSolver: boolean };

/** From where a deed leads where, and whose it is. */
const moves: Readonly<
  Record<IssueDeed, { readonly from: readonly IssueState[]; readonly to: IssueState; readonly by: keyof IssueParty }>
> = {
  accept: { from: ['open'], to: 'accepted', by: 'isSolver' },
  bounce: { from: ['open', 'accepted'], to: 'bounced', by: 'isSolver' },
  resend: { from: ['bounced'], to: 'open', by: 'isRaiser' },
  resolve: { from: ['accepted'], to: 'resolved', by: 'isSolver' },
  reopen: { from: ['resolved'], to: 'open', by: 'isRaiser' },
  withdraw: { from: ['open', 'accepted', 'bounced'], to: 'withdrawn', by: 'isRaiser' },
};

/** Does anybody still have to do something about it? */
export const isStanding = (state: IssueState): boolean => state !== 'resolved' && state !== 'withdrawn';

/** Is it before those who have to solve it? What was bounced waits for who raised it. */
export const isWithSolver = (state: IssueState): boolean => state === 'open' || state === 'accepted';

/** Whether an issue may take this step, and where it stands then; else what is in the way. */
export function stepOf(
  state: IssueState,
  deed: IssueDeed,
  party: IssueParty,
): { readonly status: 'ok'; readonly state: IssueState } | { readonly status: 'wrong-state' | 'not-yours' } {
  const move = moves[deed];
  if (!party[move.by]) return { status: 'not-yours' };
  return move.from.includes(state) ? { status: 'ok', state: move.to } : { status: 'wrong-state' };
}

/** What somebody may do with it now. */
export const deedsOf = (state: IssueState, party: IssueParty): IssueDeed[] =>
  issueDeeds.filter((deed) => stepOf(state, deed, party).status === 'ok');
