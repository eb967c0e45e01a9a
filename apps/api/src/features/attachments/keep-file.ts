import type { NewAttachment } from '@milepost/contract/attachments';
import type { Actor } from '../../auth/actor.ts';
import type { AttachmentTable } from '../../db/tables/files.ts';
import type { Work } from '../../db/work.ts';
import type { Deps } from '../../deps.ts';
import { clearFiles } from '../../files/clear-files.ts';
import type { Received } from '../../files/file-folder.ts';
import { Failure } from '../../http/failure.ts';
import { type FiledWith, recordOf } from './record-of-store.ts';
import { sniffFile } from './sniff-file.ts';
import { attachments } from './store.ts';
import { mayDelete } from './views.ts';

function tell(work: Work, row: AttachmentTable, record: FiledWith, action: 'created' | 'deleted'): void {
  const said = { file_name: row.file_name, record_kind: row.record_kind, record_id: row.record_id, size: row.size };
  work.changed({
    ...{ subject: 'attachment', recordId: row.id, action },
    ...{ accountId: record.account_id, ownerId: record.owner_id, backupId: record.backup_id },
    ...(action === 'created' ? { after: said } : { before: said }),
  });
}

/**
 * Keeps a file with a record, once per id.
 * @throws Failure `not-found` for a record out of sight, `not-allowed` for reps at a course, `archived`, `file-not-accepted`, `id-taken` where it is another file
 */
export const keepFile = (
  deps: Deps,
  actor: Actor,
  { id, said, received }: { id: string; said: NewAttachment; received: Received },
): Promise<{ row: AttachmentTable; isNew: boolean }> =>
  deps.transact(actor, async (work) => {
    const record = await recordOf(work.db, actor, said.recordKind, said.recordId);
    if (said.recordKind === 'course' && actor.role === 'rep') throw new Failure('not-allowed');
    const there = await attachments.find(work.db, actor.orgId, id);
    if (there) {
      const isSame = there.removed_at === null && there.record_id === said.recordId && there.sha256 === received.sha256;
      if (!isSame) throw new Failure('id-taken');
      return { row: there, isNew: false };
    }
    if (record.archived_at !== null) throw new Failure('archived');
    const mediaType = received.size === 0 ? null : sniffFile(received.head);
    if (mediaType === null) throw new Failure('file-not-accepted');
    const row: AttachmentTable = {
      ...{ org_id: actor.orgId, id, record_kind: said.recordKind, record_id: said.recordId },
      ...{ file_name: said.fileName, media_type: mediaType, size: received.size, sha256: received.sha256 },
      ...{ person_id: actor.personId, created_at: work.at, removed_at: null, cleared_at: null },
    };
    if (!(await attachments.add(work, row))) throw new Failure('id-taken');
    tell(work, row, record, 'created');
    // Last, so that a row that is not written leaves no bytes; bytes without a row would be nobody's.
    await received.keep(actor.orgId, id);
    return { row, isNew: true };
  });

/** A file that stands, of a record in sight. @throws Failure `not-found` */
export async function fileInSight(
  db: Deps['db'],
  actor: Actor,
  id: string,
): Promise<{ row: AttachmentTable; record: FiledWith }> {
  const row = await attachments.find(db, actor.orgId, id);
  if (!row || row.removed_at !== null) throw new Failure('not-found');
  return { row, record: await recordOf(db, actor, row.record_kind, row.record_id) };
}

/**
 * Takes a file away, for good: its bytes are deleted.
 * @throws Failure `not-found`, `not-allowed` for what a colleague brought
 */
export async function deleteFile(deps: Deps, actor: Actor, id: string): Promise<void> {
  await deps.transact(actor, async (work) => {
    const { row, record } = await fileInSight(work.db, actor, id);
    if (!mayDelete(actor, row)) throw new Failure('not-allowed');
    await attachments.remove(work, id);
    tell(work, row, record, 'deleted');
  });
  await clearFiles(deps, actor.orgId);
}
