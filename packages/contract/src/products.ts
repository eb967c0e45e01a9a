import * as z from 'zod';
import { Id, Minor, Name, orNull, recordFields, ShortText } from './scalars.ts';

/** Does a product belong to what is sold every year, or to what is to be added on top? */
export const productKinds = ['core', 'incremental'] as const;

const details = {
  name: Name,
  externalId: orNull(ShortText),
  /** Product line, as targets and figures are divided by it. */
  line: orNull(ShortText),
  kind: orNull(z.enum(productKinds)),
  marginClass: orNull(ShortText),
  listPriceMinor: orNull(Minor.min(0)),
};

export const NewProduct = z.object({ id: Id, ...z.object(details).partial().shape, name: Name });
export type NewProduct = z.infer<typeof NewProduct>;
export const ProductPatch = z.object(details).partial();
export type ProductPatch = z.infer<typeof ProductPatch>;
export const ProductView = z.object({ ...recordFields, ...details });
export type ProductView = z.infer<typeof ProductView>;

/** The values that are in use, in their order, each with the number of records that carry it. */
export const ValuesInUse = z.object({ items: z.array(z.object({ value: z.string(), count: z.int() })) });
export type ValuesInUse = z.infer<typeof ValuesInUse>;
