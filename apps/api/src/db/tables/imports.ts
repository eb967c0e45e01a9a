export type ImportTable = {
  org_id: string;
  id: string;
  kind: string;
  file_name: string;
  file_sha256: string;
  actor_id: string | null;
  state: 'running' | 'done' | 'failed' | 'undone';
  started_at: string;
  finished_at: string | null;
  /** JSON: mapping, options, counts, ignored lines, rounded count. */
  report: string;
};

/** What an import wrote, so that it can be undone: the record and its state before. */
export type ImportRecordTable = {
  org_id: string;
  import_id: string;
  position: number;
  subject: string;
  record_id: string;
  action: 'created' | 'updated' | 'rejected' | 'likely';
  /** Version after the write: undo refuses when the record moved on. */
  version: number | null;
  /** JSON: state before (updated), or row, column, value and reason (rejected, likely). */
  detail: string | null;
};

/** A name that a person confirmed to mean a record. */
export type AliasTable = {
  org_id: string;
  subject: string;
  alias_key: string;
  record_id: string;
  alias: string;
  created_at: string;
};
