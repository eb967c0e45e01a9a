import type { ProductPatch } from '@milepost/contract/products';
import { foldName } from '@milepost/core/identity/fold-name';
import { recordStore } from '../../db/record-store.ts';
import type { ProductTable } from '../../db/tables/records.ts';

/** Products are known to everybody of the organisation. */
export const products = recordStore({
  table: 'product',
  sort: {
    name: 'name_key',
    line: 'line',
    kind: 'kind',
    marginClass: 'margin_class',
    listPriceMinor: 'list_price_minor',
    createdAt: 'created_at',
    updatedAt: 'updated_at',
  },
  filter: {
    name: 'name_key',
    line: 'line',
    kind: 'kind',
    marginClass: 'margin_class',
    externalId: 'external_id',
    listPriceMinor: 'list_price_minor',
  },
  search: ['name_key'],
});

/** What was sent → columns, with the folded name. */
export function productColumns({
  externalId,
  marginClass,
  listPriceMinor,
  ...same
}: ProductPatch): Partial<ProductTable> {
  return {
    ...same,
    ...(same.name === undefined ? {} : { name_key: foldName(same.name) }),
    ...(externalId === undefined ? {} : { external_id: externalId }),
    ...(marginClass === undefined ? {} : { margin_class: marginClass }),
    ...(listPriceMinor === undefined ? {} : { list_price_minor: listPriceMinor }),
  };
}
