import { mismatches } from '@milepost/core/attainment/comparable';
import * as z from 'zod';
import { CivilDay, Currency, Id, orNull } from './scalars.ts';
import { AdditiveMeasure } from './targets.ts';

/** Periods that a year is looked at by; by `year` the last years stand beside each other. */
export const attainmentGrains = ['month', 'quarter', 'year'] as const;
export type AttainmentGrain = (typeof attainmentGrains)[number];
/** What a period is divided by: teams with their people, lines with their products, segments, regions. */
export const attainmentAxes = ['team', 'line', 'segment', 'region'] as const;
export type AttainmentAxis = (typeof attainmentAxes)[number];
/** What a row is of. */
export const attainmentRowAxes = ['total', 'team', 'rep', 'line', 'product', 'segment', 'region'] as const;

const asked = {
  measure: AdditiveMeasure.default('revenue'),
  /** The year under way when left out. */
  fiscalYear: z.coerce.number().int().min(1900).max(2200).optional(),
  grain: z.enum(attainmentGrains).default('month'),
};
export const AttainmentPeriodsQuery = z.object(asked);
export type AttainmentPeriodsQuery = z.infer<typeof AttainmentPeriodsQuery>;
/** `from` is a day of the period that is meant, of the grain. */
export const AttainmentPartsQuery = z.object({ ...asked, from: CivilDay, by: z.enum(attainmentAxes) });
export type AttainmentPartsQuery = z.infer<typeof AttainmentPartsQuery>;

export const attainedFigures = [
  'target',
  'planToDate',
  'actual',
  'variance',
  'fxEffect',
  'attainmentRatio',
  'changeRatio',
] as const;
export const AttainedWhyQuery = z.object({
  ...asked,
  from: CivilDay,
  by: z.enum(attainmentRowAxes).default('total'),
  id: z.string().max(200).default(''),
  /** The line under which a product stands. */
  within: z.string().max(200).optional(),
  figure: z.enum(attainedFigures),
});
export type AttainedWhyQuery = z.infer<typeof AttainedWhyQuery>;

/** Minor units or a count. What is unknown is null, never zero. */
const attained = {
  target: orNull(z.int()),
  /** What of the target is due by the day; the whole target of a period that is over. */
  planToDate: orNull(z.int()),
  /** At the rates of the days; null where the period has not begun. */
  actual: orNull(z.int()),
  /** actual − plan to date. */
  variance: orNull(z.int()),
  /** What rates of exchange alone did to `actual`; 0 where nothing was sold in another currency, null where a rate is missing. */
  fxEffect: orNull(z.int()),
  /** (actual − fxEffect) ÷ target. */
  attainmentRatio: orNull(z.number()),
};
export const attainmentStates = ['over', 'under-way', 'ahead'] as const;
const mismatch = orNull(z.enum(mismatches));

export const AttainmentPeriod = z.object({
  from: CivilDay,
  to: CivilDay,
  state: z.enum(attainmentStates),
  ...attained,
  /** The plan that counted on its last day, or counts today. */
  plan: orNull(z.object({ id: Id, name: z.string() })),
  /** Why it is not compared with others; null where it is. */
  mismatch,
  /** Since when the measure means something else than its plan was made by. */
  definitionChangedOn: orNull(CivilDay),
  /** The same period a year before, and why the two are not compared. */
  before: z.object({ from: CivilDay, to: CivilDay, attainmentRatio: orNull(z.number()), mismatch }),
  /** Its attainment less that of a year before, of periods that are over and compared. */
  changeRatio: orNull(z.number()),
});
export type AttainmentPeriod = z.infer<typeof AttainmentPeriod>;

export const AttainmentPeriodsView = z.object({
  asOf: CivilDay,
  measure: AdditiveMeasure,
  unit: z.enum(['money', 'count']),
  currency: Currency,
  fiscalYear: z.int(),
  fiscalYearLabel: z.string(),
  /** Years that have a published plan of the measure, and the one that is shown; the newest first. */
  years: z.array(z.object({ year: z.int(), label: z.string() })),
  axes: z.array(z.enum(attainmentAxes)),
  grain: z.enum(attainmentGrains),
  periods: z.array(AttainmentPeriod),
  /** Of the whole year. */
  total: AttainmentPeriod,
  /** Periods in their order, those of years before first. `isCounted`: over and compared, so that it makes the limits. */
  trend: z.array(
    z.object({
      from: CivilDay,
      attainmentRatio: orNull(z.number()),
      isCounted: z.boolean(),
      mismatch,
      signal: orNull(z.enum(['above', 'below', 'usual'])),
    }),
  ),
  /** Control limits of what counts; null with fewer than eight. */
  limits: orNull(z.object({ mean: z.number(), lower: z.number(), upper: z.number() })),
  counted: z.int(),
  /** Credits of the year in other currencies for whose day no rate is known: they are in no figure. */
  unrated: z.int(),
});
export type AttainmentPeriodsView = z.infer<typeof AttainmentPeriodsView>;

export const AttainmentPart = z.object({
  axis: z.enum(attainmentRowAxes),
  id: z.string(),
  name: z.string(),
  /** The team of a person, the line of a product. */
  within: orNull(z.string()),
  ...attained,
});
export type AttainmentPart = z.infer<typeof AttainmentPart>;

/** A period by an axis: rows that stand within no other sum to the total. */
export const AttainmentPartsView = z.object({
  from: CivilDay,
  to: CivilDay,
  by: z.enum(attainmentAxes),
  total: AttainmentPart,
  rows: z.array(AttainmentPart),
});
export type AttainmentPartsView = z.infer<typeof AttainmentPartsView>;
