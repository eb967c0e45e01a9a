import type { Step, StepKind } from '@milepost/core/targets/answers';
import { toJson } from '../../db/columns.ts';
import type { Db } from '../../db/open.ts';
import type { TargetStepTable } from '../../db/tables/targets.ts';
import type { Work } from '../../db/work.ts';

export type NewStep = {
  targetId: string;
  kind: StepKind;
  personId?: string | null;
  reason?: string | null;
  detail?: AmendmentDetail;
};

/** What a step of an amendment keeps. */
export type AmendmentDetail = {
  effectiveOn: string;
  heldAt: 'plan' | 'actual';
  policy: 'keepYear' | 'keepRest' | 'capUplift';
  capUplift: number | null;
  fromMinor: number;
  toMinor: number;
  outsideMinor: number;
};

/** Steps are written once and never changed. */
export const steps = {
  async add(work: Work, { targetId, kind, personId = null, reason = null, detail }: NewStep): Promise<void> {
    await work.db
      .insertInto('target_step')
      .values({
        org_id: work.actor.orgId,
        id: work.newId(),
        target_id: targetId,
        at: work.at,
        kind,
        person_id: personId,
        by_id: work.actor.personId,
        reason,
        detail: detail ? toJson(detail) : null,
      })
      .execute();
  },

  /** In the order in which they happened. */
  of: (db: Db, orgId: string, targetId: string): Promise<TargetStepTable[]> =>
    db
      .selectFrom('target_step')
      .selectAll()
      .where('org_id', '=', orgId)
      .where('target_id', '=', targetId)
      .orderBy('at')
      .orderBy('id')
      .execute(),
};

export const stepOf = (row: TargetStepTable): Step => ({ kind: row.kind, person: row.person_id });
