import { expenseStatuses } from '@milepost/core/expenses/decide';
import * as z from 'zod';
import {
  CivilDay,
  Currency,
  Id,
  Instant,
  LongText,
  Minor,
  Name,
  orNull,
  PersonRef,
  RecordRef,
  recordFields,
  ShortText,
} from './scalars.ts';

export { expenseStatuses };

const details = {
  /** The day on which it was spent. */
  day: CivilDay,
  category: Name,
  vendor: orNull(ShortText),
  amountMinor: Minor.min(1),
  currency: Currency,
  purpose: Name,
  accountId: orNull(Id),
  /** The visit, meeting or other activity it was spent on. */
  activityId: orNull(Id),
  campaign: orNull(ShortText),
  externalId: orNull(ShortText),
};

/** A claim is entered as a draft, by the person who spent it. The organisation's currency when none is said. */
export const NewExpense = z.object({
  id: Id,
  ...z.object(details).partial().shape,
  day: details.day,
  category: details.category,
  amountMinor: details.amountMinor,
  purpose: details.purpose,
});
export type NewExpense = z.infer<typeof NewExpense>;
export const ExpensePatch = z.object(details).partial();
export type ExpensePatch = z.infer<typeof ExpensePatch>;

/** Why: needed to reject, welcome otherwise. */
export const ExpenseDecision = z.object({ reason: LongText.optional() });
export type ExpenseDecision = z.infer<typeof ExpenseDecision>;

export const ReceiptRef = z.object({
  id: Id,
  fileName: z.string(),
  mediaType: z.string(),
  /** In bytes. */
  size: z.int(),
});
export type ReceiptRef = z.infer<typeof ReceiptRef>;

export const ExpenseView = z.object({
  ...recordFields,
  ...details,
  status: z.enum(expenseStatuses),
  person: orNull(PersonRef),
  /** The team of the claimant when it was entered. */
  team: orNull(RecordRef),
  account: orNull(RecordRef),
  receipt: orNull(ReceiptRef),
  submittedAt: orNull(Instant),
  decidedAt: orNull(Instant),
  decidedBy: orNull(PersonRef),
  reason: orNull(z.string()),
  reimbursedAt: orNull(Instant),
  reimbursedBy: orNull(PersonRef),
  /** What the one who asks may do with it now. */
  may: z.object({
    edit: z.boolean(),
    submit: z.boolean(),
    withdraw: z.boolean(),
    decide: z.boolean(),
    reimburse: z.boolean(),
  }),
});
export type ExpenseView = z.infer<typeof ExpenseView>;

/** Does a claim go with a visit or meeting of that day? */
export const contactRules = ['asked', 'free'] as const;

const limits = {
  category: Name,
  /** Of a single claim, and of what a person claims of a day, in minor units of the organisation's currency; null: no limit. */
  singleMinor: orNull(Minor.min(1)),
  dayMinor: orNull(Minor.min(1)),
  contact: z.enum(contactRules),
};
export const NewExpenseLimit = z.object({ id: Id, ...z.object(limits).partial().shape, category: Name });
export type NewExpenseLimit = z.infer<typeof NewExpenseLimit>;
export const ExpenseLimitPatch = z.object(limits).partial();
export type ExpenseLimitPatch = z.infer<typeof ExpenseLimitPatch>;
export const ExpenseLimitView = z.object({ ...recordFields, ...limits, currency: Currency });
export type ExpenseLimitView = z.infer<typeof ExpenseLimitView>;

/** Categories in use: those with a limit, those of claims in sight, those of budgets in sight. */
export const ExpenseCategories = z.object({ items: z.array(z.object({ value: z.string(), count: z.int() })) });
export type ExpenseCategories = z.infer<typeof ExpenseCategories>;

export const auditRules = [
  'duplicate',
  'split',
  'just-below',
  'over-limit',
  'over-day',
  'day-off',
  'on-leave',
  'no-contact',
  'round',
  'no-receipt',
  'stale',
  'outlier',
] as const;

/** Claims handed in between two days of spending; the last ninety days when left out. */
export const AuditQuery = z.object({ from: CivilDay.optional(), to: CivilDay.optional() });
export type AuditQuery = z.infer<typeof AuditQuery>;

/** Claims worth a look, the highest score first: each with its flags, and each flag with what it rests on. */
export const AuditView = z.object({
  from: CivilDay,
  to: CivilDay,
  /** How many claims were looked at. */
  looked: z.int(),
  items: z.array(
    z.object({
      expense: ExpenseView,
      /** Noisy-or of the flags, 0–1: a reason to look, no verdict. */
      score: z.number(),
      flags: z.array(
        z.object({
          rule: z.enum(auditRules),
          score: z.number(),
          /** Claims in sight, or a leave, that the flag rests on. */
          evidence: z.array(z.object({ kind: z.enum(['expense', 'leave']), id: Id, label: z.string() })),
        }),
      ),
    }),
  ),
  /** The first digits of all amounts looked at. */
  benford: z.object({
    status: z.enum(['ok', 'insufficientData', 'narrowRange']),
    n: z.int(),
    grade: orNull(z.enum(['close', 'acceptable', 'marginal', 'nonconforming'])),
  }),
});
export type AuditView = z.infer<typeof AuditView>;
