import { answersOf } from '@milepost/core/targets/answers';
import type { TargetTable } from '../../../db/tables/targets.ts';
import { personsOf } from '../../targets/may-edit.ts';
import { stepOf, steps } from '../../targets/steps-store.ts';
import { plainItem, type TodayItem, type TodaySource, usualHours } from '../source.ts';
import { loose } from '../whose-store.ts';

/** Quotas that somebody was asked to accept or dispute and has not answered. Nobody else can do that, however long they are away. */
export const quotaLetterSource: TodaySource = {
  name: 'quota-letter',

  async items(db, actor, { personId }): Promise<TodayItem[]> {
    const rows = (await loose(db)
      .selectFrom('target')
      .select(['id', 'version', 'name', 'shape'])
      .where('org_id', '=', actor.orgId)
      .where('archived_at', 'is', null)
      // With its people, and somebody is silent or disputes: an accepted one was answered by all.
      .where('status', 'in', ['submitted', 'disputed'])
      .execute()) as unknown as TargetTable[];
    const items: TodayItem[] = [];
    for (const row of rows.filter((one) => personsOf(one).includes(personId))) {
      const told = await steps.of(db, actor.orgId, row.id);
      if (answersOf(personsOf(row), told.map(stepOf))?.get(personId) !== 'asked') continue;
      items.push({
        ...plainItem,
        source: 'quota-letter',
        id: row.id,
        version: row.version,
        name: row.name,
        usualHours: usualHours.short,
        dueOn: null,
        ofId: personId,
        deeds: ['snooze'],
      });
    }
    return items;
  },
};
