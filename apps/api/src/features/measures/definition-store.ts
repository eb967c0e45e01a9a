import type { MeasureDefinitionPatch, MeasureDefinitionView } from '@milepost/contract/measures';
import { firstDefinition, type MeasureDefinition } from '@milepost/core/measures/definition';
import type { Actor } from '../../auth/actor.ts';
import { fromJson, toJson } from '../../db/columns.ts';
import type { Db } from '../../db/open.ts';
import { recordStore } from '../../db/record-store.ts';
import type { MeasureDefinitionTable } from '../../db/tables/measures.ts';
import type { Work } from '../../db/work.ts';
import { Failure } from '../../http/failure.ts';

const base = recordStore({
  table: 'measure_definition',
  sort: { createdAt: 'created_at' },
  filter: {},
  search: [],
});

const wholeBp = 10_000;
const bpOf = (ratio: number | null): number | null => (ratio === null ? null : Math.round(ratio * wholeBp));
export const ratioOf = (bp: number | null): number | null => (bp === null ? null : bp / wholeBp);

const columnsOf = ({ newCustomer, repurchase, coverage, event }: MeasureDefinition) => ({
  new_after_months: newCustomer.afterMonths,
  new_min_revenue_minor: newCustomer.minRevenueMinor,
  new_per_month: newCustomer.targetPerMonth,
  repurchase_days: repurchase.windowDays,
  repurchase_orders: repurchase.orders,
  repurchase_existing: repurchase.existing,
  repurchase_immature: repurchase.immature,
  repurchase_target_bp: bpOf(repurchase.targetRatio),
  visit_kinds: toJson([...new Set(coverage.visitKinds)].sort()),
  market_by: coverage.marketBy,
  markets_per_week: coverage.targetPerWeek,
  event_window_days: event.windowDays,
  event_target_bp: bpOf(event.targetRatio),
});

const read = (row: MeasureDefinitionTable): MeasureDefinitionView => ({
  id: row.id,
  version: row.version,
  updatedAt: row.updated_at,
  newCustomer: {
    afterMonths: row.new_after_months,
    minRevenueMinor: row.new_min_revenue_minor,
    targetPerMonth: row.new_per_month,
  },
  repurchase: {
    windowDays: row.repurchase_days,
    orders: row.repurchase_orders,
    existing: row.repurchase_existing,
    immature: row.repurchase_immature,
    targetRatio: ratioOf(row.repurchase_target_bp),
  },
  coverage: {
    visitKinds: fromJson(row.visit_kinds),
    marketBy: row.market_by,
    targetPerWeek: row.markets_per_week,
  },
  event: { windowDays: row.event_window_days, targetRatio: ratioOf(row.event_target_bp) },
});

const first = (orgId: string): MeasureDefinitionView => ({
  ...firstDefinition,
  coverage: { ...firstDefinition.coverage, visitKinds: [...firstDefinition.coverage.visitKinds] },
  id: orgId,
  version: 0,
  updatedAt: null,
});

export const definitions = {
  /** What counts now: the first definitions, as version 0, until somebody has changed them. */
  async inForce(db: Db, actor: Actor): Promise<MeasureDefinitionView> {
    const row = await base.find(db, actor, actor.orgId);
    return row ? read(row) : first(actor.orgId);
  },

  /** What counted before each change, the last change first: so it is known what a measure meant on an earlier day. */
  async history(db: Db, actor: Actor): Promise<{ until: string; definition: MeasureDefinitionView }[]> {
    const row = await base.find(db, actor, actor.orgId);
    if (!row) return [];
    const changes = await db
      .selectFrom('change')
      .select(['at', 'action', 'before'])
      .where('org_id', '=', actor.orgId)
      .where('subject', '=', 'measure_definition')
      .orderBy('at', 'desc')
      .orderBy('id', 'desc')
      .execute();
    let state = row;
    return changes.map(({ at, action, before }) => {
      state = { ...state, ...(before === null ? {} : fromJson<Partial<MeasureDefinitionTable>>(before)) };
      return { until: at, definition: action === 'created' ? first(actor.orgId) : read(state) };
    });
  },

  /** @throws Failure `version-clash` with the definitions as they stand */
  async change(work: Work, seen: number, patch: MeasureDefinitionPatch): Promise<MeasureDefinitionView> {
    const { db, actor } = work;
    const before = await definitions.inForce(db, actor);
    if (before.version !== seen) throw new Failure('version-clash', { current: before });
    const columns = columnsOf({ ...before, ...patch } as MeasureDefinition);
    if (seen > 0) return read(await base.update(work, actor.orgId, seen, columns));
    const { row, isNew } = await base.create(work, { ...columns, id: actor.orgId });
    if (!isNew) throw new Failure('version-clash', { current: read(row) });
    return read(row);
  },
};
