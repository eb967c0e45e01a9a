import { visitKinds } from '@milepost/core/measures/definition';
import * as z from 'zod';
import { CivilDay, Id, Instant, Minor, orNull } from './scalars.ts';

/** A rate that is wanted, 0–1. */
export const TargetRatio = orNull(z.number().min(0).max(1));
export const WindowDays = z.int().min(0).max(1000);

const definition = {
  newCustomer: z.object({
    afterMonths: orNull(z.int().min(1).max(240)),
    minRevenueMinor: Minor.min(0),
    targetPerMonth: orNull(z.int().min(0).max(1_000_000)),
  }),
  repurchase: z.object({
    windowDays: WindowDays.min(1),
    orders: z.int().min(2).max(100),
    existing: z.enum(['any', 'bought-before']),
    immature: z.enum(['excluded', 'kaplan-meier']),
    targetRatio: TargetRatio,
  }),
  coverage: z.object({
    visitKinds: z.array(z.enum(visitKinds)).min(1).max(visitKinds.length),
    marketBy: z.enum(['segment', 'segment-region']),
    targetPerWeek: z.int().min(1).max(50),
  }),
  event: z.object({ windowDays: WindowDays, targetRatio: TargetRatio }),
};

/** What is changed: whole parts, so that no part is ever half of one state and half of another. */
export const MeasureDefinitionPatch = z.object(definition).partial();
export type MeasureDefinitionPatch = z.infer<typeof MeasureDefinitionPatch>;

/** The definitions in force. Version 0: nobody has changed the first ones yet. */
export const MeasureDefinitionView = z.object({
  ...definition,
  id: Id,
  version: z.int().min(0),
  updatedAt: orNull(Instant),
});
export type MeasureDefinitionView = z.infer<typeof MeasureDefinitionView>;

/** One sentence of a definition: its key among the words, and the number it speaks of. */
export const Term = z.object({
  key: z.string(),
  value: orNull(z.number()),
  unit: z.enum(['money', 'count', 'ratio', 'days', 'hours', 'points']),
});

/** How many new customers are wanted in a month of those in sight: the organisation's count shared among its reps. */
export const CountTargetView = z.object({
  from: CivilDay,
  to: CivilDay,
  /** Null when the organisation has none. */
  target: orNull(z.int()),
  rows: z.array(z.object({ id: Id, name: z.string(), target: z.int() })),
});
export type CountTargetView = z.infer<typeof CountTargetView>;
