import type { KpiView } from '@milepost/contract/kpis';
import type { Actor } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import { recordFields } from '../../db/record-fields.ts';
import type { KpiTable } from '../../db/tables/kpis.ts';
import { unitsOf } from '../figures/units-store.ts';

export const kpiView = (row: KpiTable): KpiView => ({
  ...recordFields(row),
  ...{ measure: row.measure, role: row.role, period: row.period, direction: row.direction, aim: row.aim },
  ...{ validFrom: row.valid_from, validTo: row.valid_to, unit: unitsOf[row.measure] },
});
export const kpiViews = async (_: Db, __: Actor, rows: readonly KpiTable[]): Promise<KpiView[]> => rows.map(kpiView);
