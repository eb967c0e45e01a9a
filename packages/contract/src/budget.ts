import * as z from 'zod';
import { Currency, Id, Minor, Name, orNull, PersonRef, RecordRef, recordFields, ShortText } from './scalars.ts';

const months = z.array(Minor.min(0)).length(12);

const details = {
  fiscalYear: z.int().min(1900).max(2200),
  category: Name,
  /** Whose spend it is for; null: the whole organisation's. */
  teamId: orNull(Id),
  campaign: orNull(ShortText),
  accountId: orNull(Id),
  /** Of each fiscal month, in minor units of the organisation's currency. */
  months,
  /** What a campaign brought in each fiscal month, as its holder counts it: leads, orders, guests; null where nobody has counted. */
  results: z.array(orNull(z.int().min(0).max(1e9))).length(12),
};

export const NewBudgetLine = z.object({
  id: Id,
  ...z.object(details).partial().shape,
  fiscalYear: details.fiscalYear,
  category: details.category,
  months: details.months,
});
export type NewBudgetLine = z.infer<typeof NewBudgetLine>;
export const BudgetLinePatch = z.object(details).omit({ fiscalYear: true }).partial();
export type BudgetLinePatch = z.infer<typeof BudgetLinePatch>;
export const BudgetLineView = z.object({
  ...recordFields,
  ...details,
  currency: Currency,
  totalMinor: z.int(),
  team: orNull(RecordRef),
  account: orNull(RecordRef),
  /** Who leads the team, and answers for the line. */
  holder: orNull(PersonRef),
});
export type BudgetLineView = z.infer<typeof BudgetLineView>;

/** The key of what says nothing of the axis: spend without a campaign, budget without a team. No name is folded to it. */
export const withoutKey = '-';

/** What burn is divided by. `line`: each claim by the one budget line it is spent from. */
export const burnAxes = ['category', 'line', 'team', 'campaign', 'account', 'month'] as const;
export const burnFigures = ['plan', 'approved', 'pending', 'remaining'] as const;

const FiscalYear = z.coerce.number().int().min(1900).max(2200);
/** The fiscal year under way when left out. */
export const BurnQuery = z.object({ fiscalYear: FiscalYear.optional(), by: z.enum(burnAxes).default('category') });
export type BurnQuery = z.infer<typeof BurnQuery>;
export const BurnWhyQuery = BurnQuery.extend({
  figure: z.enum(burnFigures),
  /** The `key` of a row; the total when left out. */
  key: z.string().max(400).optional(),
});
export type BurnWhyQuery = z.infer<typeof BurnWhyQuery>;

/**
 * All in minor units: what was budgeted, null where nobody has; what was approved of it, what waits for a decision, what is left of
 * it. Spend without a budget is taken off what is left, so that rows sum to the total.
 */
const burn = { planMinor: orNull(z.int()), approvedMinor: z.int(), pendingMinor: z.int(), remainingMinor: z.int() };
export const BurnView = z.object({
  fiscalYear: z.int(),
  fiscalYearLabel: z.string(),
  /** First day of each fiscal month. */
  months: z.array(z.string()).length(12),
  currency: Currency,
  by: z.enum(burnAxes),
  /** In the order of their names; `withoutKey` stands last. They sum to the total. */
  rows: z.array(z.object({ key: z.string(), name: z.string(), ...burn })),
  total: z.object(burn),
  /** Claims in other currencies, which are not counted in. */
  otherCurrencies: z.array(z.object({ currency: Currency, approvedMinor: z.int(), pendingMinor: z.int() })),
});
export type BurnView = z.infer<typeof BurnView>;

export const costResults = ['lead', 'visit', 'won-deal', 'revenue'] as const;
export const ReturnsQuery = z.object({ fiscalYear: FiscalYear.optional() });
export type ReturnsQuery = z.infer<typeof ReturnsQuery>;
export const ReturnsWhyQuery = ReturnsQuery.extend({ result: z.enum(costResults) });
export type ReturnsWhyQuery = z.infer<typeof ReturnsWhyQuery>;
/** What was spent for one result: approved spend ÷ results of the same people in the same year. */
export const ReturnsView = z.object({
  fiscalYear: z.int(),
  currency: Currency,
  rows: z.array(
    z.object({
      result: z.enum(costResults),
      /** Approved spend in minor units. */
      numeratorMinor: z.int(),
      /** Leads, visits done, deals won; of revenue its minor units. */
      denominator: z.int(),
      /** Minor units a result, of revenue a plain ratio; null without any result. */
      cost: orNull(z.number()),
    }),
  ),
});
export type ReturnsView = z.infer<typeof ReturnsView>;

export const allocationFigures = [
  'current',
  'proposed',
  'currentResults',
  'proposedResults',
  'nextResults',
  'months',
] as const;
export const AllocationWhyQuery = ReturnsQuery.extend({ campaign: ShortText, figure: z.enum(allocationFigures) });
export type AllocationWhyQuery = z.infer<typeof AllocationWhyQuery>;

/** A month's campaign budget shared out so that the next unit returns the same in every campaign. */
export const AllocationView = z.object({
  fiscalYear: z.int(),
  currency: Currency,
  status: z.enum(['ok', 'noCampaigns', 'insufficientData']),
  /** Months with spend and a counted result that a campaign needs before its curve is drawn. */
  leastMonths: z.int(),
  /** Budget of a month of all campaigns, in minor units. */
  monthMinor: z.int(),
  /** λ: results for the next unit of the currency, at which the whole budget is shared out; null without a proposal. */
  marginalResults: orNull(z.number()),
  rows: z.array(
    z.object({
      campaign: z.string(),
      /** A month's budget now, and as proposed; at most a fifth up or down at once. */
      currentMinor: z.int(),
      proposedMinor: orNull(z.int()),
      /** Months with spend and a counted result. */
      months: z.int(),
      /** Results a month that its curve gives for the budget now, and as proposed; null where no curve is drawn. */
      currentResults: orNull(z.number()),
      proposedResults: orNull(z.number()),
      /** Results that the next unit of the currency would bring beyond what is proposed: where no bound holds, λ. */
      nextResults: orNull(z.number()),
    }),
  ),
});
export type AllocationView = z.infer<typeof AllocationView>;
