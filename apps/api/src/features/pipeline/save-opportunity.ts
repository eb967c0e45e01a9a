import type { NewOpportunity, OpportunityPatch } from '@milepost/contract/pipeline';
import { enterStage, type StageCategory } from '@milepost/core/pipeline/stages';
import type { Actor } from '../../auth/actor.ts';
import { permitBackup, permitOwner } from '../../auth/permit.ts';
import { isInSight } from '../../db/sight-store.ts';
import type { OpportunityTable, StageTable } from '../../db/tables/records.ts';
import type { Work } from '../../db/work.ts';
import type { Deps } from '../../deps.ts';
import { Failure, fieldIssue } from '../../http/failure.ts';
import { people } from '../people/store.ts';
import { stageOrder } from './stage-store.ts';
import { opportunities, opportunityColumns, stages } from './store.ts';
import { settleWins } from './wins-store.ts';

const nothingYet = {
  external_id: null,
  account_id: null,
  product_id: null,
  amount_minor: null,
  opened_on: null,
  expected_close_on: null,
  closed_on: null,
  split: null,
  lost_reason: null,
  notes: null,
  backup_id: null,
};

async function checkReferences(work: Work, input: OpportunityPatch): Promise<void> {
  const { db, actor } = work;
  for (const [field, subject] of [
    ['accountId', 'account'],
    ['productId', 'product'],
  ] as const) {
    const id = input[field];
    if (id && !(await isInSight(db, actor, subject, id)))
      throw new Failure('reference-unknown', fieldIssue(`/${field}`, 'unknown', 'no such record in your sight'));
  }
  for (const [index, { personId }] of (input.split ?? []).entries())
    if (!(await people.find(db, actor, personId)))
      throw new Failure('owner-unknown', fieldIssue(`/split/${index}/personId`, 'unknown', 'not a person'));
}

/** The stage a deal is put into: one in use. Without a wish the first open one. */
async function stageFor(work: Work, wished: string | undefined): Promise<StageTable> {
  const all = await stageOrder.all(work.db, work.actor.orgId);
  const stage =
    wished === undefined ? all.find(({ category }) => category === 'open') : all.find(({ id }) => id === wished);
  if (!stage) throw new Failure('reference-unknown', fieldIssue('/stageId', 'unknown', 'no such stage in use'));
  return stage;
}

/**
 * What a deal says about its close, as its stage asks for it.
 * @throws Failure `stage-needs-close-day` with each field that is missing
 */
function standingIn(
  category: StageCategory,
  row: Pick<OpportunityTable, 'amount_minor' | 'closed_on' | 'lost_reason'>,
  today: string | null,
) {
  const said = { amountMinor: row.amount_minor, closedOn: row.closed_on, lostReason: row.lost_reason };
  const entry = enterStage(category, said, today);
  if (entry.status === 'incomplete')
    throw new Failure('stage-needs-close-day', {
      issues: entry.missing.map((field) => ({ path: `/${field}`, code: 'missing', message: 'a won deal needs it' })),
    });
  return { closed_on: entry.standing.closedOn, lost_reason: entry.standing.lostReason };
}

/** Creates a deal inside a transaction that is under way: conversion does it too. A deal that is won goes into the books. */
export async function createOpportunityIn(
  work: Work,
  { id, ...input }: NewOpportunity,
  today: string,
): Promise<{ row: OpportunityTable; isNew: boolean }> {
  const { actor } = work;
  const { ownerId } = await permitOwner(work.db, actor, input.ownerId);
  if (input.backupId) await permitBackup(work.db, actor, input.backupId);
  await checkReferences(work, input);
  const stage = await stageFor(work, input.stageId);
  const columns = {
    ...nothingYet,
    currency: actor.organisation.currency,
    ...opportunityColumns({ ...input, ownerId }),
  };
  const values = { ...columns, id, stage_id: stage.id, ...standingIn(stage.category, columns, today) };
  const made = await opportunities.create(work, values as Parameters<typeof opportunities.create>[1]);
  if (made.isNew) await settleWins(work, [id], { today });
  return made;
}

const todayOf = ({ clock }: Deps, actor: Actor): string => clock.today(actor.organisation.timeZone);

/** Creates a deal once; a second call with the same id answers the first one's record. */
export const createOpportunity = (deps: Deps, actor: Actor, input: NewOpportunity) =>
  deps.transact(actor, (work) => createOpportunityIn(work, input, todayOf(deps, actor)));

/** An open deal has no close day, and an amount means nothing in another currency. */
function refuseContradictions(row: OpportunityTable, patch: OpportunityPatch, category: StageCategory): void {
  if (category === 'open' && patch.closedOn)
    throw new Failure('invalid-input', fieldIssue('/closedOn', 'open-deal', 'an open deal has no close day'));
  const isOther = patch.currency !== undefined && patch.currency !== row.currency;
  if (isOther && row.amount_minor !== null && patch.amountMinor === undefined)
    throw new Failure(
      'invalid-input',
      fieldIssue('/amountMinor', 'needed-with-currency', 'say the amount in the new currency'),
    );
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
    refuseContradictions(before, patch, stage.category);
    const columns = opportunityColumns(patch);
    const today = todayOf(deps, actor);
    const standing = standingIn(stage.category, { ...before, ...columns }, isMove ? today : null);
    const action = isMove ? 'moved' : 'updated';
    const row = await opportunities.update(work, id, seen, { ...columns, ...standing }, { action });
    await settleWins(work, [id], { today });
    return row;
  });
