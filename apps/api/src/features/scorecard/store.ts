import type { ScorecardPatch, ScorecardWeight } from '@milepost/contract/scorecard';
import { WHOLE_WEIGHT_BP } from '@milepost/core/scorecard/scorecard';
import type { Validity } from '@milepost/core/scorecard/valid-on';
import { fromJson, toJson } from '../../db/columns.ts';
import type { Db } from '../../db/open.ts';
import { recordStore } from '../../db/record-store.ts';
import type { ScorecardTable } from '../../db/tables/scorecard.ts';
import type { Work } from '../../db/work.ts';

const base = recordStore({
  table: 'scorecard',
  sort: { validFrom: 'valid_from', name: 'name', createdAt: 'created_at' },
  filter: { role: 'role', personId: 'person_id', validFrom: 'valid_from', validTo: 'valid_to' },
  search: ['name'],
});

export const scorecards = {
  ...base,

  /** Those that hold on some day of a stretch, whoever asks: everybody is measured by one. */
  within: (db: Db, orgId: string, { from, to }: { from: string; to: string }): Promise<ScorecardTable[]> =>
    db
      .selectFrom('scorecard')
      .selectAll()
      .where('org_id', '=', orgId)
      .where('archived_at', 'is', null)
      .where('valid_from', '<=', to)
      .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>=', from)]))
      .orderBy('valid_from')
      .orderBy('id')
      .execute(),

  /** Those who save a scorecard come one after the other, so that no two hold for the same people on a day. */
  async lock(work: Work): Promise<void> {
    await work.dialect.lock(`scorecard ${work.actor.orgId}`)?.execute(work.db);
  },
};

export const partsOf = (row: Pick<ScorecardTable, 'parts'>): ScorecardWeight[] => fromJson(row.parts);

/** A row as core compares it. */
export const validityOf = ({ id, role, person_id, valid_from, valid_to }: ScorecardTable): Validity => ({
  id,
  role,
  personId: person_id,
  validFrom: valid_from,
  validTo: valid_to,
});

/** What was sent → columns. */
export function scorecardColumns({
  validFrom,
  validTo,
  capRatio,
  parts,
  ...same
}: ScorecardPatch): Partial<ScorecardTable> {
  return {
    ...same,
    ...(validFrom === undefined ? {} : { valid_from: validFrom }),
    ...(validTo === undefined ? {} : { valid_to: validTo }),
    ...(capRatio === undefined ? {} : { cap_bp: Math.round(capRatio * WHOLE_WEIGHT_BP) }),
    ...(parts === undefined ? {} : { parts: toJson(parts) }),
  };
}
