import * as z from 'zod';
import { CivilDay, Currency, orNull } from './scalars.ts';

/**
 * The season of a fiscal year as past years teach it, and the year projected from what is gone of it by a day: today when left out.
 * `priorYears` (κ) is how many years of history the working days are worth, `yearDecay` (λ) what a year counts against the next.
 */
export const SeasonQuery = z.object({
  fiscalYear: z.coerce.number().int().min(1900).max(2200).optional(),
  asOf: CivilDay.optional(),
  years: z.coerce.number().int().min(1).max(10).default(3),
  priorYears: z.coerce.number().min(0).max(10).default(1),
  yearDecay: z.coerce.number().min(0).max(1).default(0.7),
});
export type SeasonQuery = z.infer<typeof SeasonQuery>;

/** `share` and `yearShare` are asked for with their month, 0–11 in fiscal order; `yearShare` also with its year. */
export const seasonFigures = [
  'share',
  'yearShare',
  'actual',
  'linear',
  'seasonal',
  'linearGone',
  'seasonalGone',
] as const;
export const SeasonWhyQuery = SeasonQuery.extend({
  figure: z.enum(seasonFigures),
  month: z.coerce.number().int().min(0).max(11).optional(),
  year: z.coerce.number().int().optional(),
});
export type SeasonWhyQuery = z.infer<typeof SeasonWhyQuery>;

/** A year projected: the share of it that is usually gone by the day, and where it would end. Null before anything is gone. */
const Projection = z.object({ gone: orNull(z.number()), value: orNull(z.int()) });

/** Money in minor units, shares from 0 to 1. */
export const SeasonView = z.object({
  asOf: CivilDay,
  currency: Currency,
  fiscalYear: z.int(),
  fiscalYearLabel: z.string(),
  /** First civil day of each of the twelve months. */
  monthStarts: z.array(CivilDay),
  /** Of each month; null when nothing is known: no past year, and no weight on the working days. */
  shares: orNull(z.array(z.number())),
  /** By working days alone. */
  prior: z.array(z.number()),
  /** Past years that are counted, oldest first. */
  years: z.array(
    z.object({ fiscalYear: z.int(), fiscalYearLabel: z.string(), total: z.int(), shares: z.array(z.number()) }),
  ),
  /** Past years that are not: without sales, begun before the books, or not over. */
  leftOut: z.array(
    z.object({ fiscalYear: z.int(), fiscalYearLabel: z.string(), reason: z.enum(['no-sales', 'incomplete']) }),
  ),
  actual: z.int(),
  /** Every month counts a twelfth. */
  linear: Projection,
  /** Every month counts its share. */
  seasonal: Projection,
});
export type SeasonView = z.infer<typeof SeasonView>;
