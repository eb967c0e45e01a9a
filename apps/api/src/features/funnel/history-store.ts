import { toDay } from '@milepost/core/calendar/civil-day';
import type { StageWay } from '@milepost/core/funnel/stage-history';
import type { Db } from '../../db/open.ts';
import type { StageTable } from '../../db/tables/records.ts';

/** An opportunity with its way through the stages, for counting. */
export type Way = StageWay & {
  name: string;
  ownerId: string | null;
  stageId: string;
  amount: number | null;
  currency: string;
  expectedCloseOn: string | null;
};

/** A lead that was decided: when it came, and when it became an opportunity; null when it was dismissed. */
export type DecidedLead = { id: string; name: string; ownerId: string | null; days: number | null };

/**
 * The opportunities of an organisation that are open, or were closed since a day or nobody knows when. Whoever asks: the rates of a
 * team are counted from all its people, and only the counts leave the house. Records are shown of those in sight alone.
 */
export async function waysOf(
  db: Db,
  orgId: string,
  stages: ReadonlyMap<string, StageTable>,
  since: string,
): Promise<Way[]> {
  const columns = [
    'id',
    'name',
    'owner_id',
    'stage_id',
    'amount_minor',
    'currency',
    'opened_on',
    'closed_on',
    'expected_close_on',
  ] as const;
  const [rows, entries] = await Promise.all([
    db
      .selectFrom('opportunity')
      .select([...columns])
      .where('org_id', '=', orgId)
      .where('archived_at', 'is', null)
      .where((eb) => eb.or([eb('closed_on', 'is', null), eb('closed_on', '>=', since)]))
      .orderBy('id')
      .execute(),
    db
      .selectFrom('stage_entry')
      .select(['opportunity_id', 'stage_id', 'entered_on'])
      .where('org_id', '=', orgId)
      .orderBy('opportunity_id')
      .orderBy('at')
      .orderBy('id')
      .execute(),
  ]);
  const entriesOf = Map.groupBy(entries, (entry) => entry.opportunity_id);
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    ownerId: row.owner_id,
    stageId: row.stage_id,
    amount: row.amount_minor,
    currency: row.currency,
    expectedCloseOn: row.expected_close_on,
    entries: (entriesOf.get(row.id) ?? []).map((entry) => ({ stageId: entry.stage_id, day: toDay(entry.entered_on) })),
    outcome: stages.get(row.stage_id)?.category ?? 'open',
    openedOn: row.opened_on === null ? null : toDay(row.opened_on),
    closedOn: row.closed_on === null ? null : toDay(row.closed_on),
  }));
}

/** Leads that became an opportunity or were dismissed, of those that came since a day. */
export async function decidedLeads(db: Db, orgId: string, since: string): Promise<DecidedLead[]> {
  const rows = await db
    .selectFrom('lead')
    .leftJoin('opportunity', (join) =>
      join.onRef('opportunity.org_id', '=', 'lead.org_id').onRef('opportunity.id', '=', 'lead.opportunity_id'),
    )
    .select(['lead.id', 'lead.name', 'lead.owner_id', 'lead.created_at', 'lead.status'])
    .select('opportunity.created_at as became_at')
    .where('lead.org_id', '=', orgId)
    .where('lead.archived_at', 'is', null)
    .where('lead.created_at', '>=', since)
    .where('lead.status', 'in', ['converted', 'dismissed'])
    .orderBy('lead.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    ownerId: row.owner_id,
    days:
      row.became_at === null
        ? null
        : Math.max(0, toDay(row.became_at.slice(0, 10)) - toDay(row.created_at.slice(0, 10))),
  }));
}
