import * as z from 'zod';
import { Id, Instant, orNull, PersonRef, RecordRef, Version } from './scalars.ts';

/** The kinds of records of which two may turn out to be one. */
export const mergeKinds = ['account', 'contact', 'lead'] as const;
const Kind = z.enum(mergeKinds);
export type MergeKind = z.infer<typeof Kind>;

/** The fields that may be taken from the record that is merged, by their names on the wire. */
export const mergeFields = {
  account: [
    'name',
    'externalId',
    'segment',
    'region',
    'website',
    'phone',
    'email',
    'address',
    'employees',
    'annualRevenueMinor',
    'notes',
  ],
  contact: ['name', 'title', 'externalId', 'email', 'phone', 'notes'],
  lead: ['name', 'title', 'company', 'email', 'phone', 'website', 'address', 'notes'],
} as const satisfies Record<MergeKind, readonly string[]>;

const side = z.object({ id: Id, version: Version });
/** Two records become one: the survivor, with the fields named in `take` as the other one says them. */
export const NewMerge = z.object({
  id: Id,
  kind: Kind,
  survivor: side,
  merged: side,
  take: z.array(z.string().max(60)).max(40),
});
export type NewMerge = z.infer<typeof NewMerge>;

export const MergeView = z.object({
  id: Id,
  kind: Kind,
  at: Instant,
  survivor: orNull(RecordRef),
  merged: z.object({ id: Id, name: z.string() }),
  /** How many records moved to the survivor. */
  movedCount: z.int(),
  person: orNull(PersonRef),
  undoneAt: orNull(Instant),
});
export type MergeView = z.infer<typeof MergeView>;

export const MergeQuery = z.object({ kind: Kind, survivorId: Id });
export type MergeQuery = z.infer<typeof MergeQuery>;

const one = z.object({ id: Id, version: Version, name: z.string(), fields: z.record(z.string(), z.unknown()) });
/** Two records in sight that may be one, and the facts they share. */
export const DuplicatesAnswer = z.object({
  items: z.array(z.object({ a: one, b: one, likeness: z.enum(['exact', 'likely']), reasons: z.array(z.string()) })),
  /** There are more than are told. */
  hasMore: z.boolean(),
});
export type DuplicatesAnswer = z.infer<typeof DuplicatesAnswer>;
export const DuplicatesQuery = z.object({ kind: Kind });
