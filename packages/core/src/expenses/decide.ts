/** Where a claim stands. */
export const expenseStatuses = ['draft', 'submitted', 'approved', 'rejected', 'reimbursed'] as const;
export type ExpenseStatus = (typeof expenseStatuses)[number];

/** What may be done with a claim: the claimant submits and withdraws, somebody above approves, rejects and reimburses. */
export const expenseDeeds = ['submit', 'withdraw', 'approve', 'reject', 'reimburse'] as const;
export type ExpenseDeed = (typeof expenseDeeds)[number];

const steps: Readonly<
  Record<ExpenseDeed, { from: readonly ExpenseStatus[]; to: ExpenseStatus; by: 'claimant' | 'above' }>
> = {
  submit: { from: ['draft', 'rejected'], to: 'submitted', by: 'claimant' },
  withdraw: { from: ['submitted'], to: 'draft', by: 'claimant' },
  approve: { from: ['submitted'], to: 'approved', by: 'above' },
  reject: { from: ['submitted'], to: 'rejected', by: 'above' },
  reimburse: { from: ['approved'], to: 'reimbursed', by: 'above' },
};

/** Whether somebody is the claimant, stands above them with the right to decide, or neither. */
export type Standing = 'claimant' | 'above' | 'other';

/** What becomes of a claim: its new status, or why not. Nobody decides on their own claim, and nobody hands in another's. */
export function decideExpense(
  deed: ExpenseDeed,
  { status, standing }: { status: ExpenseStatus; standing: Standing },
):
  | { readonly status: 'ok'; readonly to: ExpenseStatus }
  | { readonly status: 'notTheirs' | 'ownClaim' | 'otherStatus' } {
  const { from, to, by } = steps[deed];
  if (by === 'above' && standing === 'claimant') return { status: 'ownClaim' };
  if (by !== standing) return { status: 'notTheirs' };
  return from.includes(status) ? { status: 'ok', to } : { status: 'otherStatus' };
}

/** May the claimant still change what the claim says? A claim that was handed in stays as it was handed in. */
export const isEditable = (status: ExpenseStatus): boolean => status === 'draft' || status === 'rejected';

/** How a claim counts against a budget: spent, waiting for a decision, or not at all. */
export function burnOf(status: ExpenseStatus): 'approved' | 'pending' | null {
  if (status === 'approved' || status === 'reimbursed') return 'approved';
  return status === 'submitted' ? 'pending' : null;
}
