import type { Db } from '../../db/open.ts';
import { recordStore } from '../../db/record-store.ts';
import type { HandOverTable } from '../../db/tables/hand-over.ts';
import type { Work } from '../../db/work.ts';

const base = recordStore({
  table: 'hand_over',
  sort: { outOn: 'out_on', from: 'from_day', createdAt: 'created_at' },
  filter: { personId: 'person_id', coverId: 'cover_id', status: 'status', from: 'from_day', to: 'to_day' },
  search: ['note'],
});

export const handOvers = {
  ...base,

  /** What is out now, whoever asks. */
  out: (db: Db, orgId: string): Promise<HandOverTable[]> =>
    db
      .selectFrom('hand_over')
      .selectAll()
      .where('org_id', '=', orgId)
      .where('status', '=', 'out')
      .orderBy('id')
      .execute(),

  /** Accounts of some people by whom they are backed up: whoever asks. */
  accountsOf: (db: Db, orgId: string, ownerIds: readonly string[]) =>
    ownerIds.length === 0
      ? Promise.resolve([])
      : db
          .selectFrom('account')
          .select(['id', 'owner_id', 'backup_id'])
          .where('org_id', '=', orgId)
          .where('owner_id', 'in', [...ownerIds])
          .where('archived_at', 'is', null)
          .orderBy('id')
          .execute(),

  /** Open deals of some people by whom they are backed up: whoever asks. */
  dealsOf: (db: Db, orgId: string, ownerIds: readonly string[]) =>
    ownerIds.length === 0
      ? Promise.resolve([])
      : db
          .selectFrom('opportunity')
          .innerJoin('stage', (join) =>
            join.onRef('stage.org_id', '=', 'opportunity.org_id').onRef('stage.id', '=', 'opportunity.stage_id'),
          )
          .select(['opportunity.id', 'opportunity.owner_id', 'opportunity.backup_id', 'opportunity.account_id'])
          .where('opportunity.org_id', '=', orgId)
          .where('opportunity.owner_id', 'in', [...ownerIds])
          .where('opportunity.archived_at', 'is', null)
          .where('stage.category', '=', 'open')
          .orderBy('opportunity.id')
          .execute(),

  /** What somebody did since an instant with what is another's, or hangs on an account of theirs: records, each counted once. */
  async doneBy(work: Work, { coverId, personId, since }: { coverId: string; personId: string; since: string }) {
    const { db, actor } = work;
    const rows = await db
      .selectFrom('change')
      .select(({ fn }) => ['subject', fn.count<number>('record_id').distinct().as('n')])
      .where('org_id', '=', actor.orgId)
      .where('actor_id', '=', coverId)
      .where('at', '>=', since)
      .where('subject', '!=', 'hand_over')
      .where((eb) =>
        eb.or([
          eb('owner_id', '=', personId),
          eb(
            'account_id',
            'in',
            eb
              .selectFrom('account')
              .select('account.id')
              .where('account.org_id', '=', actor.orgId)
              .where('account.owner_id', '=', personId),
          ),
        ]),
      )
      .groupBy('subject')
      .orderBy('subject')
      .execute();
    return rows.map(({ subject, n }) => ({ subject, count: Number(n) }));
  },
};
