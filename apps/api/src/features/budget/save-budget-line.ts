import type { BudgetLinePatch, NewBudgetLine } from '@milepost/contract/budget';
import type { Actor } from '../../auth/actor.ts';
import { reaches } from '../../auth/actor.ts';
import { isInSight } from '../../db/sight-store.ts';
import type { BudgetLineTable } from '../../db/tables/spend.ts';
import type { Work } from '../../db/work.ts';
import type { Deps } from '../../deps.ts';
import { Failure, fieldIssue } from '../../http/failure.ts';
import { tree } from '../people/store.ts';
import { budgetLineColumns, budgetLines, noResults } from './store.ts';

/**
 * Who answers for a line: whoever leads its team, or the nearest team above that is led; of a line without team, who enters it. A
 * manager enters lines of teams within reach: a line of all would be spent by people the manager does not see.
 * @throws Failure `reference-unknown`
 */
async function holderOf(work: Work, teamId: string | null): Promise<string> {
  const { actor } = work;
  const refuse = () =>
    new Failure('reference-unknown', fieldIssue('/teamId', 'out-of-reach', 'not one of the teams you lead'));
  const { teams } = await tree.of(work.db, actor.orgId);
  const byId = new Map(teams.map((team) => [team.id, team]));
  if (teamId !== null && !byId.has(teamId)) throw refuse();
  let team = byId.get(teamId ?? '');
  for (let steps = 0; team && team.managerId === null && steps < teams.length; steps += 1)
    team = byId.get(team.parentId ?? '');
  const holder = team?.managerId ?? (actor.role === 'admin' ? actor.personId : null);
  if (holder === null || !reaches(actor, holder)) throw refuse();
  return holder;
}

async function check(work: Work, row: Omit<BudgetLineTable, 'version' | 'created_at' | 'updated_at' | 'archived_at'>) {
  if (row.account_id && !(await isInSight(work.db, work.actor, 'account', row.account_id)))
    throw new Failure('reference-unknown', fieldIssue('/accountId', 'unknown', 'no such account in your sight'));
  const others = await budgetLines.ofCategory(work, row.fiscal_year, row.category_key);
  const isSame = (other: BudgetLineTable) =>
    other.id !== row.id &&
    other.team_id === row.team_id &&
    other.campaign_key === row.campaign_key &&
    other.account_id === row.account_id;
  if (others.some(isSame))
    throw new Failure('name-taken', fieldIssue('/category', 'taken', 'this year has a line for the same already'));
}

/** Enters a budget line once; a second call with the same id answers the first one's record. */
export const createBudgetLine = (deps: Deps, actor: Actor, { id, ...input }: NewBudgetLine) =>
  deps.transact(actor, async (work) => {
    await budgetLines.take(work);
    const nothingYet = { team_id: null, campaign: null, campaign_key: null, account_id: null };
    const columns = budgetLineColumns({ results: [...noResults], ...input });
    const values = {
      ...nothingYet,
      ...columns,
      id,
      org_id: actor.orgId,
      currency: actor.organisation.currency,
      owner_id: await holderOf(work, input.teamId ?? null),
    } as Parameters<typeof check>[1];
    await check(work, values);
    return budgetLines.create(work, values as Parameters<typeof budgetLines.create>[1]);
  });

export const changeBudgetLine = (
  deps: Deps,
  actor: Actor,
  id: string,
  seen: number,
  patch: BudgetLinePatch,
): Promise<BudgetLineTable> =>
  deps.transact(actor, async (work) => {
    await budgetLines.take(work);
    const before = await budgetLines.get(work.db, actor, id);
    const columns = {
      ...budgetLineColumns(patch),
      ...(patch.teamId === undefined ? {} : { owner_id: await holderOf(work, patch.teamId) }),
    };
    await check(work, { ...before, ...columns });
    return budgetLines.update(work, id, seen, columns);
  });

/** Puts a line back, if no other has taken its place meanwhile. */
export const restoreBudgetLine = (deps: Deps, actor: Actor, id: string, seen: number): Promise<BudgetLineTable> =>
  deps.transact(actor, async (work) => {
    await budgetLines.take(work);
    await check(work, await budgetLines.get(work.db, actor, id));
    return budgetLines.restore(work, id, seen);
  });
