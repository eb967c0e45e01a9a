import * as z from 'zod';
import { Email, Id, LongText, Minor, Name, orNull, PersonRef, RecordRef, recordFields, ShortText } from './scalars.ts';
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
const people = { ownerId: orNull(Id), backupId: orNull(Id) };

export const NewAccount = z.object({
  id: Id,
  name: Name,
  ...z
    .object({ ...details, ...people })
    .omit({ name: true })
    .partial().shape,
});
export type NewAccount = z.infer<typeof NewAccount>;
export const AccountPatch = z.object({ ...details, ...people }).partial();
export type AccountPatch = z.infer<typeof AccountPatch>;
export const AccountView = z.object({
  ...recordFields,
  ...details,
  owner: orNull(PersonRef),
  backup: orNull(PersonRef),
  parent: orNull(RecordRef),
  /** What it is worth beside others, by review or held; null before the first review. */
  tier: orNull(TierLetter),
});
export type AccountView = z.infer<typeof AccountView>;
