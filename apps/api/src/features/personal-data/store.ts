import type { Db } from '../../db/open.ts';
import type { ErasureTable } from '../../db/tables/platform.ts';
import type { Work } from '../../db/work.ts';

/** That somebody was erased: when, by whom and why, never who. */
export const erasures = {
  async note(work: Work, row: ErasureTable): Promise<void> {
    await work.db.insertInto('erasure').values(row).execute();
  },
  list: (db: Db, orgId: string): Promise<ErasureTable[]> =>
    db.selectFrom('erasure').selectAll().where('org_id', '=', orgId).orderBy('id', 'desc').limit(500).execute(),
};
