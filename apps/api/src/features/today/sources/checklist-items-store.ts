import { toDay, toIso } from '@milepost/core/calendar/civil-day';
import type { ChecklistItemTable } from '../../../db/tables/planning.ts';
import { checklistItems } from '../../milestones/store.ts';
import { plainItem, type TodayItem, type TodaySource, usualHours } from '../source.ts';
import { loose, ofDay } from '../whose-store.ts';

/** A step of a milestone arrives so many days before it is due: early enough to find its place in the week. */
const daysAhead = 14;

/** Steps of milestones that somebody owns: long-term work. */
export const checklistSource: TodaySource = {
  name: 'checklist_item',

  async items(db, actor, whose): Promise<TodayItem[]> {
    const rows = (await loose(db)
      .selectFrom('checklist_item')
      .select(['id', 'version', 'text', 'owner_id', 'due_on'])
      .where('org_id', '=', actor.orgId)
      .where('archived_at', 'is', null)
      .where('done_at', 'is', null)
      .where('due_on', '<=', toIso(toDay(whose.day) + daysAhead))
      .where(ofDay(whose, ['owner_id', null]))
      .execute()) as unknown as ChecklistItemTable[];
    return rows.map((row) => ({
      ...plainItem,
      source: 'checklist_item',
      id: row.id,
      version: row.version,
      lane: 'strategic',
      name: row.text,
      dueOn: row.due_on,
      usualHours: usualHours.step,
      ofId: row.owner_id ?? whose.personId,
      deeds: ['done', 'snooze'],
    }));
  },

  tick: async (work, { id, version, isDone }) =>
    (
      await checklistItems.update(
        work,
        id,
        version,
        isDone ? { done_at: work.at, done_by_id: work.actor.personId } : { done_at: null, done_by_id: null },
      )
    ).version,

  versionOf: async (db, actor, id) => (await checklistItems.get(db, actor, id)).version,
};
