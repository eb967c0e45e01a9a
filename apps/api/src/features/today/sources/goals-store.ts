import { toDay, toIso } from '@milepost/core/calendar/civil-day';
import { standingOf } from '../../certificates/standing-store.ts';
import { awards, certificates, goals } from '../../certificates/store.ts';
import { plainItem, type TodayItem, type TodaySource, usualHours } from '../source.ts';

/** A goal arrives so many days before it is due; one that a renewal has reopened at once. */
const daysAhead = 30;

/** Certificates that somebody wants by a day, and those whose renewal is due. */
export const goalSource: TodaySource = {
  name: 'goal',

  async items(db, actor, { personId, day }): Promise<TodayItem[]> {
    const own = await goals.of(db, actor.orgId, personId);
    if (own.length === 0) return [];
    const held = await awards.confirmedOf(db, actor.orgId, [personId]);
    const known = new Map((await certificates.all(db, actor.orgId)).map((row) => [row.id, row]));
    const windows = new Map([...known].map(([id, row]) => [id, row.window_months]));
    return own.flatMap((row): TodayItem[] => {
      const certificate = known.get(row.certificate_id);
      const { status, dueOn, reopenedOn } = standingOf(row, held, windows, day);
      const isFar = reopenedOn === null && dueOn > toIso(toDay(day) + daysAhead);
      if (!certificate || certificate.archived_at !== null || status === 'reached' || isFar) return [];
      return [
        {
          ...plainItem,
          ...{ source: 'goal', id: row.id, version: row.version, lane: 'strategic', name: certificate.name },
          ...{ dueOn, usualHours: usualHours.step, ofId: personId, deeds: ['snooze'] },
        },
      ];
    });
  },
};
