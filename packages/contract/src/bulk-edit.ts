import * as z from 'zod';
import { CustomValuesPatch, FieldSubject, Tags } from './fields.ts';
import { Condition } from './page.ts';
import { CivilDay, Id, orNull, ShortText } from './scalars.ts';

/** The most records that one bulk edit changes. */
export const mostInBulk = 1000;

/** What is done to each of them. */
export const BulkDeed = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('owner'), ownerId: orNull(Id) }),
  z.object({ kind: z.literal('backup'), backupId: orNull(Id) }),
  /** Of an account with the reason; of a lead: new, working or dismissed. */
  z.object({ kind: z.literal('status'), status: ShortText.min(1), reason: orNull(ShortText).optional() }),
  z.object({ kind: z.literal('stage'), stageId: Id, closedOn: CivilDay.optional() }),
  z.object({ kind: z.literal('tags'), add: Tags.default([]), remove: Tags.default([]) }),
  z.object({ kind: z.literal('fields'), customFields: CustomValuesPatch }),
  z.object({ kind: z.literal('archive') }),
  /** Each lead becomes an account, found by its name or made, and where it is a person a contact. */
  z.object({ kind: z.literal('convert') }),
]);
export type BulkDeed = z.infer<typeof BulkDeed>;
export type BulkDeedKind = BulkDeed['kind'];

const everywhere = ['tags', 'fields', 'archive'] as const;
/** What can be done to many records of a kind at once. A contact belongs to whom its account belongs to. */
export const bulkDeedsOf = {
  account: ['owner', 'backup', 'status', ...everywhere],
  contact: everywhere,
  lead: ['owner', 'status', ...everywhere, 'convert'],
  opportunity: ['owner', 'backup', 'stage', ...everywhere],
} as const satisfies Record<FieldSubject, readonly BulkDeedKind[]>;

/** Which records: these, or all that match what a list was asked for, as far as they are in sight. */
export const BulkEdit = z.object({
  which: z.union([
    z.object({ ids: z.array(Id).min(1).max(mostInBulk) }),
    z.object({
      matching: z.object({ q: z.string().max(200).optional(), filter: z.array(Condition).max(20).optional() }),
    }),
  ]),
  deed: BulkDeed,
});
export type BulkEdit = z.infer<typeof BulkEdit>;

/** What became of one record: changed, as it was wanted already, or refused with the code and the fields that stopped it. */
export const BulkRow = z.object({
  id: Id,
  /** Null where it is out of sight or not there. */
  name: orNull(z.string()),
  outcome: z.enum(['done', 'unchanged', 'refused']),
  code: orNull(z.string()),
  issues: z.array(
    z.object({ path: z.string(), code: z.string(), message: z.string(), value: orNull(z.string()).optional() }),
  ),
});
export type BulkRow = z.infer<typeof BulkRow>;

/** All of it is one set of changes, which can be taken back; null where nothing was changed. */
export const BulkResult = z.object({
  subject: FieldSubject,
  done: z.int(),
  unchanged: z.int(),
  refused: z.int(),
  changeSetId: orNull(Id),
  /** In the order in which they were asked for. */
  rows: z.array(BulkRow),
});
export type BulkResult = z.infer<typeof BulkResult>;
