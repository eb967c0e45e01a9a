import type { AttachmentView } from '@milepost/contract/attachments';
import type { Actor } from '../../auth/actor.ts';
import { nameOf, namesOf } from '../../db/names-store.ts';
import type { Db } from '../../db/open.ts';
import type { AttachmentTable } from '../../db/tables/files.ts';

/** Who may take a file away: who brought it, and managers, of a record they see. */
export const mayDelete = (actor: Actor, { person_id }: Pick<AttachmentTable, 'person_id'>): boolean =>
  actor.role !== 'rep' || (person_id !== null && person_id === actor.personId);

export async function attachmentViews(
  db: Db,
  actor: Actor,
  rows: readonly AttachmentTable[],
): Promise<AttachmentView[]> {
  const names = await namesOf(db, actor, { person: rows.map((row) => row.person_id) });
  return rows.map((row) => ({
    id: row.id,
    recordKind: row.record_kind,
    recordId: row.record_id,
    fileName: row.file_name,
    mediaType: row.media_type,
    size: row.size,
    sha256: row.sha256,
    person: nameOf(names.person, row.person_id),
    createdAt: row.created_at,
    canDelete: mayDelete(actor, row),
  }));
}
