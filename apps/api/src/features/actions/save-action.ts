import type { ActionPatch, NewAction } from '@milepost/contract/actions';
import { earlierOf } from '@milepost/core/calendar/civil-day';
import type { Actor } from '../../auth/actor.ts';
import { permitOwner } from '../../auth/permit.ts';
import type { ActionTable } from '../../db/tables/actions.ts';
import type { Work } from '../../db/work.ts';
import type { Deps } from '../../deps.ts';
import { Failure, fieldIssue } from '../../http/failure.ts';
import { standingOf } from '../pacing/standing-store.ts';
import { permitScope } from './permit-scope.ts';
import { actionColumns, actions } from './store.ts';

const todayOf = ({ clock }: Deps, actor: Actor): string => clock.today(actor.organisation.timeZone);

/** @throws Failure `action-open` while another is open for the same measure and scope */
async function demandNoneOpen(work: Work, subject: ActionTable | Omit<ActionTable, 'version'>): Promise<void> {
  const open = await actions.openOf(work, subject);
  if (open && open.id !== subject.id)
    throw new Failure('action-open', fieldIssue('/scopeId', 'open', 'an action is open for this measure and scope'));
}

type Subject = Pick<ActionTable, 'measure' | 'scope_kind' | 'scope_id'>;

/** Actual less plan to date of the scope; null without a published plan. */
async function varianceOf(deps: Deps, actor: Actor, row: Subject, asOf: string) {
  const { whose } = await permitScope(deps.db, actor, row);
  const { target, actual, planToDate } = await standingOf(deps.db, actor, { asOf, measure: row.measure, whose });
  return target ? actual - planToDate : null;
}

/**
 * Opens an action once; a second call with the same id answers the first one's record. Two who open one for the same measure and scope
 * get one between them. The variance of the day is kept, so that the check has something to compare with.
 */
export async function createAction(deps: Deps, actor: Actor, { id, ...input }: NewAction) {
  const there = await actions.find(deps.db, actor, id);
  if (there) return { row: there, isNew: false };
  const scope = { scope_kind: input.scopeKind, scope_id: input.scopeId, measure: input.measure };
  const { answerableId } = await permitScope(deps.db, actor, scope);
  const today = todayOf(deps, actor);
  const variance = await varianceOf(deps, actor, scope, today);
  const { measure: _, scopeKind: __, scopeId: ___, ownerId, ...said } = input;
  return deps.transact(actor, async (work) => {
    const owner = await permitOwner(work.db, actor, ownerId);
    if (owner.ownerId === null)
      throw new Failure('owner-unknown', fieldIssue('/ownerId', 'missing', 'somebody has to do it'));
    const values = {
      cause_note: null,
      ...actionColumns({ ...said, ownerId: owner.ownerId }),
      ...scope,
      id,
      answerable_id: answerableId,
      currency: actor.organisation.currency,
      status: 'open',
      opened_on: today,
      opened_variance_minor: variance,
      checked_on: null,
      checked_variance_minor: null,
    } as Parameters<typeof actions.create>[1];
    await demandNoneOpen(work, values as Omit<ActionTable, 'version'>);
    return actions.create(work, values);
  });
}

/** Changes an action, closes it, or opens it again where no other is open. */
export const changeAction = (
  deps: Deps,
  actor: Actor,
  id: string,
  seen: number,
  patch: ActionPatch,
): Promise<ActionTable> =>
  deps.transact(actor, async (work) => {
    const before = await actions.get(work.db, actor, id);
    if (patch.ownerId !== undefined) await permitOwner(work.db, actor, patch.ownerId);
    if (patch.status === 'open' && before.status !== 'open') await demandNoneOpen(work, before);
    const isClosed = patch.status !== undefined && patch.status !== 'open' && before.status === 'open';
    return actions.update(work, id, seen, actionColumns(patch), { action: isClosed ? 'closed' : 'updated' });
  });

/** Takes an archived action back; an open one only where no other was opened meanwhile. */
export const restoreAction = (deps: Deps, actor: Actor, id: string, seen: number): Promise<ActionTable> =>
  deps.transact(actor, async (work) => {
    const row = await actions.get(work.db, actor, id);
    if (row.status === 'open') await demandNoneOpen(work, row);
    return actions.restore(work, id, seen);
  });

/**
 * Checks an action against what happened: the variance of the same scope today, in the year in which it was opened, by the books. It
 * may be checked again as time goes on.
 * @throws Failure `reference-unknown` for those who do not see the whole scope
 */
export async function checkAction(deps: Deps, actor: Actor, id: string, seen: number): Promise<ActionTable> {
  const row = await actions.get(deps.db, actor, id);
  const { whose } = await permitScope(deps.db, actor, row);
  const today = todayOf(deps, actor);
  const then = await standingOf(deps.db, actor, { asOf: row.opened_on, measure: row.measure, whose });
  const last = then.months.at(-1)?.to ?? today;
  const checkedOn = earlierOf(today, last);
  const now = await standingOf(deps.db, actor, { asOf: checkedOn, measure: row.measure, whose });
  return deps.transact(actor, (work) =>
    actions.update(
      work,
      id,
      seen,
      { checked_on: checkedOn, checked_variance_minor: now.target ? now.actual - now.planToDate : null },
      { action: 'checked' },
    ),
  );
}
