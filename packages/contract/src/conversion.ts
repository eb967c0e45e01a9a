import * as z from 'zod';
import { Id, Minor, Name, orNull } from './scalars.ts';

/**
 * A qualified lead becomes an account (a new one or one in sight), a contact, and where wanted an opportunity. Ids are made by
 * the client: sending it twice converts once.
 */
export const Conversion = z.object({
  account: z.union([z.object({ existingId: Id }), z.object({ id: Id, name: Name })]),
  contact: orNull(z.object({ id: Id })),
  opportunity: orNull(z.object({ id: Id, name: Name, stageId: Id, amountMinor: orNull(Minor) })),
});
export type Conversion = z.infer<typeof Conversion>;

export const ConversionView = z.object({ leadId: Id, accountId: Id, contactId: orNull(Id), opportunityId: orNull(Id) });
export type ConversionView = z.infer<typeof ConversionView>;
