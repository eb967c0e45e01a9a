import { accountStatuses } from '@milepost/core/accounts/life-cycle';
import { issueStates, severities } from '@milepost/core/issues/life-cycle';
import * as z from 'zod';
import { ActivityView } from './activities.ts';
import { AttachmentView } from './attachments.ts';
import { ChangeView } from './changes.ts';
import { CivilDay, Currency, Id, Instant, Minor, orNull, PersonRef, RecordRef } from './scalars.ts';

/**
 * What a time line is narrowed to: activities by their kind, those that told of a need; steps of deals; invoices and what came in;
 * files; status and tier; every other change.
 */
export const timeLineParts = [
  ...(['visit', 'call', 'email', 'meeting', 'note'] as const),
  ...(['need', 'deal', 'cash', 'file', 'issue', 'standing', 'change'] as const),
] as const;
export type TimeLinePart = (typeof timeLineParts)[number];

export const TimeLineQuery = z.object({
  /** Parts with commas between; all when left out. */
  parts: z
    .string()
    .max(200)
    .transform((text) => text.split(',').filter(Boolean))
    .pipe(z.array(z.enum(timeLineParts)))
    .optional(),
  after: z.string().max(300).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
});
export type TimeLineQuery = z.infer<typeof TimeLineQuery>;

/** `at` orders the line: the instant it was written down, on the day that it is about. */
const entry = { id: Id, at: Instant };
export const TimeLineEntry = z.discriminatedUnion('kind', [
  z.object({ ...entry, kind: z.literal('activity'), activity: ActivityView, files: z.array(AttachmentView) }),
  z.object({
    ...entry,
    kind: z.literal('stage'),
    onDay: CivilDay,
    opportunity: RecordRef,
    stage: orNull(RecordRef),
  }),
  z.object({
    ...entry,
    kind: z.literal('invoice'),
    invoice: z.object({
      id: Id,
      number: z.string(),
      issuedOn: CivilDay,
      dueOn: CivilDay,
      amountMinor: Minor,
      currency: Currency,
    }),
  }),
  z.object({
    ...entry,
    kind: z.literal('receipt'),
    receipt: z.object({
      id: Id,
      kind: z.enum(['receipt', 'credit-note']),
      day: CivilDay,
      amountMinor: Minor,
      /** Null where its invoice is out of sight. */
      currency: orNull(Currency),
      invoice: orNull(RecordRef),
    }),
  }),
  z.object({
    ...entry,
    kind: z.literal('issue'),
    issue: z.object({
      id: Id,
      name: z.string(),
      severity: z.enum(severities),
      state: z.enum(issueStates),
      department: orNull(RecordRef),
      dueAt: Instant,
      resolution: orNull(z.string()),
    }),
  }),
  z.object({ ...entry, kind: z.literal('file'), file: AttachmentView, about: orNull(RecordRef) }),
  z.object({
    ...entry,
    kind: z.literal('status'),
    status: z.enum(accountStatuses),
    onDay: CivilDay,
    cause: z.enum(['said', 'import', 'sale']),
    reason: orNull(z.string()),
    person: orNull(PersonRef),
  }),
  z.object({
    ...entry,
    kind: z.literal('tier'),
    tier: z.enum(['A', 'B', 'C']),
    onDay: CivilDay,
    cause: z.enum(['review', 'held', 'released']),
  }),
  z.object({ ...entry, kind: z.literal('change'), change: ChangeView }),
]);
export type TimeLineEntry = z.infer<typeof TimeLineEntry>;
export const TimeLinePage = z.object({ items: z.array(TimeLineEntry), next: orNull(z.string()) });
export type TimeLinePage = z.infer<typeof TimeLinePage>;
