import { toDay, toIso } from '@milepost/core/calendar/civil-day';
import { rolePlays, scenarios } from '../../role-play/store.ts';
import { plainItem, type TodayItem, type TodaySource, usualHours } from '../source.ts';

/** Scores are wanted while everybody remembers: within so many days. */
const daysToScore = 2;

/** Sessions that were held and that somebody still has to score, as who sold or as who watched. */
export const rolePlaySource: TodaySource = {
  name: 'role-play',

  async items(db, actor, { personId, day }): Promise<TodayItem[]> {
    const own = await rolePlays.unscoredBy(db, actor.orgId, personId, day);
    if (own.length === 0) return [];
    const names = new Map((await scenarios.all(db, actor.orgId)).map(({ id, name }) => [id, name]));
    return own.map((row) => ({
      ...plainItem,
      ...{ source: 'role-play', id: row.id, version: row.version, lane: 'strategic' },
      ...{ name: names.get(row.scenario_id) ?? '', dueOn: toIso(toDay(row.on_day) + daysToScore) },
      ...{ usualHours: usualHours.short, ofId: personId, deeds: ['snooze'] },
    }));
  },
};
