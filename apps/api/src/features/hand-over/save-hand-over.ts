import type { HandOverPatch } from '@milepost/contract/hand-over';
import type { Actor } from '../../auth/actor.ts';
import type { HandOverTable } from '../../db/tables/hand-over.ts';
import type { Deps } from '../../deps.ts';
import { Failure } from '../../http/failure.ts';
import { handOvers } from './store.ts';

/** Whoever covers, or is above, tells what was done; whom it was done for reads it. @throws Failure `not-allowed`, `version-clash` */
export const tellOfHandOver = (
  deps: Deps,
  actor: Actor,
  id: string,
  seen: number,
  { note }: HandOverPatch,
): Promise<HandOverTable> =>
  deps.transact(actor, async (work) => {
    const row = await handOvers.get(work.db, actor, id);
    if (actor.role === 'rep' && row.cover_id !== actor.personId) throw new Failure('not-allowed');
    return handOvers.update(work, id, seen, { note });
  });
