import { toJson } from '../../db/columns.ts';
import type { Db } from '../../db/open.ts';
import type { JobRunTable } from '../../db/tables/jobs.ts';
import type { Work } from '../../db/work.ts';

/** Who is at a job. A lease that has ended is anybody's. */
export const leases = {
  /** True for the one who gets it, and for the holder who takes it again for longer. */
  async take(work: Work, { name, holder, until }: { name: string; holder: string; until: string }): Promise<boolean> {
    const taken = await work.db
      .insertInto('job_lease')
      .values({ org_id: work.actor.orgId, name, holder, held_until: until })
      .onConflict((conflict) =>
        conflict
          .columns(['org_id', 'name'])
          .doUpdateSet({ holder, held_until: until })
          .where((eb) => eb.or([eb('job_lease.held_until', '<', work.at), eb('job_lease.holder', '=', holder)])),
      )
      .returning('holder')
      .executeTakeFirst();
    return taken?.holder === holder;
  },

  async leave(work: Work, { name, holder }: { name: string; holder: string }): Promise<void> {
    await work.db
      .deleteFrom('job_lease')
      .where('org_id', '=', work.actor.orgId)
      .where('name', '=', name)
      .where('holder', '=', holder)
      .execute();
  },
};

/** What ran, when, and what became of it. */
export const runs = {
  /** Begins a run; one of the same job that still seems to run was cut off, for its lease has ended. */
  async begin(work: Work, { id, name }: { id: string; name: string }): Promise<JobRunTable> {
    await work.db
      .updateTable('job_run')
      .set({ outcome: 'interrupted', ended_at: work.at })
      .where('org_id', '=', work.actor.orgId)
      .where('name', '=', name)
      .where('outcome', '=', 'running')
      .execute();
    const row: JobRunTable = {
      org_id: work.actor.orgId,
      id,
      name,
      started_at: work.at,
      ended_at: null,
      outcome: 'running',
      counts: toJson({}),
      error: null,
      person_id: work.actor.personId,
    };
    await work.db.insertInto('job_run').values(row).execute();
    return row;
  },

  async end(
    work: Work,
    run: JobRunTable,
    {
      outcome,
      counts,
      error,
    }: { outcome: JobRunTable['outcome']; counts: Readonly<Record<string, number>>; error: string | null },
  ): Promise<JobRunTable> {
    const set = { outcome, counts: toJson(counts), error, ended_at: work.at };
    await work.db
      .updateTable('job_run')
      .set(set)
      .where('org_id', '=', work.actor.orgId)
      .where('id', '=', run.id)
      .execute();
    return { ...run, ...set };
  },

  /** Takes away earlier runs that had nothing to do and that nobody asked for. */
  async forgetIdle(work: Work, name: string): Promise<void> {
    await work.db
      .deleteFrom('job_run')
      .where('org_id', '=', work.actor.orgId)
      .where('name', '=', name)
      .where('outcome', '=', 'idle')
      .where('person_id', 'is', null)
      .execute();
  },

  /** Takes away runs that ended before an instant. @returns how many */
  async forgetBefore(work: Work, instant: string): Promise<number> {
    const gone = await work.db
      .deleteFrom('job_run')
      .where('org_id', '=', work.actor.orgId)
      .where('ended_at', '<', instant)
      .executeTakeFirst();
    return Number(gone.numDeletedRows);
  },

  /** The last runs, newest first. */
  latest: (db: Db, orgId: string, limit: number): Promise<JobRunTable[]> =>
    db.selectFrom('job_run').selectAll().where('org_id', '=', orgId).orderBy('id', 'desc').limit(limit).execute(),

  last: (db: Db, orgId: string, name: string): Promise<JobRunTable | undefined> =>
    db
      .selectFrom('job_run')
      .selectAll()
      .where('org_id', '=', orgId)
      .where('name', '=', name)
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirst(),
};
