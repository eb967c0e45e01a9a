import { canonicalText, type Json } from '@milepost/core/reports/canonical-text';
import type { EditionTable } from '../../db/tables/reports.ts';
import type { Work } from '../../db/work.ts';
import type { Deps } from '../../deps.ts';
import { Failure } from '../../http/failure.ts';
import { mailReaders } from './mail-editions.ts';
import { draftContent, hashOf } from './read-edition.ts';
import { editions } from './store.ts';

/** Those who write on an edition come one after the other, so that nothing is added to one that is being frozen. */
export const lockEdition = async ({ db, dialect, actor }: Work, id: string): Promise<void> => {
  await dialect.lock(`edition ${actor.orgId} ${id}`)?.execute(db);
};

/**
 * Freezes a draft as it stands: its content becomes bytes that are never written again, with their SHA-256, and those who read it are told.
 * @throws Failure `edition-frozen`, `edition-running`, `version-clash`
 */
export async function freezeEdition(
  work: Work,
  deps: Pick<Deps, 'baseUrl'>,
  { id, seen, state, today }: { id: string; seen: number; state: 'submitted' | 'closed'; today: string },
): Promise<EditionTable> {
  await lockEdition(work, id);
  const row = await editions.get(work.db, work.actor, id);
  if (row.state !== 'draft' || row.archived_at !== null) throw new Failure('edition-frozen');
  if (row.ends_on >= today) throw new Failure('edition-running');
  if (row.version !== seen) throw new Failure('version-clash', { row });
  const content = await draftContent(work.db, row, { today, now: work.at });
  const bytes = canonicalText(content as unknown as Json);
  await editions.keepContent(work, id, bytes);
  const frozen = { state, frozen_at: work.at, hash: hashOf(bytes) };
  const after = await editions.update(work, id, seen, frozen, { action: state });
  await mailReaders(work, deps, after, content);
  return after;
}
