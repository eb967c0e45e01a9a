import type { RateView } from '@milepost/contract/money';
import type { Actor } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import { recordFields } from '../../db/record-fields.ts';
import type { RateTable } from '../../db/tables/money.ts';

export const rateViews = async (_: Db, __: Actor, rows: readonly RateTable[]): Promise<RateView[]> =>
  rows.map((row) => ({
    ...recordFields(row),
    kind: row.kind,
    currency: row.currency,
    day: row.day,
    rate: row.rate,
    source: row.source,
  }));
