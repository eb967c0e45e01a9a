import type { ReportAxis } from '@milepost/contract/funnel';
import { toDay } from '@milepost/core/calendar/civil-day';
import type { StageWay } from '@milepost/core/funnel/stage-history';
import type { ExpressionBuilder, Kysely } from 'kysely';
import type { Actor } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import type { StageTable } from '../../db/tables/records.ts';
import { visibleTo } from '../../db/visible-to.ts';

/** A deal that has closed, with its way through the stages, and the group it belongs to; null where nobody has said. */
export type ReportedWay = StageWay & { name: string; key: string | null };

type Loose = Record<string, Record<string, unknown>>;
type Row = Record<'id' | 'name' | 'stage_id' | 'closed_on', string> & Record<'opened_on' | 'key', string | null>;

const idsAtOnce = 500;

/** Where the key of a group stands. */
const keyOf: Readonly<Record<Exclude<ReportAxis, 'all'>, string>> = {
  owner: 'opportunity.owner_id',
  team: 'person.team_id',
  product: 'opportunity.product_id',
  line: 'product.line',
  segment: 'account.segment',
  region: 'account.region',
  event: 'opportunity.event_id',
};

/** Deals in sight that closed between two days, by id. */
export async function reportedWays(
  db: Db,
  actor: Actor,
  stages: ReadonlyMap<string, StageTable>,
  { by, from, to }: { by: ReportAxis; from: string; to: string },
): Promise<ReportedWay[]> {
  const loose = db as unknown as Kysely<Loose>;
  const found = (await loose
    .selectFrom('opportunity')
    .leftJoin('account', (join) =>
      join.onRef('account.org_id', '=', 'opportunity.org_id').onRef('account.id', '=', 'opportunity.account_id'),
    )
    .leftJoin('product', (join) =>
      join.onRef('product.org_id', '=', 'opportunity.org_id').onRef('product.id', '=', 'opportunity.product_id'),
    )
    .leftJoin('person', (join) =>
      join.onRef('person.org_id', '=', 'opportunity.org_id').onRef('person.id', '=', 'opportunity.owner_id'),
    )
    .select([
      'opportunity.id as id',
      'opportunity.name as name',
      'opportunity.stage_id as stage_id',
      'opportunity.opened_on as opened_on',
      'opportunity.closed_on as closed_on',
      ...(by === 'all' ? [] : [`${keyOf[by]} as key`]),
    ])
    .where('opportunity.org_id', '=', actor.orgId)
    .where('opportunity.archived_at', 'is', null)
    .where('opportunity.closed_on', '>=', from)
    .where('opportunity.closed_on', '<=', to)
    .where((eb: ExpressionBuilder<Loose, string>) =>
      visibleTo(actor, ['opportunity.owner_id', 'opportunity.backup_id'])(eb),
    )
    .orderBy('opportunity.id')
    .execute()) as unknown as Row[];
  const rows = found.filter(({ stage_id }) => (stages.get(stage_id)?.category ?? 'open') !== 'open');
  const entries = await entriesOf(
    db,
    actor.orgId,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    key: by === 'all' ? 'all' : (row.key ?? null),
    outcome: stages.get(row.stage_id)?.category ?? 'open',
    openedOn: row.opened_on === null ? null : toDay(row.opened_on),
    closedOn: toDay(row.closed_on),
    entries: (entries.get(row.id) ?? []).map(({ stage_id, entered_on }) => ({
      stageId: stage_id,
      day: toDay(entered_on),
    })),
  }));
}

async function entriesOf(
  db: Db,
  orgId: string,
  ids: readonly string[],
): Promise<Map<string, { opportunity_id: string; stage_id: string; entered_on: string }[]>> {
  const all = [];
  for (let from = 0; from < ids.length; from += idsAtOnce)
    all.push(
      ...(await db
        .selectFrom('stage_entry')
        .select(['opportunity_id', 'stage_id', 'entered_on'])
        .where('org_id', '=', orgId)
        .where('opportunity_id', 'in', ids.slice(from, from + idsAtOnce))
        .orderBy('opportunity_id')
        .orderBy('at')
        .orderBy('id')
        .execute()),
    );
  return Map.groupBy(all, ({ opportunity_id }) => opportunity_id);
}
