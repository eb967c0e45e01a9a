import type { Locale } from '@milepost/contract/organisation';
import { toDay, toIso } from '@milepost/core/calendar/civil-day';
import { foldName } from '@milepost/core/identity/fold-name';
import { HIGHEST, WEAK, weakSpots } from '@milepost/core/role-play/rubric';
import { toJson } from '../../db/columns.ts';
import type { Work } from '../../db/work.ts';
import { criteriaOf, exercises, rolePlays, rubricOf, scenarios } from '../role-play/store.ts';
import { bringStarterScenarios } from '../role-play/take-starter-scenarios.ts';
import type { Dice } from './dice.ts';

type Somebody = { id: string; teamId: string | null };

/**
 * The first reps have played both scenarios several times, seen a little better by themselves than by their managers; the last session of
 * some still waits to be scored. What was weak the last time is to be practised.
 */
export async function writeRolePlay(
  work: Work,
  locale: Locale,
  roll: Dice,
  today: string,
  { managers, reps }: { managers: readonly Somebody[]; reps: readonly Somebody[] },
): Promise<void> {
  await bringStarterScenarios(work, locale);
  const known = await scenarios.all(work.db, work.actor.orgId);
  const day = (away: number) => toIso(toDay(today) + away);
  for (const [at, rep] of reps.slice(0, 5).entries()) {
    const observer = managers.find(({ teamId }) => teamId === rep.teamId) ?? managers[0];
    if (!observer) continue;
    for (let round = 0; round < 4; round += 1) {
      const scenario = known[(round + at) % known.length];
      if (!scenario) continue;
      const isLast = round === 3;
      const criteria = criteriaOf(scenario);
      const seen = criteria.map(({ name }) => ({
        ...{ criterion: name, note: null },
        level: Math.max(1, Math.min(HIGHEST, 1 + Math.floor(round / 2) + roll.whole(0, 2))),
      }));
      const own = seen.map((one) => ({ ...one, level: Math.min(HIGHEST, one.level + roll.whole(0, 1)) }));
      const isWaiting = isLast && at % 2 === 0;
      const { row } = await rolePlays.create(work, {
        ...{ id: work.newId(), scenario_id: scenario.id, person_id: rep.id, observer_id: observer.id, note: null },
        ...{ on_day: day(isWaiting ? -1 : -80 + 24 * round), criteria: scenario.criteria },
        ...{ self_scores: isWaiting ? null : toJson(own), observer_scores: toJson(seen) },
      });
      if (!(round === 2 || (isLast && !isWaiting))) continue;
      const scores = seen.map(({ criterion, level }) => ({ key: foldName(criterion), level }));
      for (const { name, exercise } of weakSpots(rubricOf(row), scores).slice(0, WEAK))
        await exercises.create(work, {
          ...{ id: work.newId(), role_play_id: row.id, person_id: rep.id, observer_id: observer.id, criterion: name },
          ...{ text: exercise ?? name, due_on: day(roll.whole(2, 12)), done_at: null },
        });
    }
  }
}
