import * as z from 'zod';
import { CivilDay, Id, orNull, RecordRef } from './scalars.ts';
import { CadenceShape, TierLetter } from './tiers.ts';

const line = {
  from: CivilDay,
  to: CivilDay,
  asked: z.int(),
  planned: z.int(),
  done: z.int(),
  unmet: z.int(),
};
export const LedgerLineView = z.object({ ...line, isOver: z.boolean() });
export type LedgerLineView = z.infer<typeof LedgerLineView>;

/** What was promised to an account and what became of it. */
export const LedgerView = z.object({
  accountId: Id,
  cadence: orNull(CadenceShape),
  /** Whose promise it is: the tier’s, or the account’s own; null without either. */
  from: orNull(z.enum(['tier', 'account'])),
  /** It holds from this day on. */
  since: orNull(CivilDay),
  lines: z.array(LedgerLineView),
  /** Visits asked for in periods that are over, and how many of them were made; null without such a period. */
  kept: orNull(z.object({ num: z.int(), den: z.int(), value: z.number() })),
});
export type LedgerView = z.infer<typeof LedgerView>;

/** Accounts in sight with the periods of their promises that touch these days; the quarter of today when left out. */
export const LedgerQuery = z.object({
  from: CivilDay.optional(),
  to: CivilDay.optional(),
  /** The fiscal quarter of this day, instead of `from` and `to`. */
  quarterOf: CivilDay.optional(),
  ownerId: Id.optional(),
  /** Accounts that are listed; the sums count all. */
  limit: z.coerce.number().int().min(1).max(1000).default(100),
});
export type LedgerQuery = z.infer<typeof LedgerQuery>;

/** A sum of all accounts that are asked for, or of one. */
export const LedgerWhyQuery = LedgerQuery.omit({ limit: true }).extend({
  figure: z.enum(['asked', 'planned', 'done', 'unmet']),
  accountId: Id.optional(),
});
export type LedgerWhyQuery = z.infer<typeof LedgerWhyQuery>;

const sums = { asked: z.int(), planned: z.int(), done: z.int(), unmet: z.int() };
export const LedgersView = z.object({
  from: CivilDay,
  to: CivilDay,
  asOf: CivilDay,
  total: z.object({ accounts: z.int(), ...sums }),
  byTier: z.array(z.object({ tier: orNull(TierLetter), accounts: z.int(), ...sums })),
  /** Those with something unmet first, by how much. */
  rows: z.array(
    z.object({
      account: RecordRef,
      tier: orNull(TierLetter),
      owner: orNull(RecordRef),
      cadence: CadenceShape,
      ...sums,
      /** Period by period, the last first. */
      lines: z.array(LedgerLineView),
    }),
  ),
});
export type LedgersView = z.infer<typeof LedgersView>;
