import * as z from 'zod';
import { CivilDay, Id, LongText, orNull, PersonRef, RecordRef, recordFields } from './scalars.ts';

/** Would they recommend us, 0–10; how satisfied are they, 1–5. */
export const satisfactionScales = ['recommend', 'satisfied'] as const;
export const scaleEnds = { recommend: [0, 10], satisfied: [1, 5] } as const;

const answer = {
  accountId: Id,
  contactId: orNull(Id),
  onDay: CivilDay,
  scale: z.enum(satisfactionScales),
  score: z.int().min(0).max(10),
  /** In their own words. */
  words: orNull(LongText),
};
export const NewSatisfaction = z.object({ id: Id, ...answer }).partial({ contactId: true, words: true });
export type NewSatisfaction = z.infer<typeof NewSatisfaction>;
export const SatisfactionPatch = z.object(answer).omit({ accountId: true }).partial();
export type SatisfactionPatch = z.infer<typeof SatisfactionPatch>;
export const SatisfactionView = z.object({
  ...recordFields,
  ...answer,
  account: orNull(RecordRef),
  contact: orNull(PersonRef),
  owner: orNull(PersonRef),
});
export type SatisfactionView = z.infer<typeof SatisfactionView>;

const counted = z.object({ score: z.number(), low: z.number(), high: z.number(), count: z.int() });
export const SatisfactionQuery = z.object({ from: CivilDay, to: CivilDay });
export type SatisfactionQuery = z.infer<typeof SatisfactionQuery>;
/** A score, or what it changed by. */
export const satisfactionFigures = ['netPromoter', 'satisfied', 'change'] as const;
export const SatisfactionWhyQuery = SatisfactionQuery.extend({ figure: z.enum(satisfactionFigures) });
export type SatisfactionWhyQuery = z.infer<typeof SatisfactionWhyQuery>;
/**
 * Satisfaction between two days, of customers in sight: of each contact, or of a customer without one, the last answer counts. Null without
 * answers. `change` compares with as many days before; `isNoise` while its interval holds nothing at all.
 */
export const SatisfactionScore = z.object({
  from: CivilDay,
  to: CivilDay,
  /** In points, −100 to 100; its interval adjusted, so that few answers do not look certain. */
  netPromoter: orNull(counted),
  /** The share of the two highest boxes, 0–1. */
  satisfied: orNull(counted),
  /** Customers in sight that bought or were visited are not known here: how many customers have said anything. */
  customers: z.int(),
  change: orNull(
    z.object({
      change: z.number(),
      low: z.number(),
      high: z.number(),
      isNoise: z.boolean(),
      answersNeeded: orNull(z.int()),
    }),
  ),
});
export type SatisfactionScore = z.infer<typeof SatisfactionScore>;
