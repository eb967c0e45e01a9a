import type { ScorecardView } from '@milepost/contract/scorecard';
import { WHOLE_WEIGHT_BP } from '@milepost/core/scorecard/scorecard';
import type { Actor } from '../../auth/actor.ts';
import { nameOf, namesOf } from '../../db/names-store.ts';
import type { Db } from '../../db/open.ts';
import { recordFields } from '../../db/record-fields.ts';
import type { ScorecardTable } from '../../db/tables/scorecard.ts';
import { mayEdit } from './save-scorecard.ts';
import { partsOf } from './store.ts';

export async function scorecardViews(db: Db, actor: Actor, rows: readonly ScorecardTable[]): Promise<ScorecardView[]> {
  const names = await namesOf(db, actor, { person: rows.map((row) => row.person_id) });
  return rows.map((row) => ({
    ...recordFields(row),
    name: row.name,
    role: row.role,
    personId: row.person_id,
    person: nameOf(names.person, row.person_id),
    validFrom: row.valid_from,
    validTo: row.valid_to,
    capRatio: row.cap_bp / WHOLE_WEIGHT_BP,
    parts: partsOf(row),
    canEdit: mayEdit(actor, row),
  }));
}
