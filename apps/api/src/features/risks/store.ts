import type { Db } from '../../db/open.ts';
import { recordStore } from '../../db/record-store.ts';
import type { RiskDrillTable, RiskTable } from '../../db/tables/risks.ts';

const riskStore = recordStore({
  table: 'risk',
  sort: { name: 'name_key', createdAt: 'created_at', likelihood: 'likelihood', impact: 'impact' },
  filter: { name: 'name_key', kind: 'kind', status: 'status', ownerId: 'owner_id' },
  search: ['name_key'],
});
export const risks = {
  ...riskStore,

  /** All that somebody watches for, of the whole organisation. */
  watched: (db: Db, orgId: string): Promise<RiskTable[]> =>
    db
      .selectFrom('risk')
      .selectAll()
      .where('org_id', '=', orgId)
      .where('status', '=', 'watching')
      .where('archived_at', 'is', null)
      .where('trigger', 'is not', null)
      .orderBy('id')
      .execute(),
};

const drillStore = recordStore({
  table: 'risk_drill',
  sort: { onDay: 'on_day', createdAt: 'created_at' },
  filter: { riskId: 'risk_id', result: 'result', onDay: 'on_day' },
  search: [],
});
export const riskDrills = {
  ...drillStore,

  /** The last rehearsal of each of some risks. */
  async lastOf(db: Db, orgId: string, riskIds: readonly string[]): Promise<Map<string, RiskDrillTable>> {
    if (riskIds.length === 0) return new Map();
    const rows = await db
      .selectFrom('risk_drill')
      .selectAll()
      .where('org_id', '=', orgId)
      .where('risk_id', 'in', [...riskIds])
      .where('archived_at', 'is', null)
      .orderBy('on_day')
      .orderBy('id')
      .execute();
    return new Map(rows.map((row) => [row.risk_id, row]));
  },
};
