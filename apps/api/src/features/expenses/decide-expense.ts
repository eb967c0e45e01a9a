import { decideExpense, type ExpenseDeed, type Standing } from '@milepost/core/expenses/decide';
import type { Actor } from '../../auth/actor.ts';
import { reaches } from '../../auth/actor.ts';
import type { ExpenseTable } from '../../db/tables/spend.ts';
import type { Work } from '../../db/work.ts';
import type { Deps } from '../../deps.ts';
import { Failure } from '../../http/failure.ts';
import { people } from '../people/store.ts';
import { expenses } from './store.ts';

/** How somebody stands to a claim: whose it is, above its claimant, or neither. */
export function standingOf(actor: Actor, { person_id }: Pick<ExpenseTable, 'person_id'>): Standing {
  if (person_id === actor.personId) return 'claimant';
  return actor.role !== 'rep' && reaches(actor, person_id) ? 'above' : 'other';
}

const refusalOf = {
  notTheirs: 'not-allowed',
  ownClaim: 'own-claim',
  otherStatus: 'claim-in-other-status',
} as const;

/** What the change record says of each step. */
const actionOf = {
  submit: 'submitted',
  withdraw: 'withdrawn',
  approve: 'approved',
  reject: 'rejected',
  reimburse: 'reimbursed',
} as const satisfies Record<ExpenseDeed, string>;

/** Who did the step and when, as the claim keeps it. A claim that is handed in again has not been decided yet. */
async function columnsOf(work: Work, deed: ExpenseDeed, row: ExpenseTable, reason: string | undefined) {
  const { at, actor } = work;
  const undecided = { decided_at: null, decided_by: null, reason: null };
  if (deed === 'submit') {
    // The spend belongs to the team that the claimant is in when it is handed in.
    const claimant = await people.get(work.db, actor, row.person_id);
    return { ...undecided, submitted_at: at, team_id: claimant.team_id };
  }
  if (deed === 'withdraw') return { ...undecided, submitted_at: null };
  if (deed === 'reimburse') return { reimbursed_at: at, reimbursed_by: actor.personId };
  return { decided_at: at, decided_by: actor.personId, reason: reason ?? null };
}

/**
 * One step of a claim: handed in or taken back by its claimant, approved, rejected or reimbursed by somebody above.
 * @throws Failure `not-found`, `own-claim`, `not-allowed`, `claim-in-other-status`, `reason-missing` for a rejection without one
 */
export const stepExpense = (
  deps: Deps,
  actor: Actor,
  { id, seen, deed, reason }: { id: string; seen: number; deed: ExpenseDeed; reason?: string | undefined },
): Promise<ExpenseTable> =>
  deps.transact(actor, async (work) => {
    const row = await expenses.get(work.db, actor, id);
    if (row.archived_at !== null) throw new Failure('archived');
    const decided = decideExpense(deed, { status: row.status, standing: standingOf(actor, row) });
    if (decided.status !== 'ok') throw new Failure(refusalOf[decided.status]);
    if (deed === 'reject' && !reason) throw new Failure('reason-missing');
    const columns = { ...(await columnsOf(work, deed, row, reason)), status: decided.to };
    return expenses.update(work, id, seen, columns, { action: actionOf[deed], ...(reason ? { reason } : {}) });
  });
