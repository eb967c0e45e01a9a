import * as z from 'zod';
import { CivilDay, orNull } from './scalars.ts';

export const capacityAxes = ['rep', 'team'] as const;

/** Hours of selling in a fiscal year, that of today when left out. */
export const CapacityQuery = z.object({
  fiscalYear: z.coerce.number().int().min(1900).max(2200).optional(),
  by: z.enum(capacityAxes).default('rep'),
});
export type CapacityQuery = z.infer<typeof CapacityQuery>;

/** `month` is 1–12 of the fiscal year, for `month` only; `id` is the person or team, everybody in sight when left out. */
export const CapacityWhyQuery = CapacityQuery.extend({
  figure: z.enum(['month', 'total', 'left']),
  id: z.string().max(200).optional(),
  month: z.coerce.number().int().min(1).max(12).optional(),
});
export type CapacityWhyQuery = z.infer<typeof CapacityWhyQuery>;

export const CapacityRow = z.object({
  /** Person or team; empty for everybody, and for people without a team. */
  id: z.string(),
  name: z.string(),
  people: z.int(),
  /** Hours of each of the twelve months. */
  months: z.array(z.number()),
  total: z.number(),
  /** Hours after the day, to the end of the year. */
  left: z.number(),
  /** Working days of leave in the year. */
  leaveDays: z.number(),
  /** How many of the people have no terms of their own yet: they count as full time, at the organisation's hours. */
  assumed: z.int(),
});
export type CapacityRow = z.infer<typeof CapacityRow>;

export const CapacityView = z.object({
  fiscalYear: z.int(),
  fiscalYearLabel: z.string(),
  asOf: CivilDay,
  monthStarts: z.array(CivilDay),
  /** Hours of a full day of selling, for those who have none of their own. */
  sellingHoursPerDay: z.number(),
  rows: z.array(CapacityRow),
  /** Null when nobody in sight sells. */
  total: orNull(CapacityRow),
});
export type CapacityView = z.infer<typeof CapacityView>;
