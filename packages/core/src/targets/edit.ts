import type { Minor } from '../money/minor.ts';
import type { Block, Lock } from './plan.ts';

/**
 * What happens around a block whose sum is set. `move`: what lies above it moves along, and the plan no longer adds up to
 * its stated total. `absorb`: the free cells beside it, within a scope, take the difference, so that the scope's sum
 * stays.
 */
export type Policy = 'move' | 'absorb';

/** What was sold, by leaf; leaves of closed months that are not named sold nothing. `month` counts from 0. */
export type Actual = { readonly person: string; readonly line: string; readonly month: number; readonly value: Minor };

/** After months have closed: the open ones make up for them, the year moves instead, or they make up for at most so much. */
export type ClosePolicy = 'keepYear' | 'keepRest' | { readonly capUplift: number };

/** One change of a plan. A plan with its edits replayed in their order is always the same plan. */
export type Edit =
  /** The block's sum; its free cells share it in proportion. `within` is the scope that absorbs, all when left out. */
  | {
      readonly kind: 'set';
      readonly at: Block;
      readonly value: Minor;
      readonly policy?: Policy;
      readonly within?: Block;
    }
  /** Freezes everything in the block. A block of months, or of everything, freezes its segments as well. */
  | { readonly kind: 'lock'; readonly id: string; readonly at: Block }
  /** Takes away the locks that lie wholly in the block; a wider lock stays. */
  | { readonly kind: 'unlock'; readonly at: Block }
  /** A new stated total for the year, shared among all free leaves. */
  | { readonly kind: 'setTotal'; readonly value: Minor }
  /** What a block is said to sum to, without touching a leaf; null takes the statement back. `{}` is the year. */
  | { readonly kind: 'state'; readonly at: Block; readonly value: Minor | null }
  /** The season of a block: one share a month of the block, in order. Its sum, persons and lines stay. */
  | { readonly kind: 'setShares'; readonly at: Block; readonly shares: readonly number[] }
  /** Closes the first months of the year: they become what was sold (or stay as planned) and are locked under the id. */
  | {
      readonly kind: 'close';
      readonly id: string;
      readonly months: number;
      readonly heldAt: 'plan' | readonly Actual[];
      readonly policy: ClosePolicy;
    };

/**
 * Why an edit could not be done: the cells that are held exceed what was asked by `excess` (negative when they fall short
 * of it and nothing else is free). `held` are the locks in the way. `edit` is its place in the list, from 0.
 */
export type OverCommitted = {
  readonly status: 'overCommitted';
  readonly edit: number;
  readonly excess: Minor;
  readonly held: readonly Lock[];
};
