import type { ClosePolicy, Edit } from './edit.ts';
import { type Plan, plannedTotal } from './plan.ts';
import { type Replan, replan } from './replan.ts';

/** The lock that months carry which were over when a plan was amended. */
export const CLOSED = 'closed';

/** How a plan that counts is changed from a day on. */
export type Amendment = {
  /** How many months of the year are over before that day, 0 to 12. */
  readonly closedMonths: number;
  /** What closed months are held at: the plan, or what was sold in them. */
  readonly heldAt: Extract<Edit, { kind: 'close' }>['heldAt'];
  /** Who makes up for what is missing: the open months, the year, or the open months up to a factor. */
  readonly policy: ClosePolicy;
  /** A new total for the year; null leaves it. */
  readonly total: number | null;
  /** Further edits of open months, e.g. what a leaver leaves to others. */
  readonly edits?: readonly Edit[];
};

/**
 * Amends a plan (rule 1, "parent changed after actuals"). The total is stated anew, months that are over are closed and
 * locked, and the rest of the year follows by the policy. What `capUplift` does not let the open months take stays
 * unallocated, for all to see: see `allocation`.
 *
 * Of 1,200 with 255 sold in the first quarter instead of 300, `keepYear` asks 105 of each month left, `keepRest` leaves
 * 100 a month and a year of 1,155.
 *
 * Throws RangeError as `replan` does, and on a new total together with `keepRest`, which lets the year follow the rest.
 */
export function amend(plan: Plan, { closedMonths, heldAt, policy, total, edits = [] }: Amendment): Replan {
  if (policy === 'keepRest' && total !== null)
    throw new RangeError('The year cannot both be given and follow from its months.');
  const stated: Edit[] = total === null ? [] : [{ kind: 'state', at: {}, value: total }];
  const first: Edit[] =
    closedMonths === 0
      ? [...stated, ...wholeYear(plan, policy, total)]
      : [...stated, { kind: 'close', id: CLOSED, months: closedMonths, heldAt, policy }];
  return replan(plan, [...first, ...edits]);
}

/** Before any month is over all of them are open. */
function wholeYear(plan: Plan, policy: ClosePolicy, total: number | null): Edit[] {
  if (total === null || policy === 'keepRest') return [];
  if (policy === 'keepYear') return [{ kind: 'set', at: {}, value: total }];
  const planned = plannedTotal(plan);
  return [{ kind: 'set', at: {}, value: Math.min(total, Math.max(planned, Math.floor(planned * policy.capUplift))) }];
}
