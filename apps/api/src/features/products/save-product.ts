import type { NewProduct, ProductPatch } from '@milepost/contract/products';
import type { Actor } from '../../auth/actor.ts';
import type { ProductTable } from '../../db/tables/records.ts';
import type { Deps } from '../../deps.ts';
import { productColumns, products } from './store.ts';

const nothingYet = { external_id: null, line: null, kind: null, margin_class: null, list_price_minor: null };

/** Creates a product once; a second call with the same id answers the first one's record. */
export const createProduct = (deps: Deps, actor: Actor, { id, ...input }: NewProduct) =>
  deps.transact(actor, (work) => {
    const values = { ...nothingYet, ...productColumns(input), id };
    return products.create(work, values as Parameters<typeof products.create>[1]);
  });

/** Changes a product. Credits that are in the books keep the line they had on their day. */
export const changeProduct = (
  deps: Deps,
  actor: Actor,
  id: string,
  seen: number,
  patch: ProductPatch,
): Promise<ProductTable> => deps.transact(actor, (work) => products.update(work, id, seen, productColumns(patch)));
