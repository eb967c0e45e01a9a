import type { TierSettingsPatch, TierSettingsView } from '@milepost/contract/tiers';
import { firstPromises } from '@milepost/core/cadence/cadence';
import { firstJudgement } from '@milepost/core/cadence/call-response';
import { firstHysteresis } from '@milepost/core/tiers/tiers';
import type { Actor } from '../../auth/actor.ts';
import { fromJson, toJson } from '../../db/columns.ts';
import type { Db } from '../../db/open.ts';
import { recordStore } from '../../db/record-store.ts';
import type { TierSettingsTable } from '../../db/tables/cadence.ts';
import type { Work } from '../../db/work.ts';
import { Failure } from '../../http/failure.ts';

const base = recordStore({ table: 'tier_settings', sort: { createdAt: 'created_at' }, filter: {}, search: [] });

/** Tiers and cadences in force, apart from what only a screen needs beside them. */
export type TierSettings = Omit<TierSettingsView, 'reviewedOn' | 'counts'>;
type Parts = Omit<TierSettings, 'id' | 'version' | 'updatedAt'>;

const wholeBp = 10_000;
const first: Parts = {
  cuts: { by: 'share', a: 0.7, b: 0.9 },
  lambda: 0.5,
  hysteresis: { ...firstHysteresis },
  reviewEvery: 'quarter',
  cadences: { A: { ...firstPromises.A }, B: { ...firstPromises.B }, C: { ...firstPromises.C } },
  visitHours: 1,
  wayHours: 1,
  judgement: { ...firstJudgement },
};

const columnsOf = (parts: Parts) => ({
  cuts: toJson(parts.cuts),
  lambda_bp: Math.round(parts.lambda * wholeBp),
  margin_bp: Math.round(parts.hysteresis.margin * wholeBp),
  reviews: parts.hysteresis.reviews,
  review_every: parts.reviewEvery,
  cadences: toJson(parts.cadences),
  visit_minutes: Math.round(parts.visitHours * 60),
  way_minutes: Math.round(parts.wayHours * 60),
  judgement: toJson(parts.judgement),
});

const read = (row: TierSettingsTable): TierSettings => ({
  id: row.id,
  version: row.version,
  updatedAt: row.updated_at,
  cuts: fromJson(row.cuts),
  lambda: row.lambda_bp / wholeBp,
  hysteresis: { margin: row.margin_bp / wholeBp, reviews: row.reviews },
  reviewEvery: row.review_every,
  cadences: fromJson(row.cadences),
  visitHours: row.visit_minutes / 60,
  wayHours: row.way_minutes / 60,
  judgement: fromJson(row.judgement),
});

export const tierSettings = {
  /** What counts now: the first settings, as version 0, until somebody has changed them. */
  async inForce(db: Db, actor: Actor): Promise<TierSettings> {
    const row = await base.find(db, actor, actor.orgId);
    return row ? read(row) : { ...first, id: actor.orgId, version: 0, updatedAt: null };
  },

  /** @throws Failure `version-clash` with the settings as they stand */
  async change(work: Work, seen: number, patch: TierSettingsPatch): Promise<void> {
    const before = await tierSettings.inForce(work.db, work.actor);
    if (before.version !== seen) throw new Failure('version-clash', { current: before });
    const columns = columnsOf({ ...before, ...patch });
    if (seen > 0) {
      await base.update(work, work.actor.orgId, seen, columns);
      return;
    }
    const { isNew, row } = await base.create(work, { ...columns, id: work.actor.orgId });
    if (!isNew) throw new Failure('version-clash', { current: read(row) });
  },
};
