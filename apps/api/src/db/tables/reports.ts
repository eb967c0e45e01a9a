import type { RecordColumns } from './record.ts';

/** The report of one person's week or month: drafted, then frozen. Frozen, what it says stands in its content. */
export type EditionTable = RecordColumns & {
  person_id: string;
  kind: 'week' | 'month';
  starts_on: string;
  ends_on: string;
  due_on: string;
  closes_on: string;
  state: 'draft' | 'submitted' | 'closed';
  achieved: string | null;
  obstacles: string | null;
  outlook: string | null;
  frozen_at: string | null;
  /** SHA-256 of the frozen bytes. */
  hash: string | null;
  signed_by_id: string | null;
  signed_at: string | null;
  /** When its person was reminded; null until then. */
  reminded_at: string | null;
};

/** What a frozen edition says, byte for byte. Written once; only an erasure of personal data takes names out of it. */
export type EditionContentTable = { org_id: string; edition_id: string; content: string };

/** What somebody said about an edition. It bears the edition's person, by whom it is seen. */
export type EditionCommentTable = RecordColumns & {
  edition_id: string;
  person_id: string;
  by_id: string | null;
  text: string;
};

/** What somebody undertook with an edition, and what they said became of it. */
export type PledgeTable = RecordColumns & {
  edition_id: string;
  person_id: string;
  kind: 'commitment' | 'keep' | 'stop' | 'try';
  text: string;
  due_on: string;
  settled_as: 'kept' | 'dropped' | null;
  settled_on: string | null;
  reason: string | null;
};

/** Whose editions are sent to somebody by mail when they are frozen. */
export type EditionSubscriptionTable = RecordColumns & {
  person_id: string;
  kind: 'week' | 'month';
  /** Whose; null is everybody whom they lead. */
  about_id: string | null;
};

/** Editions and what belongs to them. */
export type ReportTables = {
  edition_comment: EditionCommentTable;
  edition_content: EditionContentTable;
  edition_subscription: EditionSubscriptionTable;
  edition: EditionTable;
  pledge: PledgeTable;
};
