import type { KpiPatch } from '@milepost/contract/kpis';
import type { Db } from '../../db/open.ts';
import { recordStore } from '../../db/record-store.ts';
import type { KpiTable } from '../../db/tables/kpis.ts';

/** What is wanted of each role is known to everybody. */
export const kpis = {
  ...recordStore({
    table: 'kpi',
    sort: { measure: 'measure', role: 'role', validFrom: 'valid_from', createdAt: 'created_at' },
    filter: { measure: 'measure', role: 'role', period: 'period' },
    search: [],
  }),

  /** Those that are in force on a day, of some periods. */
  inForce: (db: Db, orgId: string, day: string): Promise<KpiTable[]> =>
    db
      .selectFrom('kpi')
      .selectAll()
      .where('org_id', '=', orgId)
      .where('archived_at', 'is', null)
      .where('valid_from', '<=', day)
      .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>=', day)]))
      .orderBy('role')
      .orderBy('measure')
      .orderBy('id')
      .execute(),
};

export const kpiColumns = ({ validFrom, validTo, ...same }: KpiPatch): Partial<KpiTable> => ({
  ...same,
  ...(validFrom === undefined ? {} : { valid_from: validFrom }),
  ...(validTo === undefined ? {} : { valid_to: validTo }),
});
