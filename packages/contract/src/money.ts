import { isRate, normalRate } from '@milepost/core/money/rate';
import * as z from 'zod';
import { CivilDay, Currency, Id, orNull, recordFields, ShortText } from './scalars.ts';

/** Is a rate that of one day, or the one at which a fiscal year was planned? */
export const rateKinds = ['day', 'plan'] as const;

/** The price of one unit of a currency in the organisation's, as decimal text: up to ten digits on either side of the point. */
export const RateText = z
  .string()
  .trim()
  .refine(isRate, 'a rate above zero, such as 1.0935')
  .overwrite((text) => (isRate(text) ? normalRate(text) : text));

/** Days and currencies in which something was sold and no rate is known. */
export const MissingRates = z.object({ items: z.array(z.object({ currency: Currency, day: CivilDay })) });
export type MissingRates = z.infer<typeof MissingRates>;

const details = {
  kind: z.enum(rateKinds),
  currency: Currency,
  /** The day on which it holds; of a plan rate the first day of its fiscal year. */
  day: CivilDay,
  rate: RateText,
  /** Who says so: a central bank, a contract. */
  source: orNull(ShortText),
};

/** `kind` left out is a day's. A plan rate may name any day of its fiscal year. */
export const NewRate = z.object({
  id: Id,
  ...z.object(details).partial().shape,
  currency: Currency,
  day: CivilDay,
  rate: RateText,
});
export type NewRate = z.infer<typeof NewRate>;
export const RatePatch = z.object(details).partial();
export type RatePatch = z.infer<typeof RatePatch>;
export const RateView = z.object({ ...recordFields, ...details });
export type RateView = z.infer<typeof RateView>;
