import { awaitingAnswer } from '../../targets/awaiting-store.ts';
import { plainItem, type TodayItem, type TodaySource, usualHours } from '../source.ts';

/** Quotas that somebody was asked to accept or dispute and has not answered. Nobody else can do that, however long they are away. */
export const quotaLetterSource: TodaySource = {
  name: 'quota-letter',

  async items(db, actor, { personId }): Promise<TodayItem[]> {
    const rows = await awaitingAnswer(db, actor.orgId, personId);
    return rows.map((row) => ({
      ...plainItem,
      source: 'quota-letter',
      id: row.id,
      version: row.version,
      name: row.name,
      usualHours: usualHours.short,
      dueOn: null,
      ofId: personId,
      deeds: ['snooze'],
    }));
  },
};
