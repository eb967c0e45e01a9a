import type { ExpenseLimitPatch, ExpensePatch, NewExpense, NewExpenseLimit } from '@milepost/contract/expenses';
import { isEditable } from '@milepost/core/expenses/decide';
import { foldName } from '@milepost/core/identity/fold-name';
import type { Actor } from '../../auth/actor.ts';
import { isInSight } from '../../db/sight-store.ts';
import type { ExpenseLimitTable, ExpenseTable } from '../../db/tables/spend.ts';
import type { Work } from '../../db/work.ts';
import type { Deps } from '../../deps.ts';
import { Failure, fieldIssue } from '../../http/failure.ts';
import { people } from '../people/store.ts';
import { blankExpense, expenseColumns, expenses, limitColumns, limits } from './store.ts';

/** What a claim refers to must be in sight. */
async function checkReferences(work: Work, input: ExpensePatch): Promise<void> {
  for (const [field, subject] of [
    ['accountId', 'account'],
    ['activityId', 'activity'],
  ] as const) {
    const id = input[field];
    if (id && !(await isInSight(work.db, work.actor, subject, id)))
      throw new Failure('reference-unknown', fieldIssue(`/${field}`, 'unknown', 'no such record in your sight'));
  }
}

/** Enters a claim of one's own once, as a draft; a second call with the same id answers the first one's record. */
export const createExpense = (deps: Deps, actor: Actor, { id, ...input }: NewExpense) =>
  deps.transact(actor, async (work) => {
    if (actor.personId === null) throw new Failure('not-allowed');
    await checkReferences(work, input);
    const claimant = await people.get(work.db, actor, actor.personId);
    const values = {
      ...blankExpense,
      currency: actor.organisation.currency,
      ...expenseColumns(input),
      id,
      person_id: claimant.id,
      team_id: claimant.team_id,
    };
    return expenses.create(work, values as Parameters<typeof expenses.create>[1]);
  });

/**
 * A claim that its claimant may still change.
 * @throws Failure `not-allowed` for another's claim, `claim-in-other-status` for one that was handed in
 */
export async function ownDraft(work: Work, id: string): Promise<ExpenseTable> {
  const row = await expenses.get(work.db, work.actor, id);
  if (row.person_id !== work.actor.personId) throw new Failure('not-allowed');
  if (!isEditable(row.status)) throw new Failure('claim-in-other-status');
  return row;
}

export const changeExpense = (
  deps: Deps,
  actor: Actor,
  id: string,
  seen: number,
  patch: ExpensePatch,
): Promise<ExpenseTable> =>
  deps.transact(actor, async (work) => {
    await ownDraft(work, id);
    await checkReferences(work, patch);
    return expenses.update(work, id, seen, expenseColumns(patch));
  });

/** Takes a claim that was not handed in out of the lists, or puts it back. */
export const archiveExpense = (deps: Deps, actor: Actor, id: string, seen: number): Promise<ExpenseTable> =>
  deps.transact(actor, async (work) => {
    await ownDraft(work, id);
    return expenses.archive(work, id, seen);
  });
export const restoreExpense = (deps: Deps, actor: Actor, id: string, seen: number): Promise<ExpenseTable> =>
  deps.transact(actor, async (work) => {
    await ownDraft(work, id);
    return expenses.restore(work, id, seen);
  });

const demandFree = async (work: Work, category: string, ownId: string): Promise<void> => {
  await limits.take(work);
  const there = await limits.ofCategory(work, foldName(category));
  if (there && there.id !== ownId)
    throw new Failure('name-taken', fieldIssue('/category', 'taken', 'this category has a limit already'));
};

/** States what the organisation allows in a category; one statement a category. */
export const createLimit = (deps: Deps, actor: Actor, { id, ...input }: NewExpenseLimit) =>
  deps.transact(actor, async (work) => {
    await demandFree(work, input.category, id);
    const nothingYet = { single_minor: null, day_minor: null, asks_contact: 0, currency: actor.organisation.currency };
    const values = { ...nothingYet, ...limitColumns(input), id };
    return limits.create(work, values as Parameters<typeof limits.create>[1]);
  });

export const changeLimit = (
  deps: Deps,
  actor: Actor,
  id: string,
  seen: number,
  patch: ExpenseLimitPatch,
): Promise<ExpenseLimitTable> =>
  deps.transact(actor, async (work) => {
    if (patch.category !== undefined) await demandFree(work, patch.category, id);
    return limits.update(work, id, seen, limitColumns(patch));
  });
