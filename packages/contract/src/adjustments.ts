import * as z from 'zod';
import { CivilDay, Id, Instant, orNull, PersonRef, RecordRef } from './scalars.ts';

/** What was adjusted: the tier of an account, its owner, what it is promised; many owners at once; a plan. */
export const adjustmentKinds = ['tier', 'owner', 'promise', 'regrouping', 'plan'] as const;
export const AdjustmentsQuery = z.object({ days: z.coerce.number().int().min(1).max(730).default(180) });
export type AdjustmentsQuery = z.infer<typeof AdjustmentsQuery>;

/** What is counted before and after an adjustment. */
export const EffectMeasure = z.enum(['visits', 'sales']);
export type EffectMeasure = z.infer<typeof EffectMeasure>;

const effect = z.object({
  /** In as many days before as after. */
  before: z.int(),
  after: z.int(),
  difference: z.int(),
  low: z.number(),
  high: z.number(),
  verdict: z.enum(['more', 'less', 'noise']),
});
/**
 * One adjustment in sight. Its effect counts visits and sales at the accounts it touched, in equal stretches of days before and after; null
 * while less than a week has passed, and where it touched no accounts. It says that something changed, never by what.
 */
export const AdjustmentView = z.object({
  id: Id,
  at: Instant,
  onDay: CivilDay,
  kind: z.enum(adjustmentKinds),
  by: orNull(PersonRef),
  /** The account, or the target. */
  about: orNull(RecordRef),
  subject: z.string(),
  recordId: Id,
  reason: orNull(z.string()),
  /** Before → after, as words of the record: a tier, a name. */
  from: orNull(z.string()),
  to: orNull(z.string()),
  accounts: z.int(),
  /** How many days before and after are compared. */
  days: orNull(z.int()),
  visits: orNull(effect),
  sales: orNull(effect),
});
export type AdjustmentView = z.infer<typeof AdjustmentView>;
export const AdjustmentsView = z.object({ items: z.array(AdjustmentView) });
export type AdjustmentsView = z.infer<typeof AdjustmentsView>;
