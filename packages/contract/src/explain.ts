import type { Why } from '@milepost/core/explain/why';
import * as z from 'zod';
import { Term } from './measures.ts';
import { Instant } from './scalars.ts';

const units = z.enum(['money', 'count', 'ratio', 'days', 'hours', 'points']);

/**
 * A derivation: a node `{op, rule, value, unit, args}` whose arguments are further nodes, down to the leaves
 * `{leaf: 'record' | 'stored', kind, id, value, unit}`. Recomputed from its leaves it gives its value.
 */
export const WhyView = z.object({
  op: z.string(),
  rule: z.string(),
  value: z.number(),
  unit: units,
  label: z.string().optional(),
  args: z.array(z.record(z.string(), z.unknown())),
});

/** A figure with its derivation, the instant it was computed, and what it leaves out with the reason. */
export const ExplainedView = z.object({
  why: WhyView,
  asOf: Instant,
  /** The definition the figure rests on, sentence by sentence. */
  stated: z.array(Term).optional(),
  leftOut: z
    .array(
      z.object({ reason: z.string(), count: z.int(), value: z.number().nullable().optional(), unit: units.optional() }),
    )
    .optional(),
});
export type ExplainedView = Omit<z.infer<typeof ExplainedView>, 'why'> & { why: Why };
