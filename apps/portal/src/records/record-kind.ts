/** A kind of record as every list, form and page of records handles it. */
export type RecordKind = {
  /** Its name in the change record, in queries and in saved views: `account`. */
  subject: string;
  /** The room of its words: `accounts` for `accounts.name`. */
  room: string;
  /** Where the server keeps it: `/accounts`. */
  path: string;
  /** Where the portal shows it; one record at `<place>/<id>`. */
  place: string;
  /** The order of its list when nobody asked for another: `-day`. The server's own when left out. */
  order?: string;
};

/** What every record's view carries. */
export type AnyRecord = { id: string; version: number; name?: string; archivedAt: string | null };
