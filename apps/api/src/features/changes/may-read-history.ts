import type { ChangeQuery } from '@milepost/contract/changes';
import type { Actor } from '../../auth/actor.ts';
import { reaches } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import { isInSight } from '../../db/sight-store.ts';

/**
 * Everybody knows that there is a plan, and who does what; what their edits say of other people's quotas, of the margins of the
 * lines and of costs is for those who see the organisation.
 */
const withheld = new Set(['target', 'mix_plan', 'resource']);

/**
 * May this actor read this history? The record must be in sight as it stands today: what was theirs once and is not any
 * more is out of sight with all its past. The audit trail of everything is the administrator's.
 */
export async function mayReadHistory(
  db: Db,
  actor: Actor,
  { subject, recordId, accountId }: ChangeQuery,
): Promise<boolean> {
  if (actor.reach === 'all') return true;
  if (accountId) return isInSight(db, actor, 'account', accountId);
  // Everybody knows who works here; on what terms they do is for themselves and those above.
  if (subject === 'person' && (recordId === undefined || !reaches(actor, recordId))) return false;
  return (
    subject !== undefined && recordId !== undefined && !withheld.has(subject) && isInSight(db, actor, subject, recordId)
  );
}
