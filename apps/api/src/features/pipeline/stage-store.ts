import { sql } from 'kysely';
import type { Db } from '../../db/open.ts';
import type { OpportunityTable, StageTable } from '../../db/tables/records.ts';
import type { Work } from '../../db/work.ts';
import { opportunities, stages } from './store.ts';

/** What the stages of an organisation need beside the record store: their order, and the deals that stand in them. */
export const stageOrder = {
  /** Those who change the stages of an organisation come one after the other. */
  async take(work: Work): Promise<void> {
    await work.dialect.lock(`stages:${work.actor.orgId}`)?.execute(work.db);
  },

  /** The stages in use, in their order. */
  all: (db: Db, orgId: string): Promise<StageTable[]> =>
    db
      .selectFrom('stage')
      .selectAll()
      .where('org_id', '=', orgId)
      .where('archived_at', 'is', null)
      .orderBy('position')
      .orderBy('id')
      .execute(),

  /** Every stage that a deal may name, deleted ones too. */
  named: async (db: Db, orgId: string): Promise<Map<string, StageTable>> =>
    new Map(
      (await db.selectFrom('stage').selectAll().where('org_id', '=', orgId).execute()).map((row) => [row.id, row]),
    ),

  /** Gives the stages the positions 0, 1, 2 … in the order given; those that stay where they are are not written. */
  async write(work: Work, ordered: readonly StageTable[]): Promise<void> {
    for (const [position, { id, version }] of ordered.entries())
      await stages.update(work, id, version, { position }, { action: 'reordered' });
  },

  /** How many deals stand in a stage, archived ones too, and the first of them by name. */
  async opportunitiesIn(work: Work, stageId: string, first: number) {
    const within = work.db
      .selectFrom('opportunity')
      .where('org_id', '=', work.actor.orgId)
      .where('stage_id', '=', stageId);
    const { n } = await within.select((eb) => eb.fn.countAll<number>().as('n')).executeTakeFirstOrThrow();
    const named = await within.select(['id', 'name']).orderBy('name_key').orderBy('id').limit(first).execute();
    return { count: Number(n), first: named };
  },

  /** Moves every deal of one stage to another, with a change for each. */
  async moveOpportunities(work: Work, from: string, to: string): Promise<void> {
    const rows = (await work.db
      .selectFrom('opportunity')
      .selectAll()
      .where('org_id', '=', work.actor.orgId)
      .where('stage_id', '=', from)
      .execute()) as OpportunityTable[];
    await work.db
      .updateTable('opportunity')
      .set({ stage_id: to, version: sql<number>`version + 1`, updated_at: work.at })
      .where('org_id', '=', work.actor.orgId)
      .where('stage_id', '=', from)
      .execute();
    for (const row of rows)
      opportunities.tell(
        work,
        'updated',
        { ...row, stage_id: to, version: row.version + 1 },
        { before: { stage_id: from }, after: { stage_id: to } },
      );
  },
};
