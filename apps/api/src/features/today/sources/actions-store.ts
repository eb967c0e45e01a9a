import { toDay } from '@milepost/core/calendar/civil-day';
import { planningOf } from '@milepost/core/targets/measures';
import type { ActionTable } from '../../../db/tables/actions.ts';
import { Failure } from '../../../http/failure.ts';
import { actions } from '../../actions/store.ts';
import { plainItem, type TodayItem, type TodaySource, usualHours } from '../source.ts';
import { loose, ofDay } from '../whose-store.ts';

/** Corrective actions that are open: what was undertaken to bring the year back on plan. */
export const actionSource: TodaySource = {
  name: 'action',

  async items(db, actor, whose): Promise<TodayItem[]> {
    const rows = (await loose(db)
      .selectFrom('action')
      .select(['id', 'version', 'name', 'owner_id', 'due_on', 'expected_minor', 'measure', 'currency'])
      .where('org_id', '=', actor.orgId)
      .where('archived_at', 'is', null)
      .where('status', '=', 'open')
      .where(ofDay(whose, ['owner_id', null]))
      .execute()) as unknown as ActionTable[];
    return rows.map((row) => ({
      ...plainItem,
      source: 'action',
      id: row.id,
      version: row.version,
      name: row.name,
      dueOn: row.due_on,
      usualHours: usualHours.step,
      stake:
        // Heads and pieces are no money: nobody has said what one is worth.
        row.currency === actor.organisation.currency && planningOf[row.measure].unit === 'money'
          ? {
              kind: 'effect',
              id: row.id,
              amount: row.expected_minor,
              days: Math.max(1, toDay(row.due_on) - toDay(whose.day)),
            }
          : null,
      ofId: row.owner_id ?? whose.personId,
      deeds: ['done', 'snooze'],
    }));
  },

  async tick(work, { id, version, isDone }) {
    if (!isDone) {
      const row = await actions.get(work.db, work.actor, id);
      if (await actions.openOf(work, row)) throw new Failure('action-open');
    }
    const status = isDone ? 'done' : 'open';
    return (await actions.update(work, id, version, { status }, { action: isDone ? 'closed' : 'reopened' })).version;
  },

  versionOf: async (db, actor, id) => (await actions.get(db, actor, id)).version,
};
