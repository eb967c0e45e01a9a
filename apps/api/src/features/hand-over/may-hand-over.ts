import type { Actor } from '../../auth/actor.ts';
import { reaches } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import type { PersonTable } from '../../db/tables/people.ts';
import { Failure } from '../../http/failure.ts';
import { people } from '../people/store.ts';

/**
 * Somebody whose leaving the actor may see to: managers of their people, administrators of everybody; nobody of themselves.
 * @throws Failure `not-allowed`, `not-found`
 */
export async function demandLeaver(db: Db, actor: Actor, personId: string): Promise<PersonTable> {
  if (actor.role === 'rep') throw new Failure('not-allowed');
  const row = reaches(actor, personId) ? await people.find(db, actor, personId) : undefined;
  if (!row) throw new Failure('not-found');
  if (personId === actor.personId || (row.role === 'admin' && actor.role !== 'admin')) throw new Failure('not-allowed');
  return row;
}
