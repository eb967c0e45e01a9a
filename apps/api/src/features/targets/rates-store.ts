import type { RatePeriod, StatedRate } from '@milepost/contract/rate-targets';
import { type StatedRate as Stated, WHOLE_BP } from '@milepost/core/targets/rate-target';
import type { Db } from '../../db/open.ts';
import type { TargetRateTable, TargetTable } from '../../db/tables/targets.ts';
import type { Work } from '../../db/work.ts';

/** Ratios travel; hundredths of a percent are stored, so that they compare exactly. */
export const bpOf = (ratio: number): number => Math.round(ratio * WHOLE_BP);

/** A period as core counts it. */
export const periodOf = (period: RatePeriod): Stated['period'] =>
  period === 'year' ? 'year' : (Number(period) as 1 | 2 | 3 | 4);

export const statedOf = ({ holder_kind, holder_id, period, share_bp }: TargetRateTable): Stated => ({
  holder: holder_kind === 'all' ? { kind: 'all' } : { kind: holder_kind, id: holder_id },
  period: periodOf(period),
  shareBp: share_bp,
});

/** The shares of a target, as they were stated. */
export const rates = {
  of: (db: Db, { org_id, id }: Pick<TargetTable, 'org_id' | 'id'>): Promise<TargetRateTable[]> =>
    db
      .selectFrom('target_rate')
      .selectAll()
      .where('org_id', '=', org_id)
      .where('target_id', '=', id)
      .orderBy('holder_kind')
      .orderBy('holder_id')
      .orderBy('period')
      .execute(),

  /** Puts these in the place of those that stand; the caller makes a new version of the target in the same transaction. */
  async put(work: Work, targetId: string, stated: readonly StatedRate[]): Promise<void> {
    const org_id = work.actor.orgId;
    await work.db.deleteFrom('target_rate').where('org_id', '=', org_id).where('target_id', '=', targetId).execute();
    await work.db
      .insertInto('target_rate')
      .values(
        stated.map(({ holder, period, shareRatio }) => ({
          org_id,
          target_id: targetId,
          holder_kind: holder.kind,
          holder_id: holder.kind === 'all' ? '' : holder.id,
          period,
          share_bp: bpOf(shareRatio),
        })),
      )
      .execute();
  },
};
