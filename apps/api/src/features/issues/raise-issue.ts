import type { IssuePatch, NewIssue } from '@milepost/contract/issues';
import { foldName } from '@milepost/core/identity/fold-name';
import type { Actor } from '../../auth/actor.ts';
import type { DepartmentTable, IssueTable } from '../../db/tables/issues.ts';
import type { Work } from '../../db/work.ts';
import type { Deps } from '../../deps.ts';
import { Failure, fieldIssue } from '../../http/failure.ts';
import { accounts } from '../accounts/store.ts';
import { people } from '../people/store.ts';
import { opportunities } from '../pipeline/store.ts';
import { invoices } from '../receivables/store.ts';
import { partyOf } from './party-of.ts';
import { issueSteps } from './step-store.ts';
import { departments, hoursFor, issues } from './store.ts';
import { tellSolvers } from './tell-parties.ts';
import { dueAfter } from './working-time.ts';

const unknown = (path: string): never => {
  throw new Failure('reference-unknown', fieldIssue(path, 'unknown', 'no such record in your sight'));
};

/** A department that takes on issues. @throws Failure `reference-unknown` */
export async function departmentOf(work: Work, id: string): Promise<DepartmentTable> {
  const row = await departments.byId(work.db, work.actor.orgId, id);
  return row && row.archived_at === null ? row : unknown('/departmentId');
}

/** Somebody active of that department. @throws Failure `owner-unknown` */
export async function demandSolver(work: Work, ownerId: string | null, departmentId: string): Promise<void> {
  if (ownerId === null) return;
  const [person] = await people.byIds(work.db, work.actor.orgId, [ownerId]);
  if (person?.is_active !== 1 || person.department_id !== departmentId)
    throw new Failure('owner-unknown', fieldIssue('/ownerId', 'other-department', 'nobody of that department'));
}

type Links = Pick<IssueTable, 'account_id' | 'opportunity_id' | 'invoice_id'>;

/**
 * What is in danger, as far as whoever says so sees it: a deal or a receivable names its customer by itself, and the customer those who
 * are to know of it.
 * @throws Failure `reference-unknown` for what is out of sight, or of another customer
 */
async function linksOf({ db, actor }: Work, { accountId, opportunityId, invoiceId }: IssuePatch) {
  const deal = opportunityId ? await opportunities.find(db, actor, opportunityId) : null;
  if (opportunityId && !deal) unknown('/opportunityId');
  const invoice = invoiceId ? await invoices.find(db, actor, invoiceId) : null;
  if (invoiceId && !invoice) unknown('/invoiceId');
  const account_id = accountId ?? deal?.account_id ?? invoice?.account_id ?? null;
  const account = account_id === null ? null : await accounts.find(db, actor, account_id);
  if (accountId && !account) unknown('/accountId');
  if (account && deal && deal.account_id !== account.id) unknown('/opportunityId');
  if (account && invoice && invoice.account_id !== account.id) unknown('/invoiceId');
  return {
    ...{ account_id: account?.id ?? null, opportunity_id: deal?.id ?? null, invoice_id: invoice?.id ?? null },
    ...{ customer_owner_id: account?.owner_id ?? null, customer_backup_id: account?.backup_id ?? null },
  };
}

/** Raises an issue with a department, once; its working time runs from now. */
export const raiseIssue = (deps: Deps, actor: Actor, { id, ownerId = null, departmentId, ...input }: NewIssue) =>
  deps.transact(actor, async (work) => {
    const there = await issues.find(work.db, actor, id);
    if (there) return { row: there, isNew: false };
    if (actor.personId === null) throw new Failure('not-allowed');
    const department = await departmentOf(work, departmentId);
    await demandSolver(work, ownerId, departmentId);
    const { row, isNew } = await issues.create(work, {
      ...{ id, name: input.name, name_key: foldName(input.name), details: input.details ?? null },
      ...{ kind: input.kind ?? 'other', severity: input.severity, state: 'open', raised_by_id: actor.personId },
      ...{ department_id: departmentId, owner_id: ownerId, level: 0, runs_from: work.at },
      due_at: dueAfter(actor.organisation, work.at, hoursFor(department, input.severity)),
      ...(await linksOf(work, input)),
      ...{ resolution: null, lesson: null, resolved_at: null },
    });
    await issueSteps.add(work, { issue_id: id, deed: 'raise', department_id: departmentId });
    await tellSolvers(deps, work, row, 'raised');
    return { row, isNew };
  });

/**
 * Changes what an issue says, how much it presses (its deadline follows), and who is to solve it.
 * @throws Failure `not-allowed` for those who only see it
 */
export const changeIssue = (
  deps: Deps,
  actor: Actor,
  id: string,
  seen: number,
  patch: IssuePatch,
): Promise<IssueTable> =>
  deps.transact(actor, async (work) => {
    const before = await issues.get(work.db, actor, id);
    const party = partyOf(actor, before);
    if (!party.isRaiser && !party.isSolver) throw new Failure('not-allowed');
    const { accountId, opportunityId, invoiceId, ownerId, name, ...same } = patch;
    if (ownerId !== undefined) await demandSolver(work, ownerId, before.department_id);
    const isLinked = accountId !== undefined || opportunityId !== undefined || invoiceId !== undefined;
    const links: Links | Record<string, never> = isLinked
      ? await linksOf(work, {
          accountId: accountId === undefined ? before.account_id : accountId,
          opportunityId: opportunityId === undefined ? before.opportunity_id : opportunityId,
          invoiceId: invoiceId === undefined ? before.invoice_id : invoiceId,
        })
      : {};
    const isOther = patch.severity !== undefined && patch.severity !== before.severity;
    const department = isOther ? await departments.byId(work.db, actor.orgId, before.department_id) : undefined;
    const due =
      department && patch.severity
        ? { due_at: dueAfter(actor.organisation, before.runs_from, hoursFor(department, patch.severity)) }
        : {};
    const row = await issues.update(work, id, seen, {
      ...same,
      ...(name === undefined ? {} : { name, name_key: foldName(name) }),
      ...(ownerId === undefined ? {} : { owner_id: ownerId }),
      ...links,
      ...due,
    });
    if (row.owner_id !== null && row.owner_id !== before.owner_id && row.owner_id !== actor.personId)
      await tellSolvers(deps, work, row, 'raised');
    return row;
  });

/** Takes an issue out of the lists, or back: for who raised it. @throws Failure `not-allowed` */
export const archiveIssue = (deps: Deps, actor: Actor, id: string, seen: number): Promise<IssueTable> =>
  deps.transact(actor, async (work) => {
    if (!partyOf(actor, await issues.get(work.db, actor, id)).isRaiser) throw new Failure('not-allowed');
    return issues.archive(work, id, seen);
  });
export const restoreIssue = (deps: Deps, actor: Actor, id: string, seen: number): Promise<IssueTable> =>
  deps.transact(actor, async (work) => {
    if (!partyOf(actor, await issues.get(work.db, actor, id)).isRaiser) throw new Failure('not-allowed');
    return issues.restore(work, id, seen);
  });
