import type { ExpressionBuilder } from 'kysely';
import type { Actor } from '../../auth/actor.ts';
import { orZero } from '../../db/columns.ts';
import type { Db } from '../../db/open.ts';
import type { PipelineSnapshotTable } from '../../db/tables/forecast.ts';
import { visibleTo } from '../../db/visible-to.ts';
import type { Work } from '../../db/work.ts';

type Loose = Record<string, Record<string, unknown>>;

const rowsAtOnce = 500;
type Standing = Omit<PipelineSnapshotTable, 'org_id' | 'day'>;

/** The pipeline as it stood at the end of days. */
export const snapshots = {
  /** Days of which there is one, newest first. */
  days: async (db: Db, orgId: string, most: number): Promise<string[]> =>
    (
      await db
        .selectFrom('pipeline_snapshot')
        .select('day')
        .distinct()
        .where('org_id', '=', orgId)
        .orderBy('day', 'desc')
        .limit(most)
        .execute()
    ).map(({ day }) => day),

  /** The deals of a day that were, on that day, of the people in sight. */
  of: (db: Db, actor: Actor, day: string): Promise<PipelineSnapshotTable[]> =>
    db
      .selectFrom('pipeline_snapshot')
      .selectAll()
      .where('org_id', '=', actor.orgId)
      .where('day', '=', day)
      .where((eb) => visibleTo(actor)(eb as unknown as ExpressionBuilder<Loose, string>) as never)
      .orderBy('opportunity_id')
      .execute(),

  /**
   * Writes down how the deals of an organisation stand: the open ones, and those closed since a day. Twice on one day is once: the first
   * one stands.
   */
  async take(work: Work, { day, closedSince }: { day: string; closedSince: string }): Promise<number> {
    const org_id = work.actor.orgId;
    const there = await work.db
      .selectFrom('pipeline_snapshot')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .where('org_id', '=', org_id)
      .where('day', '=', day)
      .executeTakeFirstOrThrow();
    if (orZero(there.n) > 0) return 0;
    const standing = await snapshots.standing(work, { closedSince });
    await snapshots.write(
      work,
      day,
      standing.map(({ openedOn: _, ...row }) => row),
    );
    return standing.length;
  },

  /** How the deals of an organisation stand: the open ones, and those closed since a day. */
  async standing(
    work: Work,
    { closedSince }: { closedSince: string },
  ): Promise<(Standing & { openedOn: string | null })[]> {
    const rows = await work.db
      .selectFrom('opportunity as o')
      .innerJoin('stage as s', (join) => join.onRef('s.org_id', '=', 'o.org_id').onRef('s.id', '=', 'o.stage_id'))
      .select(['o.id', 'o.owner_id', 'o.backup_id', 'o.stage_id', 'o.amount_minor', 'o.currency'])
      .select(['o.expected_close_on', 'o.closed_on', 'o.opened_on', 's.category'])
      .where('o.org_id', '=', work.actor.orgId)
      .where('o.archived_at', 'is', null)
      .where((eb) => eb.or([eb('s.category', '=', 'open'), eb('o.closed_on', '>=', closedSince)]))
      .execute();
    return rows.map(({ id, category, opened_on, ...row }) => ({
      ...row,
      opportunity_id: id,
      state: category,
      openedOn: opened_on,
    }));
  },

  /** Writes down deals as they stood at the end of a day. */
  async write(work: Work, day: string, standing: readonly Standing[]): Promise<void> {
    const taken = standing.map((row): PipelineSnapshotTable => ({ ...row, org_id: work.actor.orgId, day }));
    for (let from = 0; from < taken.length; from += rowsAtOnce)
      await work.db
        .insertInto('pipeline_snapshot')
        .values(taken.slice(from, from + rowsAtOnce))
        .execute();
    if (taken.length > 0)
      work.changed({ subject: 'pipeline_snapshot', recordId: day, action: 'created', after: { deals: taken.length } });
  },
};
