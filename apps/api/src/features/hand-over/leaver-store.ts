import type { Db } from '../../db/open.ts';
import { recordStore } from '../../db/record-store.ts';
import type { LeaverTable } from '../../db/tables/hand-over.ts';
import type { Work } from '../../db/work.ts';
import { Failure } from '../../http/failure.ts';
import { ownedCounts } from './owned-store.ts';

const base = recordStore({
  table: 'leaver',
  sort: { lastDay: 'last_day' },
  filter: { lastDay: 'last_day' },
  search: [],
});

export const leavers = {
  ...base,

  /** Those whose last day has passed and who are still there. */
  due: (db: Db, orgId: string, today: string): Promise<LeaverTable[]> =>
    db
      .selectFrom('leaver')
      .selectAll()
      .where('org_id', '=', orgId)
      .where('left_at', 'is', null)
      .where('last_day', '<', today)
      .orderBy('id')
      .execute(),
};

/**
 * Nobody leaves while anything is in their name.
 * @throws Failure `still-owns` with the count of each kind
 */
export async function demandNothingLeft(work: Work, personId: string, day: string): Promise<void> {
  const left = await ownedCounts(work.db, work.actor.orgId, { personId, day });
  if (left.length > 0)
    throw new Failure('still-owns', {
      issues: left.map(({ kind, count }) => ({
        path: `/owned/${kind}`,
        code: 'still-theirs',
        message: `${count}`,
        value: kind,
      })),
    });
}
