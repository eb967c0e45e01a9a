import type { ProductView } from '@milepost/contract/products';
import type { Actor } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import { recordFields } from '../../db/record-fields.ts';
import type { ProductTable } from '../../db/tables/records.ts';

export const productViews = async (_: Db, __: Actor, rows: readonly ProductTable[]): Promise<ProductView[]> =>
  rows.map((row) => ({
    ...recordFields(row),
    name: row.name,
    externalId: row.external_id,
    line: row.line,
    kind: row.kind,
    marginClass: row.margin_class,
    listPriceMinor: row.list_price_minor,
  }));
