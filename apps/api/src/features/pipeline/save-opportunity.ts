import type { NewOpportunity, OpportunityPatch } from '@milepost/contract/pipeline';
import type { StageCategory } from '@milepost/core/pipeline/stages';
import type { Actor } from '../../auth/actor.ts';
import { permitBackup, permitOwner } from '../../auth/permit.ts';
import type { OpportunityTable } from '../../db/tables/records.ts';
import type { Deps } from '../../deps.ts';
import { Failure, fieldIssue } from '../../http/failure.ts';
import { fieldColumns } from '../fields/record-fields-store.ts';
import { amountInOtherCurrency } from './change-currency.ts';
import { checkReferences, createOpportunityIn, stageFor, standingIn } from './opportunity-entry-store.ts';
import { opportunities, opportunityColumns, stages } from './store.ts';
import { settleWins } from './wins-store.ts';

const todayOf = ({ clock }: Deps, actor: Actor): string => clock.today(actor.organisation.timeZone);

/** Creates a deal once; a second call with the same id answers the first one's record. */
export const createOpportunity = (deps: Deps, actor: Actor, input: NewOpportunity) =>
  deps.transact(actor, async (work) =>
    createOpportunityIn(work, input, todayOf(deps, actor), await fieldColumns(work, 'opportunity', input, null)),
  );

/** An open deal has no close day. */
function refuseContradictions(patch: OpportunityPatch, category: StageCategory): void {
  if (category === 'open' && patch.closedOn)
    throw new Failure('invalid-input', fieldIssue('/closedOn', 'open-deal', 'an open deal has no close day'));
}

/**
 * Changes a deal. A move to a won stage credits it, a move out of one reverses the credit today, and a change of a won
 * deal corrects it; a change of owner leaves every credit where it is.
 */
export const changeOpportunity = (
  deps: Deps,
  actor: Actor,
  id: string,
  seen: number,
  patch: OpportunityPatch,
): Promise<OpportunityTable> =>
  deps.transact(actor, async (work) => {
    const before = await opportunities.get(work.db, actor, id);
    if (patch.ownerId !== undefined) await permitOwner(work.db, actor, patch.ownerId);
    if (patch.backupId !== undefined) await permitBackup(work.db, actor, patch.backupId);
    await checkReferences(work, patch);
    const isMove = patch.stageId !== undefined && patch.stageId !== before.stage_id;
    const stage = isMove ? await stageFor(work, patch.stageId) : await stages.get(work.db, actor, before.stage_id);
    refuseContradictions(patch, stage.category);
    const today = todayOf(deps, actor);
    const amount = await amountInOtherCurrency(work, before, patch, today);
    const said = await fieldColumns(work, 'opportunity', patch, before);
    const columns = { ...opportunityColumns(patch), ...amount, ...said };
    const standing = standingIn(stage.category, { ...before, ...columns }, isMove ? today : null);
    const action = isMove ? 'moved' : 'updated';
    const row = await opportunities.update(work, id, seen, { ...columns, ...standing }, { action });
    await settleWins(work, [id], { today });
    return row;
  });
