import type { NewOpportunity, OpportunityPatch } from '@milepost/contract/pipeline';
import { enterStage, type StageCategory } from '@milepost/core/pipeline/stages';
import { permitBackup, permitOwner } from '../../auth/permit.ts';
import { isInSight } from '../../db/sight-store.ts';
import type { FieldColumns } from '../../db/tables/fields.ts';
import type { OpportunityTable, StageTable } from '../../db/tables/records.ts';
import type { Work } from '../../db/work.ts';
import { Failure, fieldIssue } from '../../http/failure.ts';
import { accounts } from '../accounts/store.ts';
import { events } from '../events/store.ts';
import { people } from '../people/store.ts';
import { stageOrder } from './stage-store.ts';
import { opportunities, opportunityColumns } from './store.ts';
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
  event_id: null,
  forecast_category: null,
  backup_id: null,
  tags: null,
  custom_fields: null,
};

/** What a deal refers to must be in sight, and whoever shares its credit must be of the organisation. */
export async function checkReferences(work: Work, input: OpportunityPatch): Promise<void> {
  const { db, actor } = work;
  for (const [field, subject] of [
    ['accountId', 'account'],
    ['productId', 'product'],
  ] as const) {
    const id = input[field];
    if (id && !(await isInSight(db, actor, subject, id)))
      throw new Failure('reference-unknown', fieldIssue(`/${field}`, 'unknown', 'no such record in your sight'));
  }
  if (input.eventId && !(await events.find(db, actor, input.eventId)))
    throw new Failure('reference-unknown', fieldIssue('/eventId', 'unknown', 'no such event'));
  for (const [index, { personId }] of (input.split ?? []).entries())
    if (!(await people.find(db, actor, personId)))
      throw new Failure('owner-unknown', fieldIssue(`/split/${index}/personId`, 'unknown', 'not a person'));
}

/** The stage a deal is put into: one in use. Without a wish the first open one. */
export async function stageFor(work: Work, wished: string | undefined): Promise<StageTable> {
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
export function standingIn(
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
  said: Partial<FieldColumns> = {},
): Promise<{ row: OpportunityTable; isNew: boolean }> {
  const { actor } = work;
  const { ownerId } = await permitOwner(work.db, actor, input.ownerId);
  if (input.backupId) await permitBackup(work.db, actor, input.backupId);
  await checkReferences(work, input);
  const stage = await stageFor(work, input.stageId);
  const account = input.accountId ? await accounts.find(work.db, actor, input.accountId) : undefined;
  // Who stands in at the account stands in for the deals its owner has there.
  const backup_id = account && account.owner_id === ownerId ? account.backup_id : null;
  const columns = {
    ...nothingYet,
    backup_id,
    currency: actor.organisation.currency,
    ...opportunityColumns({ ...input, ownerId }),
    ...said,
  };
  const values = { ...columns, id, stage_id: stage.id, ...standingIn(stage.category, columns, today) };
  const made = await opportunities.create(work, values as Parameters<typeof opportunities.create>[1]);
  if (made.isNew) await settleWins(work, [id], { today });
  return made;
}

/** A deal to save: `seen` is the version that stands where it is there already. */
export type OpportunityToSave = {
  input: NewOpportunity & { stageId: string };
  seen?: number;
  beside?: Partial<FieldColumns>;
};
export type SavedOpportunity = { id: string; version: number; action: 'created' | 'updated' | 'unchanged' };

/**
 * Saves many deals of a source that speaks for the whole organisation, and brings the books in line with them once. Whom
 * and what they refer to the caller has checked; a lost deal whose close day nobody knows keeps it unknown.
 * @throws Failure `stage-needs-close-day`, `split-not-whole`, `version-clash`: ask `enterStage` first to refuse single rows
 */
export async function saveOpportunities(
  work: Work,
  deals: readonly OpportunityToSave[],
  { today, reason }: { today: string; reason?: string },
): Promise<SavedOpportunity[]> {
  const stages = await stageOrder.named(work.db, work.actor.orgId);
  const saved: SavedOpportunity[] = [];
  for (const { input, seen, beside = {} } of deals) {
    const { id, ...rest } = input;
    const stage = stages.get(input.stageId);
    if (!stage) throw new Failure('reference-unknown', fieldIssue('/stageId', 'unknown', 'no such stage'));
    const before = seen === undefined ? undefined : await opportunities.get(work.db, work.actor, id);
    const said = {
      ...(before ?? { ...nothingYet, currency: work.actor.organisation.currency }),
      ...opportunityColumns(rest),
      ...beside,
    };
    const standing = standingIn(stage.category, said, null);
    if (before && seen !== undefined) {
      const row = await opportunities.update(work, id, seen, {
        ...opportunityColumns(rest),
        ...beside,
        ...standing,
      });
      saved.push({ id, version: row.version, action: row.version === seen ? 'unchanged' : 'updated' });
      continue;
    }
    const values = { owner_id: null, ...said, ...standing, id, stage_id: stage.id };
    const { row, isNew } = await opportunities.create(work, values as Parameters<typeof opportunities.create>[1]);
    saved.push({ id, version: row.version, action: isNew ? 'created' : 'unchanged' });
  }
  await settleWins(
    work,
    saved.map(({ id }) => id),
    { today, ...(reason ? { reason } : {}) },
  );
  return saved;
}
