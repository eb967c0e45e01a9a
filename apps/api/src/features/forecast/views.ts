import type { OverrideView, SubmissionView } from '@milepost/contract/forecast';
import { categoryOf } from '@milepost/core/forecast/forecast-category';
import { movedSince, type SubmittedOpportunity } from '@milepost/core/forecast/submitted-number';
import type { Actor } from '../../auth/actor.ts';
import { fromJson } from '../../db/columns.ts';
import { nameOf, namesOf } from '../../db/names-store.ts';
import type { Db } from '../../db/open.ts';
import { recordFields } from '../../db/record-fields.ts';
import type { ForecastOverrideTable, ForecastSubmissionTable } from '../../db/tables/forecast.ts';
import { type ForecastOpportunity, opportunitiesSince } from './store.ts';

const numberOf = (row: ForecastOverrideTable | ForecastSubmissionTable) => ({
  scopeKind: row.scope_kind,
  scopeId: row.scope_id,
  from: row.from_day,
  to: row.to_day,
  amountMinor: row.amount_minor,
  currency: row.currency,
});

export async function overrideViews(
  db: Db,
  actor: Actor,
  rows: readonly ForecastOverrideTable[],
): Promise<OverrideView[]> {
  const names = await namesOf(db, actor, { person: rows.map((row) => row.owner_id) });
  return rows.map((row) => ({
    ...recordFields(row),
    ...numberOf(row),
    reason: row.reason,
    owner: nameOf(names.person, row.owner_id),
  }));
}

/** A deal as a submitted number remembers it. */
export const asSubmitted = (deal: ForecastOpportunity): SubmittedOpportunity => ({
  id: deal.id,
  amount: deal.amount,
  closeOn: deal.closedOn ?? deal.expectedCloseOn,
  stageId: deal.stageId,
  ownerId: deal.ownerId,
  category: categoryOf(deal.probabilityBp, deal.chosen),
});

/** Submitted numbers, with those of their deals that have moved since: in sight by name, out of sight as gone. */
export async function submissionViews(
  db: Db,
  actor: Actor,
  rows: readonly ForecastSubmissionTable[],
  known?: readonly ForecastOpportunity[],
): Promise<SubmissionView[]> {
  if (rows.length === 0) return [];
  const deals = known ?? (await opportunitiesSince(db, actor, '0001-01-01'));
  const now = deals.map(asSubmitted);
  const nameOfDeal = new Map(deals.map(({ id, name }) => [id, name]));
  const names = await namesOf(db, actor, { person: rows.map((row) => row.person_id) });
  return rows.map((row) => {
    const submitted = fromJson<SubmittedOpportunity[]>(row.deals);
    return {
      id: row.id,
      ...numberOf(row),
      note: row.note,
      person: nameOf(names.person, row.person_id),
      submittedAt: row.created_at,
      dealCount: submitted.length,
      moved: movedSince(submitted, now).map(({ id, kind, fields }) => ({
        deal: nameOf(nameOfDeal, id),
        kind,
        fields: [...fields],
      })),
    };
  });
}
