import type { Actor } from '../../../auth/actor.ts';
import { flag } from '../../../db/columns.ts';
import type { Db } from '../../../db/open.ts';
import { sightOf } from '../../../db/sight-store.ts';
import type { ActivityTable } from '../../../db/tables/records.ts';
import { visibleTo } from '../../../db/visible-to.ts';
import { activities } from '../../activities/store.ts';
import { plainItem, type TodayItem, type TodaySource, usualHours, type Whose } from '../source.ts';
import { accountStakes, opportunityStakes } from '../stakes-store.ts';
import { loose, ofDay } from '../whose-store.ts';

/** What the order needs; they all stand in the index `activity_open`. */
const ofOrder = [
  'id',
  'kind',
  'person_id',
  'account_id',
  'opportunity_id',
  'on_day',
  'lane',
  'deadline_on',
  'minutes',
] as const;
/** What only the items need that are shown. */
const ofShown = ['id', 'version', 'subject', 'backup_id', 'contact_id', 'lead_id', 'starts_at', 'given_by_id'] as const;
type OrderRow = Pick<ActivityTable, (typeof ofOrder)[number]>;
type ShownRow = Pick<ActivityTable, (typeof ofShown)[number]>;

const open = (db: Db, actor: Actor, whose: Whose) =>
  loose(db)
    .selectFrom('activity')
    .where('org_id', '=', actor.orgId)
    .where('is_done', '=', 0)
    .where('archived_at', 'is', null)
    .where(ofDay(whose, ['person_id', 'backup_id']));

/** How many activities are planned for a later day. Urgent ones are on the list already. */
export async function plannedLater(db: Db, actor: Actor, whose: Whose): Promise<number> {
  const row = await open(db, actor, whose)
    .select((eb) => eb.fn.countAll().as('n'))
    .where('on_day', '>', whose.day)
    .where((eb) => eb.or([eb('lane', 'is', null), eb('lane', '!=', 'urgent')]))
    .executeTakeFirst();
  return Number((row as { n: number } | undefined)?.n ?? 0);
}

const unique = (ids: readonly (string | null)[]) => [...new Set(ids.filter((id) => id !== null))];

/** Next steps, follow-ups of events and every other activity that is not done: planned for today or before, and what is urgent. */
export const activitySource: TodaySource = {
  name: 'activity',

  async items(db, actor, whose): Promise<TodayItem[]> {
    const rows = (await open(db, actor, whose)
      .select([...ofOrder])
      .where((eb) => eb.or([eb('on_day', '<=', whose.day), eb('lane', '=', 'urgent')]))
      .execute()) as unknown as OrderRow[];
    const deals = await opportunityStakes(db, actor, whose.day, unique(rows.map((row) => row.opportunity_id)));
    const accounts = await accountStakes(db, actor, whose.day, unique(rows.map((row) => row.account_id)));
    return rows.map((row) => ({
      ...plainItem,
      source: 'activity',
      id: row.id,
      version: 0,
      lane: row.lane ?? 'value',
      name: '',
      kind: row.kind,
      plannedOn: row.on_day,
      dueOn: row.deadline_on ?? row.on_day,
      minutes: row.minutes,
      usualHours: usualHours[row.kind],
      stake: deals.get(row.opportunity_id ?? '') ?? accounts.stakes.get(row.account_id ?? '') ?? null,
      segment: accounts.segments.get(row.account_id ?? '') ?? null,
      accountId: row.account_id,
      opportunityId: row.opportunity_id,
      ofId: row.person_id,
      deeds: ['done', 'snooze', 'give'],
    }));
  },

  async complete(db, actor, items) {
    const ids = items.map(({ id }) => id);
    const rows = (await loose(db)
      .selectFrom('activity')
      .select([...ofShown])
      .where('org_id', '=', actor.orgId)
      .where('id', 'in', ids)
      .where((eb) => visibleTo(actor, sightOf.activity)(eb))
      .execute()) as unknown as ShownRow[];
    const known = new Map(rows.map((row) => [row.id, row]));
    return items.flatMap((item) => {
      const row = known.get(item.id);
      if (!row) return [];
      const { version, subject: name, backup_id, contact_id, lead_id, starts_at, given_by_id } = row;
      const people = { backupId: backup_id, givenById: given_by_id };
      return [{ ...item, version, name, startsAt: starts_at, leadId: lead_id, contactId: contact_id, ...people }];
    });
  },

  tick: async (work, { id, version, isDone, day }) =>
    (
      await activities.update(
        work,
        id,
        version,
        { is_done: flag(isDone), done_on: isDone ? day : null },
        { action: isDone ? 'done' : 'reopened' },
      )
    ).version,

  /** The trail keeps both names: whose it was stands in the activity, who gave it in the change. */
  give: async (work, { id, version, toId, fromId }) =>
    (await activities.update(work, id, version, { person_id: toId, given_by_id: fromId }, { action: 'given' })).version,
};
