import * as z from 'zod';
import { CivilDay, Currency, Id, orNull } from './scalars.ts';

export const measures = ['revenue', 'margin', 'quantity', 'sales'] as const;
export const Measure = z.enum(measures);
export type Measure = z.infer<typeof Measure>;

/** What a figure is divided by. Team, manager, line, segment and region are those of the day of the credit. */
export const dimensions = [
  'rep',
  'manager',
  'team',
  'region',
  'product',
  'line',
  'segment',
  'month',
  'quarter',
  'fiscal-quarter',
  'account',
] as const;
export const Dimension = z.enum(dimensions);
export type Dimension = z.infer<typeof Dimension>;

/** Both days are included. */
export const FigureQuery = z.object({
  from: CivilDay,
  to: CivilDay,
  by: Dimension.optional(),
  currency: Currency.optional(),
});
export type FigureQuery = z.infer<typeof FigureQuery>;

/** The figure whose derivation is asked for: a row by its `key` as printed, or the total. */
export const FigureWhyQuery = FigureQuery.extend({ key: z.string().max(500).optional() });
export type FigureWhyQuery = z.infer<typeof FigureWhyQuery>;

/**
 * A measure between two days. Money in minor units. The rows are in the order of their keys and sum to the total; what
 * has no value on the dimension stands under the key ''. Two things of one name are told apart in their keys.
 */
export const FigureView = z.object({
  measure: Measure,
  from: CivilDay,
  to: CivilDay,
  by: orNull(Dimension),
  unit: z.enum(['money', 'count']),
  /** Of a figure in money. */
  currency: orNull(Currency),
  total: z.int(),
  rows: z.array(
    z.object({
      key: z.string(),
      /** The record behind the row, where there is one. */
      id: orNull(Id),
      value: z.int(),
    }),
  ),
  /** What could not be counted in: revenue of unknown cost for the margin, sales of unknown quantity for the quantity. */
  unknown: orNull(z.object({ value: z.int(), unit: z.enum(['money', 'count']) })),
});
export type FigureView = z.infer<typeof FigureView>;
