import type { RecordColumns } from './record.ts';

/** Written in the same transaction as every write. */
export type ChangeTable = {
  org_id: string;
  id: string;
  at: string;
  actor_id: string | null;
  subject: string;
  record_id: string;
  action: string;
  version: number | null;
  /** The account whose timeline shows it. */
  account_id: string | null;
  /** Whose the record was after the change, for sight. */
  owner_id: string | null;
  backup_id: string | null;
  /** JSON of the fields that changed. */
  before: string | null;
  after: string | null;
  reason: string | null;
  /** All changes of one transaction carry the same: what is taken back together. */
  set_id: string | null;
  /** The key by which a program made it as the actor. */
  api_key_id: string | null;
};

export type SavedViewTable = RecordColumns & {
  person_id: string;
  subject: string;
  name: string;
  is_shared: 0 | 1;
  /** JSON: conditions, sort, columns. */
  definition: string;
};
