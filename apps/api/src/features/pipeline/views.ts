import type { OpportunityView, StageView } from '@milepost/contract/pipeline';
import { WHOLE_BP } from '@milepost/core/pipeline/stages';
import type { Actor } from '../../auth/actor.ts';
import { nameOf, namesOf } from '../../db/names-store.ts';
import type { Db } from '../../db/open.ts';
import { recordFields } from '../../db/record-fields.ts';
import type { OpportunityTable, StageTable } from '../../db/tables/records.ts';
import { fieldViews } from '../fields/record-fields-store.ts';
import { readSplit } from '../sales/split-store.ts';
import { stageOrder } from './stage-store.ts';

export const stageView = (row: StageTable): StageView => ({
  ...recordFields(row),
  name: row.name,
  category: row.category,
  winProbability: row.probability_bp / WHOLE_BP,
  position: row.position,
  hoursEach: row.minutes_each === null ? null : row.minutes_each / 60,
});

export const stageViews = async (_: Db, __: Actor, rows: readonly StageTable[]): Promise<StageView[]> =>
  rows.map(stageView);

const stageIn = (stages: ReadonlyMap<string, StageTable>, id: string): OpportunityView['stage'] => {
  const stage = stages.get(id);
  if (!stage) throw new Error(`The deal's stage ${id} is not in the database.`);
  return { id, name: stage.name, category: stage.category, winProbability: stage.probability_bp / WHOLE_BP };
};

export async function opportunityViews(
  db: Db,
  actor: Actor,
  rows: readonly OpportunityTable[],
): Promise<OpportunityView[]> {
  const stages = await stageOrder.named(db, actor.orgId);
  const splits = new Map(rows.map((row) => [row.id, readSplit(row.split)]));
  const names = await namesOf(db, actor, {
    person: rows.flatMap((row) => [
      row.owner_id,
      row.backup_id,
      ...(splits.get(row.id) ?? []).map(({ personId }) => personId),
    ]),
    account: rows.map((row) => row.account_id),
    product: rows.map((row) => row.product_id),
    event: rows.map((row) => row.event_id),
  });
  return rows.map((row) => ({
    ...recordFields(row),
    name: row.name,
    externalId: row.external_id,
    amountMinor: row.amount_minor,
    currency: row.currency,
    forecastCategory: row.forecast_category,
    openedOn: row.opened_on,
    expectedCloseOn: row.expected_close_on,
    closedOn: row.closed_on,
    lostReason: row.lost_reason,
    notes: row.notes,
    ...fieldViews(row),
    stage: stageIn(stages, row.stage_id),
    account: nameOf(names.account, row.account_id),
    product: nameOf(names.product, row.product_id),
    event: nameOf(names.event, row.event_id),
    split:
      splits.get(row.id)?.map(({ personId, shareBp }) => ({
        person: nameOf(names.person, personId) ?? { id: personId, name: '' },
        share: shareBp / WHOLE_BP,
      })) ?? null,
    owner: nameOf(names.person, row.owner_id),
    backup: nameOf(names.person, row.backup_id),
  }));
}
