import type { Db } from '../db/open.ts';
import { people } from '../features/people/store.ts';
import { Failure, fieldIssue } from '../http/failure.ts';
import type { Actor } from './actor.ts';
import { reaches } from './actor.ts';

declare const permitted: unique symbol;
/** A value that passed a check of rights: only this file can make one. */
export type Permitted<T> = T & { readonly [permitted]: true };

/**
 * The owner a record may be given: oneself by default, anybody within reach otherwise. Managers and administrators may
 * leave a record without owner.
 * @throws Failure `owner-unknown`
 */
export async function permitOwner(
  db: Db,
  actor: Actor,
  ownerId: string | null | undefined,
): Promise<Permitted<{ ownerId: string | null }>> {
  const chosen = ownerId === undefined ? actor.personId : ownerId;
  const allowed =
    chosen === null ? actor.role !== 'rep' : reaches(actor, chosen) && (await isPerson(db, actor, chosen));
  if (!allowed)
    throw new Failure('owner-unknown', fieldIssue('/ownerId', 'out-of-reach', 'not a person of your teams'));
  return { ownerId: chosen } as Permitted<{ ownerId: string | null }>;
}

/**
 * The backup a record may be given: any active person of the organisation.
 * @throws Failure `owner-unknown`
 */
export async function permitBackup(
  db: Db,
  actor: Actor,
  backupId: string | null,
): Promise<Permitted<{ backupId: string | null }>> {
  if (backupId !== null && !(await isPerson(db, actor, backupId)))
    throw new Failure('owner-unknown', fieldIssue('/backupId', 'unknown', 'not a person of your organisation'));
  return { backupId } as Permitted<{ backupId: string | null }>;
}

const isPerson = async (db: Db, actor: Actor, id: string) => (await people.find(db, actor, id))?.is_active === 1;
