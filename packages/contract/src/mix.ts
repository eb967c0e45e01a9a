import type { MixSpec } from '@milepost/core/mix/mix-spec';
import * as z from 'zod';
import { CivilDay, Currency, Id, Minor, Name, orNull, recordFields } from './scalars.ts';

export const mixRoles = ['high-margin', 'traffic'] as const;
const share = z.number().min(0).max(1);
const money = Minor.min(0);

/** A product line of a mix. What is not known is null. */
export const MixLineInput = z.object({
  line: Name,
  role: orNull(z.enum(mixRoles)),
  /** Gross margin ÷ revenue, at most 1. */
  marginShare: orNull(z.number().min(-100).max(1)),
  /** Selling hours for 1,000 of revenue. */
  hoursPerThousand: orNull(z.number().min(0).max(1e6)),
  demandCapMinor: orNull(money),
  floorMinor: money,
});
export type MixLineInput = z.infer<typeof MixLineInput>;

const isOnce = (lines: readonly { line: string }[]) => new Set(lines.map(({ line }) => line)).size === lines.length;
const details = {
  name: Name,
  lines: z.array(MixLineInput).min(1).max(200).refine(isOnce, 'each line once').readonly(),
  targetMinor: orNull(money),
  hours: orNull(z.number().min(0).max(1e9)),
  /** Least share of the high-margin lines, and of the traffic lines, in all revenue. */
  highShare: orNull(share),
  trafficShare: orNull(share),
  /** At least `ratio` of revenue with the one line for every unit of revenue with the other. */
  pairings: z
    .array(z.object({ high: Name, traffic: Name, ratio: z.number().min(0).max(1000) }))
    .max(50)
    .readonly(),
};

export const NewMixPlan = z.object({ id: Id, fiscalYear: z.int().min(1900).max(2200), ...details });
export type NewMixPlan = z.infer<typeof NewMixPlan>;
export const MixPlanPatch = z.object(details).partial();
export type MixPlanPatch = z.infer<typeof MixPlanPatch>;
export const MixPlanView = z.object({
  ...recordFields,
  fiscalYear: z.int(),
  fiscalYearLabel: z.string(),
  currency: Currency,
  ...details,
});
export type MixPlanView = z.infer<typeof MixPlanView>;

/** What a mix plan asks of core, in the exponent of its currency. */
export const mixSpecOf = (
  plan: Pick<MixPlanView, 'lines' | 'targetMinor' | 'hours' | 'highShare' | 'trafficShare' | 'pairings'>,
  exponent: number,
): MixSpec => ({
  exponent,
  lines: plan.lines.map(({ line, role, marginShare, hoursPerThousand, demandCapMinor, floorMinor }) => ({
    id: line,
    role,
    marginShare,
    hoursPerThousand,
    demandCap: demandCapMinor,
    floor: floorMinor,
  })),
  target: plan.targetMinor,
  hours: plan.hours,
  highShare: plan.highShare,
  trafficShare: plan.trafficShare,
  pairings: plan.pairings,
});

export const MixRuleView = z.union([
  z.object({ kind: z.enum(['target', 'hours', 'high-share', 'traffic-share']) }),
  z.object({ kind: z.enum(['cap', 'floor']), line: z.string() }),
  z.object({ kind: z.literal('pairing'), high: z.string(), traffic: z.string() }),
]);

/** Money in minor units, limits in the unit of their rule. */
export const MixSolutionView = z.object({
  /** Of the plan that was solved. */
  version: z.int(),
  status: z.enum(['ok', 'infeasible', 'incomplete', 'unbounded']),
  best: orNull(
    z.object({
      lines: z.array(z.object({ line: z.string(), revenue: z.int(), margin: z.int() })),
      revenue: z.int(),
      margin: z.int(),
      /** Null where hours are not known of every line. */
      hours: orNull(z.number()),
      highShare: orNull(z.number()),
      trafficShare: orNull(z.number()),
    }),
  ),
  /** Rules that bind: what easing each by a step would add to the margin, dearest first. */
  prices: z.array(z.object({ rule: MixRuleView, id: z.string(), limit: z.number(), step: z.number(), gain: z.int() })),
  /** Rules that cannot all be met. */
  conflict: z.array(MixRuleView),
  /** The single changes that would each free the plan; null where a rule alone cannot. */
  relaxations: z.array(
    z.object({ rule: MixRuleView, from: z.number(), to: orNull(z.number()), applied: orNull(z.number()) }),
  ),
  missing: z.array(z.object({ line: z.string(), fact: z.enum(['margin-share', 'hours']) })),
});
export type MixSolutionView = z.infer<typeof MixSolutionView>;

/** `gain` takes the id of a rule that binds. */
export const MixWhyQuery = z.object({
  figure: z.enum(['margin', 'revenue', 'hours', 'gain', 'high-share', 'traffic-share']),
  rule: z.string().max(1000).optional(),
});
export type MixWhyQuery = z.infer<typeof MixWhyQuery>;

/** The books so far beside the plan's best mix. Shares are of all revenue; null before anything is sold or planned. */
export const MixToDateView = z.object({
  asOf: CivilDay,
  revenue: z.int(),
  highShare: orNull(z.number()),
  trafficShare: orNull(z.number()),
  lines: z.array(
    z.object({
      /** Empty for what was sold without a line. */
      line: z.string(),
      role: orNull(z.enum(mixRoles)),
      revenue: z.int(),
      share: orNull(z.number()),
      plannedRevenue: orNull(z.int()),
      plannedShare: orNull(z.number()),
    }),
  ),
});
export type MixToDateView = z.infer<typeof MixToDateView>;

export const MixProposalQuery = z.object({
  fiscalYear: z.coerce.number().int().min(1900).max(2200),
  /** Hours of a working day in which a rep sells; without it no hours are proposed. */
  hoursPerDay: z.coerce.number().min(0).max(24).optional(),
});

/** What a year's mix could begin with, and what it was taken from. */
export const MixProposalView = z.object({
  fiscalYear: z.int(),
  fiscalYearLabel: z.string(),
  currency: Currency,
  targetMinor: orNull(money),
  hours: orNull(z.number()),
  highShare: orNull(share),
  lines: z.array(
    MixLineInput.extend({
      /** Of the twelve months that were looked at; the margin is known of `costedRevenue` only. */
      soldMinor: z.int(),
      costedRevenueMinor: z.int(),
    }),
  ),
  history: z.object({ from: CivilDay, to: CivilDay }),
  capacity: z.object({ people: z.int(), workdays: z.int() }),
});
export type MixProposalView = z.infer<typeof MixProposalView>;
