import { type MixPlanView, mixSpecOf } from '@milepost/contract/mix';
import type { LpSolver } from '@milepost/core/lp/lp';
import { type MixResult, solveMix } from '@milepost/core/mix/solve-mix';
import type { AmountWriting } from '../records/form-fields.ts';
import {
  detailsOf,
  differing,
  type MixDetails,
  readHours,
  readMoney,
  readShare,
  shownMoney,
  shownNumber,
  shownShare,
} from './mix-form.ts';

/** The rules that a what-if moves, as they are typed. */
export const whatIfKeys = ['targetMinor', 'hours', 'highShare', 'trafficShare'] as const;
export type WhatIf = Record<(typeof whatIfKeys)[number], string>;

export const whatIfOf = (plan: MixPlanView, writing: AmountWriting): WhatIf => ({
  targetMinor: shownMoney(plan.targetMinor, writing),
  hours: shownNumber(plan.hours, 2, writing),
  highShare: shownShare(plan.highShare, writing),
  trafficShare: shownShare(plan.trafficShare, writing),
});

/** What differs from the plan; null while something typed cannot be read. A field left as it was shown stays as it is. */
export function whatIfChange(plan: MixPlanView, typed: WhatIf, writing: AmountWriting): Partial<MixDetails> | null {
  const shown = whatIfOf(plan, writing);
  const limits: Partial<MixDetails> = {};
  for (const key of whatIfKeys) {
    if (typed[key] === shown[key]) continue;
    const read = { targetMinor: readMoney, hours: readHours, highShare: readShare, trafficShare: readShare }[key];
    const value = read(typed[key], writing);
    const most = key === 'highShare' || key === 'trafficShare' ? 1 : Number.POSITIVE_INFINITY;
    if (value === undefined || (value !== null && (value < 0 || value > most))) return null;
    limits[key] = value;
  }
  return differing({ ...detailsOf(plan), ...limits }, detailsOf(plan));
}

/** The best mix of the plan as it would be, in this window. */
export const solveWhatIf = (
  plan: MixPlanView,
  change: Partial<MixDetails>,
  exponent: number,
  solver: LpSolver,
): Promise<MixResult> => solveMix(mixSpecOf({ ...plan, ...change }, exponent), solver);
