import type { ChurnSettingsPatch, ChurnSettingsView } from '@milepost/contract/churn';
import { usualRule } from '@milepost/core/churn/alert';
import { usualPoints } from '@milepost/core/churn/health';
import type { Actor } from '../../auth/actor.ts';
import { fromJson, toJson } from '../../db/columns.ts';
import type { Db } from '../../db/open.ts';
import { recordStore } from '../../db/record-store.ts';
import type { ChurnSettingsTable } from '../../db/tables/churn.ts';
import type { Work } from '../../db/work.ts';
import { Failure } from '../../http/failure.ts';

const base = recordStore({ table: 'churn_settings', sort: { createdAt: 'created_at' }, filter: {}, search: [] });

/** The thresholds in force, apart from what was learnt of the customers. */
export type ChurnSettings = Omit<ChurnSettingsView, 'model'>;
type Parts = Omit<ChurnSettings, 'id' | 'version' | 'updatedAt'>;

const first: Parts = { ...usualRule, points: { ...usualPoints }, lostAfterDays: 180, renewalDays: 90 };

const read = (row: ChurnSettingsTable): ChurnSettings => ({
  ...first,
  ...fromJson<Parts>(row.settings),
  id: row.id,
  version: row.version,
  updatedAt: row.updated_at,
});

export const churnSettings = {
  /** What counts now: the first settings, as version 0, until somebody has changed them. */
  async inForce(db: Db, actor: Actor): Promise<ChurnSettings> {
    const row = await base.find(db, actor, actor.orgId);
    return row ? read(row) : { ...first, id: actor.orgId, version: 0, updatedAt: null };
  },

  /** @throws Failure `version-clash` with the settings as they stand */
  async change(work: Work, seen: number, patch: ChurnSettingsPatch): Promise<void> {
    const before = await churnSettings.inForce(work.db, work.actor);
    if (before.version !== seen) throw new Failure('version-clash', { current: before });
    const { id: _, version: __, updatedAt: ___, ...parts } = { ...before, ...patch };
    const columns = { settings: toJson(parts) };
    if (seen > 0) {
      await base.update(work, work.actor.orgId, seen, columns);
      return;
    }
    const { isNew, row } = await base.create(work, { ...columns, id: work.actor.orgId });
    if (!isNew) throw new Failure('version-clash', { current: read(row) });
  },
};
