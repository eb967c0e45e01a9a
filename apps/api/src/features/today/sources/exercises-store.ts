import { toDay, toIso } from '@milepost/core/calendar/civil-day';
import { exercises } from '../../role-play/store.ts';
import { plainItem, type TodayItem, type TodaySource, usualHours } from '../source.ts';

/** An exercise arrives so many days before it is due. */
const daysAhead = 7;

/** What somebody is to practise, as a session has shown it to be weak. */
export const exerciseSource: TodaySource = {
  name: 'exercise',

  async items(db, actor, { personId, day }): Promise<TodayItem[]> {
    const until = toIso(toDay(day) + daysAhead);
    const own = await exercises.openOf(db, actor.orgId, personId);
    return own
      .filter(({ due_on }) => due_on <= until)
      .map((row) => ({
        ...plainItem,
        ...{ source: 'exercise', id: row.id, version: row.version, lane: 'strategic', name: row.text },
        ...{ dueOn: row.due_on, usualHours: usualHours.step, ofId: personId, deeds: ['done', 'snooze'] },
      }));
  },

  tick: async (work, { id, version, isDone }) =>
    (await exercises.update(work, id, version, { done_at: isDone ? work.at : null })).version,

  versionOf: async (db, actor, id) => (await exercises.get(db, actor, id)).version,
};
