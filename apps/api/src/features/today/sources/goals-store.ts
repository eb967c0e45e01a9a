import { toDay, toIso } from '@milepost/core/calendar/civil-day';
import { levelOn } from '@milepost/core/skills/gap';
import { standingOf } from '../../certificates/standing-store.ts';
import { awards, certificates } from '../../certificates/store.ts';
import { goals } from '../../goals/store.ts';
import { assessments, proofsOf, skills } from '../../skills/store.ts';
import { plainItem, type TodayItem, type TodaySource, usualHours } from '../source.ts';

/** A goal arrives so many days before it is due; one that a renewal has reopened at once. */
const daysAhead = 30;

/**
 * Certificates and levels that somebody wants by a day, and certificates whose renewal is due. What is measured from deals and sales has no
 * step of its own: the work on them stands here already.
 */
export const goalSource: TodaySource = {
  name: 'goal',

  async items(db, actor, { personId, day }): Promise<TodayItem[]> {
    const own = (await goals.of(db, actor.orgId, personId)).filter(
      ({ certificate_id, skill_id }) => certificate_id !== null || skill_id !== null,
    );
    if (own.length === 0) return [];
    const held = await awards.confirmedOf(db, actor.orgId, [personId]);
    const known = new Map((await certificates.all(db, actor.orgId)).map((row) => [row.id, row]));
    const windows = new Map([...known].map(([id, row]) => [id, row.window_months]));
    const hasLevels = own.some(({ skill_id }) => skill_id !== null);
    const skillBy = new Map(hasLevels ? (await skills.all(db, actor.orgId)).map((row) => [row.id, row]) : []);
    const proofs = hasLevels ? proofsOf(await assessments.of(db, actor.orgId, [personId])) : [];
    return own.flatMap((row): TodayItem[] => {
      const of = row.skill_id === null ? known.get(row.certificate_id ?? '') : skillBy.get(row.skill_id);
      const isLevelReached = row.skill_id !== null && (levelOn(proofs, row.skill_id, day) ?? 0) >= (row.wanted ?? 0);
      const { status, dueOn, reopenedOn } =
        row.skill_id === null
          ? standingOf(row, held, windows, day)
          : { status: isLevelReached ? 'reached' : 'open', dueOn: row.due_on, reopenedOn: null };
      const isFar = reopenedOn === null && dueOn > toIso(toDay(day) + daysAhead);
      if (!of || of.archived_at !== null || status === 'reached' || isFar) return [];
      return [
        {
          ...plainItem,
          ...{ source: 'goal', id: row.id, version: row.version, lane: 'strategic', name: of.name },
          ...{ dueOn, usualHours: usualHours.step, ofId: personId, deeds: ['snooze'] },
        },
      ];
    });
  },
};
