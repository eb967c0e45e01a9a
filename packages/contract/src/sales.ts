import * as z from 'zod';
import {
  CivilDay,
  Currency,
  Id,
  Instant,
  Minor,
  Name,
  orNull,
  PersonRef,
  RecordRef,
  recordFields,
  ShortText,
} from './scalars.ts';

/** A share of a whole, above 0 and up to 1, in steps of a hundredth of a percent. */
export const Share = z
  .number()
  .gt(0)
  .lte(1)
  .refine(
    (share) => Math.abs(share * 10_000 - Math.round(share * 10_000)) < 1e-6,
    'a share with at most four decimals',
  );

/** Who gets which share of the credit; the shares must add up to exactly 1, or it is refused with `split-not-whole`. */
export const Split = z
  .array(z.object({ personId: Id, share: Share }))
  .min(1)
  .max(20);
export type Split = z.infer<typeof Split>;
export const SplitView = z.array(z.object({ person: PersonRef, share: z.number() }));

const details = {
  /** The civil day of the sale: its credits are dated on it. */
  day: CivilDay,
  externalId: orNull(ShortText),
  /** Several sales of one order carry the same one. */
  orderId: orNull(ShortText),
  accountId: orNull(Id),
  productId: orNull(Id),
  /** Line, segment and region; left out they come from the product and the account. */
  line: orNull(ShortText),
  segment: orNull(ShortText),
  region: orNull(ShortText),
  quantity: orNull(z.int().min(-1e9).max(1e9)),
  revenueMinor: Minor,
  /** Null when nobody knows: never zero. */
  costMinor: orNull(Minor),
  currency: Currency,
  ownerId: orNull(Id),
  backupId: orNull(Id),
  /** Null when the owner has it all. */
  split: orNull(Split),
};

export const NewSale = z.object({
  id: Id,
  ...z.object(details).partial().shape,
  day: CivilDay,
  revenueMinor: Minor,
});
export type NewSale = z.infer<typeof NewSale>;

/** A correction: the books keep the old credits, reverse them and add the new ones. */
export const SalePatch = z.object({ ...z.object(details).partial().shape, reason: Name.optional() });
export type SalePatch = z.infer<typeof SalePatch>;

export const SaleView = z.object({
  ...recordFields,
  ...z.object(details).omit({ ownerId: true, backupId: true, split: true, accountId: true, productId: true }).shape,
  account: orNull(RecordRef),
  product: orNull(RecordRef),
  /** The deal whose win it is; such a sale is corrected through the deal. */
  opportunity: orNull(RecordRef),
  isOfOpportunity: z.boolean(),
  owner: orNull(PersonRef),
  backup: orNull(PersonRef),
  split: orNull(SplitView),
});
export type SaleView = z.infer<typeof SaleView>;

/** One line of the books: whose it was, on its day. Never edited; a reversal has the opposite sign. */
export const CreditView = z.object({
  id: Id,
  saleId: Id,
  day: CivilDay,
  kind: z.enum(['sale', 'reversal']),
  reversesId: orNull(Id),
  person: orNull(PersonRef),
  team: orNull(RecordRef),
  share: z.number(),
  quantity: orNull(z.int()),
  revenueMinor: Minor,
  costMinor: orNull(Minor),
  currency: Currency,
  account: orNull(RecordRef),
  product: orNull(RecordRef),
  line: orNull(ShortText),
  segment: orNull(ShortText),
  region: orNull(ShortText),
  postedAt: Instant,
});
export type CreditView = z.infer<typeof CreditView>;
/** What a sale did to the books, and what stands of it in each currency; a measure that a line does not know is null. */
export const SaleCredits = z.object({
  items: z.array(CreditView),
  standing: z.array(
    z.object({
      currency: Currency,
      quantity: orNull(z.int()),
      revenueMinor: orNull(z.int()),
      costMinor: orNull(z.int()),
    }),
  ),
});
export type SaleCredits = z.infer<typeof SaleCredits>;
