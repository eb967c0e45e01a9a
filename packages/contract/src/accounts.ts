import { accountStatuses } from '@milepost/core/accounts/life-cycle';
import * as z from 'zod';
import { fieldsIn, fieldsOut } from './fields.ts';
import {
  CivilDay,
  Email,
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
import { TierLetter } from './tiers.ts';

const details = {
  name: Name,
  externalId: orNull(ShortText),
  segment: orNull(ShortText),
  region: orNull(ShortText),
  website: orNull(z.string().trim().max(500)),
  phone: orNull(ShortText),
  email: orNull(Email),
  address: orNull(z.string().trim().max(1000)),
  employees: orNull(z.int().min(0)),
  annualRevenueMinor: orNull(Minor),
  parentId: orNull(Id),
  notes: orNull(LongText),
};
/** Where it stands with us. A change of it by hand says why. */
const Status = z.enum(accountStatuses);
const people = { ownerId: orNull(Id), backupId: orNull(Id) };

export const NewAccount = z.object({
  id: Id,
  name: Name,
  ...z
    .object({ ...details, ...people, ...fieldsIn, status: Status, statusReason: orNull(ShortText) })
    .omit({ name: true })
    .partial().shape,
});
export type NewAccount = z.infer<typeof NewAccount>;
export const AccountPatch = z
  .object({ ...details, ...people, ...fieldsIn, status: Status, statusReason: orNull(ShortText) })
  .partial();
export type AccountPatch = z.infer<typeof AccountPatch>;
export const AccountView = z.object({
  ...recordFields,
  ...details,
  ...fieldsOut,
  status: Status,
  owner: orNull(PersonRef),
  backup: orNull(PersonRef),
  parent: orNull(RecordRef),
  /** What it is worth beside others, by review or held; null before the first review. */
  tier: orNull(TierLetter),
});
export type AccountView = z.infer<typeof AccountView>;

/** One step in the life of an account: said by somebody, told by an import, or come by a sale. */
export const StatusEntryView = z.object({
  id: Id,
  status: Status,
  enteredOn: CivilDay,
  at: Instant,
  cause: z.enum(['said', 'import', 'sale']),
  reason: orNull(z.string()),
  person: orNull(PersonRef),
});
export type StatusEntryView = z.infer<typeof StatusEntryView>;
