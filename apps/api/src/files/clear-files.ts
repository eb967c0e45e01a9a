import { operatorOf } from '../auth/session.ts';
import type { Deps } from '../deps.ts';
import { attachments } from '../features/attachments/store.ts';
import { organisations } from '../features/organisation/store.ts';

/** Deletes the bytes of files that were taken away. What is cut off goes on with the next call. @returns how many */
export async function clearFiles(deps: Deps, orgId: string): Promise<number> {
  const ids = await attachments.toClear(deps.db, orgId);
  if (ids.length === 0) return 0;
  for (const id of ids) await deps.files.remove(orgId, id);
  const actor = operatorOf(await organisations.get(deps.db, orgId));
  await deps.transact(actor, (work) => attachments.noteCleared(work, ids));
  return ids.length;
}
