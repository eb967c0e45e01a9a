import * as z from 'zod';
import { buyingFields } from './buying-centre.ts';
import { fieldsIn, fieldsOut } from './fields.ts';
import { Email, Id, LongText, Name, orNull, PersonRef, RecordRef, recordFields, ShortText } from './scalars.ts';

const details = {
  name: Name,
  accountId: orNull(Id),
  title: orNull(ShortText),
  externalId: orNull(ShortText),
  email: orNull(Email),
  phone: orNull(ShortText),
  notes: orNull(LongText),
  ...buyingFields,
};

export const NewContact = z.object({ id: Id, ...z.object({ ...details, ...fieldsIn }).partial().shape, name: Name });
export type NewContact = z.infer<typeof NewContact>;
export const ContactPatch = z.object({ ...details, ...fieldsIn }).partial();
export type ContactPatch = z.infer<typeof ContactPatch>;
export const ContactView = z.object({
  ...recordFields,
  ...details,
  ...fieldsOut,
  account: orNull(RecordRef),
  owner: orNull(PersonRef),
  reportsTo: orNull(RecordRef),
});
export type ContactView = z.infer<typeof ContactView>;
