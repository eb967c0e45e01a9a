import { buyingRoles, stances } from '@milepost/core/buying-centre/buying-centre';
import * as z from 'zod';
import { Id, orNull, RecordRef, Version } from './scalars.ts';

/** What a contact is in the buying centre of their account; null is not known. */
export const buyingFields = {
  buyingRole: orNull(z.enum(buyingRoles)),
  /** 1 little, 2 some, 3 much. */
  influence: orNull(z.union([z.literal(1), z.literal(2), z.literal(3)])),
  stance: orNull(z.enum(stances)),
  /** The contact of the same account whom they report to. */
  reportsToId: orNull(Id),
};

/** Two contacts of one account who know each other. */
export const NewContactTie = z.object({ id: Id, aId: Id, bId: Id });
export type NewContactTie = z.infer<typeof NewContactTie>;

export const BuyingCentreView = z.object({
  members: z.array(
    z.object({ id: Id, version: Version, name: z.string(), title: orNull(z.string()), ...buyingFields }),
  ),
  ties: z.array(NewContactTie),
  /** Roles that nobody has. */
  missing: z.array(z.enum(buyingRoles)),
  /** For each who is to be won, the people over whom somebody who is for us reaches them; none when nobody does. */
  ways: z.array(z.object({ to: RecordRef, path: z.array(RecordRef) })),
  /** There are more contacts than are told. */
  hasMore: z.boolean(),
});
export type BuyingCentreView = z.infer<typeof BuyingCentreView>;
