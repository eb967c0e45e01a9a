/** One record as the search finds it, kept in the transaction of every write. */
export type SearchEntryTable = {
  org_id: string;
  kind: string;
  record_id: string;
  /** What the index of words calls this row, where it is a table of its own (SQLite). */
  number: number;
  /** The people of sight of the record, in their order. */
  owner_id: string | null;
  backup_id: string | null;
  third_id: string | null;
  fourth_id: string | null;
  /** Everybody of it sees the record too. */
  department_id: string | null;
  /** Nobody is named by the kind: everybody of the organisation sees it. */
  is_common: 0 | 1;
  label: string;
  /** What tells two records of one name apart. */
  note: string | null;
  /** The beginning of the label as the search keeps text. */
  label_key: string;
  /** The label and everything else, as the search keeps text; the label's own part comes first. */
  folded: string;
};
