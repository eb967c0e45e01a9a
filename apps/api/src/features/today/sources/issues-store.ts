import { toIso } from '@milepost/core/calendar/civil-day';
import { wallTimeOf } from '../../../wall-time.ts';
import { openIssuesOf } from '../../issues/store.ts';
import { plainItem, type TodayItem, type TodaySource, usualHours } from '../source.ts';

/**
 * Issues that wait for somebody: those that are theirs to solve, and those of theirs that came back. What is urgent has the deadline of
 * others and is in their lane.
 */
export const issueSource: TodaySource = {
  name: 'issue',

  async items(db, actor, { personId }): Promise<TodayItem[]> {
    const rows = await openIssuesOf(db, actor, { personIds: [personId] });
    return rows.flatMap((row): TodayItem[] => {
      const isTheirs = row.state === 'bounced' ? row.raised_by_id === personId : row.owner_id === personId;
      if (!isTheirs) return [];
      return [
        {
          ...plainItem,
          ...{ source: 'issue', id: row.id, version: row.version, name: row.name, ofId: personId, deeds: ['snooze'] },
          lane: row.severity === 'urgent' ? 'urgent' : 'value',
          dueOn: toIso(wallTimeOf(row.due_at, actor.organisation.timeZone).day),
          usualHours: row.state === 'bounced' ? usualHours.short : usualHours.step,
          ...{ accountId: row.account_id, opportunityId: row.opportunity_id },
        },
      ];
    });
  },
};
