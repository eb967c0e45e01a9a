import type { StretchInput } from '@milepost/contract/targets';
import type { Actor } from '../../auth/actor.ts';
import { toJson } from '../../db/columns.ts';
import type { TargetTable } from '../../db/tables/targets.ts';
import type { Deps } from '../../deps.ts';
import { Failure } from '../../http/failure.ts';
import { demandEditor } from './may-edit.ts';
import { demandShared, targets } from './store.ts';

/**
 * Says what the stretch level of a draft is, or takes it away.
 * @throws Failure `version-clash`, `not-allowed`, `target-not-draft`, `target-published`
 */
export const setStretch = (
  deps: Deps,
  actor: Actor,
  id: string,
  seen: number,
  stretch: StretchInput | null,
): Promise<TargetTable> =>
  deps.transact(actor, async (work) => {
    const row = await targets.get(work.db, actor, id);
    if (row.version !== seen) throw new Failure('version-clash', { row });
    demandEditor(actor, row);
    demandShared(row);
    return targets.update(work, id, seen, { stretch: stretch && toJson(stretch) });
  });
