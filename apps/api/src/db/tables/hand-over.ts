import type { RecordColumns } from './record.ts';

/** Work of somebody who is away, with whom, and back: written at both edges of the absence. */
export type HandOverTable = RecordColumns & {
  /** Who is away. */
  person_id: string;
  /** Who does the work meanwhile. */
  cover_id: string;
  /** The absence: first and last day, as it stood last. */
  from_day: string;
  to_day: string;
  status: 'out' | 'back';
  out_on: string;
  back_on: string | null;
  /** JSON array of the ids of the accounts whose work it is. */
  accounts: string;
  /** JSON: what the cover did meanwhile, by kind of record; null until it is back. */
  done: string | null;
  /** What the cover tells of it. */
  note: string | null;
};

/** Somebody whose last day is known; the row bears the id of the person. */
export type LeaverTable = RecordColumns & {
  last_day: string;
  by_id: string | null;
  /** When they were made inactive; null as long as the last day has not passed. */
  left_at: string | null;
};

/** An account that stays with whom it is: the customer asked for it. */
export type TerritoryLockTable = { org_id: string; account_id: string; at: string; by_id: string | null };

/** Accounts that changed hands together, by a regrouping of territories. */
export type RegroupingTable = RecordColumns & {
  /** Who decided it. */
  owner_id: string | null;
  /** JSON: people and their capacity, what was balanced, most moves, prices. */
  asked: string;
  /** JSON array of {accountId, fromId, toId, version, backupId, hung}: versions after the move, what was before. */
  moves: string;
  /** JSON: imbalance before and after, margin disturbed. */
  outcome: string;
  undone_at: string | null;
};
