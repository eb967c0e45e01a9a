import type { OverviewSubscriptionInput, OverviewSubscriptionView } from '@milepost/contract/overview';
import type { Actor } from '../../auth/actor.ts';
import { flag, isSet } from '../../db/columns.ts';
import type { Db } from '../../db/open.ts';
import { recordStore } from '../../db/record-store.ts';
import type { OverviewSubscriptionTable } from '../../db/tables/overview.ts';
import type { Work } from '../../db/work.ts';
import { Failure } from '../../http/failure.ts';

const base = recordStore({ table: 'overview_subscription', sort: { createdAt: 'created_at' }, filter: {}, search: [] });

const view = (row: OverviewSubscriptionTable | undefined): OverviewSubscriptionView =>
  row
    ? { isOn: isSet(row.is_on), weekday: row.weekday, version: row.version, sentOn: row.sent_on }
    : { isOn: false, weekday: 1, version: 0, sentOn: null };

/** Who gets the overview by mail: one row a person, with the person's id. */
export const subscriptions = {
  /** One's own. @throws Failure `not-found` for who is nobody */
  async own(db: Db, actor: Actor): Promise<OverviewSubscriptionView> {
    if (actor.personId === null) throw new Failure('not-found');
    return view(await base.find(db, actor, actor.personId));
  },

  /** @throws Failure `version-clash` with what stands */
  async say(work: Work, seen: number, { isOn, weekday }: OverviewSubscriptionInput): Promise<OverviewSubscriptionView> {
    const { actor, db } = work;
    const before = await subscriptions.own(db, actor);
    if (before.version !== seen) throw new Failure('version-clash', { current: before });
    const personId = actor.personId as string;
    const columns = { is_on: flag(isOn), weekday };
    if (seen > 0) return view(await base.update(work, personId, seen, columns));
    const { row, isNew } = await base.create(work, { id: personId, person_id: personId, sent_on: null, ...columns });
    if (!isNew) throw new Failure('version-clash', { current: view(row) });
    return view(row);
  },

  /** Those to be sent on a weekday that were not yet, of the whole organisation. */
  dueOn: (
    db: Db,
    orgId: string,
    { weekday, day }: { weekday: number; day: string },
  ): Promise<OverviewSubscriptionTable[]> =>
    db
      .selectFrom('overview_subscription')
      .selectAll()
      .where('org_id', '=', orgId)
      .where('is_on', '=', 1)
      .where('archived_at', 'is', null)
      .where('weekday', '=', weekday)
      .where((eb) => eb.or([eb('sent_on', 'is', null), eb('sent_on', '<', day)]))
      .orderBy('id')
      .execute(),

  sent: (work: Work, row: OverviewSubscriptionTable, day: string) =>
    base.update(work, row.id, row.version, { sent_on: day }, { action: 'sent' }),
};
