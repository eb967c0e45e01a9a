import * as z from 'zod';
import { CivilDay, Id, Instant, LongText, orNull, PersonRef, RecordRef, recordFields, Version } from './scalars.ts';

/** A stretch of days, that of today when left out. */
export const AbsencesQuery = z.object({ from: CivilDay.optional(), to: CivilDay.optional() });
export type AbsencesQuery = z.infer<typeof AbsencesQuery>;

/** As whom somebody does the work: the backup, or the next of the line while the backup is away too. `nobody` when all are. */
export const coverRoles = ['backup', 'next', 'nobody'] as const;

/** Somebody who does a part of the work meanwhile; null where nobody is there. Counts of what the asker sees. */
export const Cover = z.object({
  person: orNull(PersonRef),
  as: z.enum(coverRoles),
  accounts: z.int(),
  deals: z.int(),
});
export type Cover = z.infer<typeof Cover>;

export const AbsenceView = z.object({
  person: PersonRef,
  /** The whole absence, both days included: leaves that touch are one. */
  from: CivilDay,
  to: CivilDay,
  isNow: z.boolean(),
  cover: z.array(Cover),
});
export type AbsenceView = z.infer<typeof AbsenceView>;
export const AbsencesView = z.object({ asOf: CivilDay, items: z.array(AbsenceView) });
export type AbsencesView = z.infer<typeof AbsencesView>;

export const workKinds = ['activity', 'opportunity', 'invoice', 'lead'] as const;
export type WorkKind = (typeof workKinds)[number];

/** A piece of open work of somebody, and who does it. */
export const WorkItem = z.object({
  kind: z.enum(workKinds),
  id: Id,
  name: z.string(),
  /** The day it is due: a next step, a close day, a payment. Null when nobody has said. */
  dueOn: orNull(CivilDay),
  account: orNull(RecordRef),
  /** Who does it on that day, or today where it is late or has no day. */
  worker: orNull(PersonRef),
  as: z.enum(['owner', ...coverRoles]),
});
export type WorkItem = z.infer<typeof WorkItem>;
export const WorkView = z.object({
  person: PersonRef,
  asOf: CivilDay,
  items: z.array(WorkItem),
  /** How many there are in all; `items` holds the first of them. */
  total: z.int(),
});
export type WorkView = z.infer<typeof WorkView>;

/** What somebody did with the work of another, counted by the kind of record. */
export const DoneMeanwhile = z.object({ subject: z.string(), count: z.int() });

export const HandOverView = z.object({
  ...recordFields,
  person: orNull(PersonRef),
  cover: orNull(PersonRef),
  from: CivilDay,
  to: CivilDay,
  status: z.enum(['out', 'back']),
  outOn: CivilDay,
  backOn: orNull(CivilDay),
  accounts: z.int(),
  /** Null as long as it is out. */
  done: orNull(z.array(DoneMeanwhile)),
  note: orNull(z.string()),
});
export type HandOverView = z.infer<typeof HandOverView>;
/** What the cover tells of what was done. */
export const HandOverPatch = z.object({ note: orNull(LongText) });
export type HandOverPatch = z.infer<typeof HandOverPatch>;

/** What is in somebody's name, in the order in which it is handed over: what hangs on an account goes with the account. */
export const ownedKinds = [
  'account',
  'opportunity',
  'lead',
  'contact',
  'activity',
  'invoice',
  'action',
  'issue',
  'checklist_item',
  'event',
  'budget_line',
  'team',
  'account-backup',
  'opportunity-backup',
  'lead-backup',
  'invoice-backup',
  'target',
] as const;
export const OwnedKind = z.enum(ownedKinds);
export type OwnedKind = z.infer<typeof OwnedKind>;

export const OwnedItem = z.object({
  id: Id,
  version: Version,
  name: z.string(),
  account: orNull(RecordRef),
  /** Who would have it when it went to the backup; null without one. */
  backup: orNull(PersonRef),
});
export type OwnedItem = z.infer<typeof OwnedItem>;

export const OwnedGroup = z.object({
  kind: OwnedKind,
  count: z.int(),
  /** The first of them. */
  items: z.array(OwnedItem),
});
export type OwnedGroup = z.infer<typeof OwnedGroup>;

export const LeaverView = z.object({
  person: PersonRef,
  isActive: z.boolean(),
  /** The last day, once it is decided; null before. */
  lastDay: orNull(CivilDay),
  leftAt: orNull(Instant),
  asOf: CivilDay,
  total: z.int(),
  groups: z.array(OwnedGroup),
});
export type LeaverView = z.infer<typeof LeaverView>;

/** To one person, each to its backup, or balanced among some people by what they already have. */
export const Successor = z.discriminatedUnion('by', [
  z.object({ by: z.literal('person'), personId: Id }),
  z.object({ by: z.literal('backup') }),
  z.object({ by: z.literal('balance'), personIds: z.array(Id).min(1).max(200) }),
]);
export type Successor = z.infer<typeof Successor>;
export const Reassign = z.object({
  kind: OwnedKind,
  /** All of the kind when left out. */
  ids: z.array(Id).max(1000).optional(),
  to: Successor,
});
export type Reassign = z.infer<typeof Reassign>;

export const ReassignedRow = z.object({
  id: Id,
  name: z.string(),
  /** Whose it is now; null where it stayed. */
  to: orNull(PersonRef),
  /** The code of the failure where it stayed. */
  failure: orNull(z.string()),
});
export type ReassignedRow = z.infer<typeof ReassignedRow>;
export const ReassignedView = z.object({ rows: z.array(ReassignedRow), done: z.int(), left: z.int() });
export type ReassignedView = z.infer<typeof ReassignedView>;

export const FinishLeaver = z.object({ lastDay: CivilDay });
export type FinishLeaver = z.infer<typeof FinishLeaver>;
