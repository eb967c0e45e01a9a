import * as z from 'zod';
import { Term } from './measures.ts';
import { CivilDay, Currency, Id, orNull } from './scalars.ts';

export const measures = [
  'revenue',
  'margin',
  'quantity',
  'sales',
  'newCustomers',
  'repurchaseRate',
  'coverage',
  'eventConversion',
  'visits',
  'collected',
  'collectedWithin',
  'marketCoverage',
  'signingRate',
  'satisfied',
  'netPromoter',
  'daysOutstanding',
] as const;
/** What the values of a measure are: minor units, a count, a share (0–1), days, or points of a hundred. */
export const FigureUnit = z.enum(['money', 'count', 'ratio', 'days', 'points']);
export type FigureUnit = z.infer<typeof FigureUnit>;
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
  'event',
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

/** A counted rate: so many of so many. */
export const Counts = z.object({ num: z.int(), den: z.int() });
export type Counts = z.infer<typeof Counts>;

/**
 * A measure between two days. Money in minor units. The rows are in the order of their keys; of an additive measure they sum to the
 * total, of a rate they do not, and its total is counted anew. What has no value on the dimension stands under the key ''. Two things of
 * one name are told apart in their keys. Null is "not known": a rate of nothing counted.
 */
export const FigureView = z.object({
  measure: Measure,
  from: CivilDay,
  to: CivilDay,
  by: orNull(Dimension),
  unit: FigureUnit,
  isAdditive: z.boolean(),
  /** Of a figure in money. */
  currency: orNull(Currency),
  total: orNull(z.number()),
  /** Of a rate; with Kaplan–Meier it is not their quotient. */
  counts: orNull(Counts),
  /** Of a rate: its 95 % interval. */
  interval: orNull(z.object({ low: z.number(), high: z.number() })),
  rows: z.array(
    z.object({
      key: z.string(),
      /** The record behind the row, where there is one. */
      id: orNull(Id),
      value: orNull(z.number()),
      /** Of a rate. */
      counts: Counts.optional(),
      interval: z.object({ low: z.number(), high: z.number() }).optional(),
    }),
  ),
  /** What could not be counted in: revenue of unknown cost for the margin, sales of unknown quantity for the quantity. */
  unknown: orNull(z.object({ value: z.int(), unit: z.enum(['money', 'count']) })),
  /** The definition in force, sentence by sentence; none where the measure rests on no definition. */
  stated: z.array(Term),
});
export type FigureView = z.infer<typeof FigureView>;

/** A measure as it is offered: what it counts by which day and for whom, and what it can be divided by. */
export const MeasureView = z.object({
  key: Measure,
  unit: FigureUnit,
  isAdditive: z.boolean(),
  dateField: z.string(),
  personField: z.string(),
  dimensions: z.array(Dimension),
});
export type MeasureView = z.infer<typeof MeasureView>;
