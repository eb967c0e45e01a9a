import { pledges } from '../../reports/store.ts';
import { plainItem, type TodayItem, type TodaySource, usualHours } from '../source.ts';

/**
 * What somebody undertook with a report that they handed in, until its day is over: then it is missed, and what becomes of it is a matter
 * of the next report. Nobody else can keep it.
 */
export const pledgeSource: TodaySource = {
  name: 'pledge',

  async items(db, actor, { personId, day }): Promise<TodayItem[]> {
    const open = await pledges.openOf(db, actor.orgId, personId, day);
    return open.map((row) => ({
      ...plainItem,
      ...{ source: 'pledge', id: row.id, version: row.version, name: row.text, dueOn: row.due_on },
      ...{ usualHours: usualHours.step, ofId: personId, deeds: ['done', 'snooze'] },
    }));
  },

  async tick(work, { id, version, isDone, day }) {
    const settled = { settled_as: isDone ? ('kept' as const) : null, settled_on: isDone ? day : null, reason: null };
    return (await pledges.update(work, id, version, settled, { action: isDone ? 'kept' : 'reopened' })).version;
  },

  versionOf: async (db, actor, id) => (await pledges.get(db, actor, id)).version,
};
