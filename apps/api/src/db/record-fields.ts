import type { RecordColumns } from './tables/record.ts';

/** Columns that every record has → what every view begins with. */
export const recordFields = (row: Omit<RecordColumns, 'org_id'>) => ({
  id: row.id,
  version: row.version,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
  archivedAt: row.archived_at,
});
