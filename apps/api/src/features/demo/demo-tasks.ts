import type { Locale } from '@milepost/contract/organisation';
import { toDay, toIso } from '@milepost/core/calendar/civil-day';
import { foldName } from '@milepost/core/identity/fold-name';
import type { Work } from '../../db/work.ts';
import { accounts } from '../accounts/store.ts';
import { activities, nothingSaid } from '../activities/store.ts';
import { opportunities } from '../pipeline/store.ts';
import { talkTracks } from '../talk-tracks/store.ts';
import type { Dice } from './dice.ts';
import { taskNames } from './task-names.ts';

/** Of each rep: so many next steps, some late, some due today, the rest in the days to come. */
const stepsEach = 9;

/** What the demonstration's reps have to do, what they heard last, and the words that meet it. */
export async function writeTasks(
  work: Work,
  locale: Locale,
  roll: Dice,
  today: string,
  reps: readonly { id: string }[],
) {
  const names = taskNames[locale];
  const day = (away: number) => toIso(toDay(today) + away);
  const tracks: { id: string; objection: string }[] = [];
  for (const { name, objection, words } of names.tracks) {
    const { row } = await talkTracks.create(work, {
      id: work.newId(),
      name,
      name_key: foldName(name),
      objection,
      words,
    });
    tracks.push(row);
  }
  for (const { id: personId } of reps) {
    const own = [{ field: 'ownerId', op: 'is' as const, value: personId }];
    const firms = (await accounts.list(work.db, work.actor, { limit: 200, filter: own })).items;
    const deals = (await opportunities.list(work.db, work.actor, { limit: 20, filter: own })).items;
    for (let at = 0; at < stepsEach; at += 1) {
      const deal = at % 3 === 0 ? deals[at] : undefined;
      const firm = firms.find(({ id }) => id === deal?.account_id) ?? firms[at];
      if (!firm) continue;
      const isUrgent = at === 1;
      const isStrategic = at === 2;
      const [kind, subject] = isUrgent ? names.urgent : isStrategic ? names.strategic : roll.pick(names.steps);
      await activities.create(work, {
        ...nothingSaid,
        id: work.newId(),
        owner_id: firm.owner_id,
        backup_id: firm.backup_id,
        person_id: personId,
        account_id: firm.id,
        opportunity_id: deal?.id ?? null,
        kind,
        subject,
        on_day: day(isUrgent ? 0 : roll.whole(-4, 5)),
        deadline_on: isUrgent ? day(1) : null,
        lane: isUrgent ? 'urgent' : isStrategic ? 'strategic' : null,
        starts_at: kind === 'visit' || kind === 'meeting' ? `${String(roll.whole(9, 16)).padStart(2, '0')}:30` : null,
        minutes: isStrategic ? 90 : null,
        is_done: 0,
      });
    }
    for (let at = 0; at < 6; at += 1) {
      const firm = firms[20 + at];
      if (!firm) continue;
      const objection = roll.pick(['price', 'price', 'timing', 'competitor', 'trust'] as const);
      const track = at % 2 === 0 ? tracks.find((one) => one.objection === objection) : undefined;
      await activities.create(work, {
        ...nothingSaid,
        id: work.newId(),
        owner_id: firm.owner_id,
        backup_id: firm.backup_id,
        person_id: personId,
        account_id: firm.id,
        kind: 'call',
        subject: roll.pick(names.heard),
        on_day: day(-roll.whole(0, 6)),
        is_done: 1,
        outcome: track
          ? roll.pick(['agreed', 'interested', 'refused'] as const)
          : roll.pick(['objection', 'refused', 'interested'] as const),
        objection,
        talk_track_id: track?.id ?? null,
        need_change: at === 0 ? roll.pick(names.needs) : null,
      });
    }
  }
}
