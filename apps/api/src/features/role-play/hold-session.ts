import type { CriterionScore, NewRolePlay, RolePlayPatch, RolePlaySide } from '@milepost/contract/role-play';
import { toDay, toIso } from '@milepost/core/calendar/civil-day';
import { foldName } from '@milepost/core/identity/fold-name';
import { weakSpots } from '@milepost/core/role-play/rubric';
import { type Actor, reaches } from '../../auth/actor.ts';
import { toJson } from '../../db/columns.ts';
import type { RolePlayTable } from '../../db/tables/role-play.ts';
import type { Work } from '../../db/work.ts';
import type { Deps } from '../../deps.ts';
import { Failure, fieldIssue } from '../../http/failure.ts';
import { people } from '../people/store.ts';
import { criteriaOf, exercises, keyed, rolePlays, rubricOf, scenarios, scoresIn } from './store.ts';

/** So many days somebody has to practise what was weak. */
const daysToPractise = 14;

/** Which of the two somebody is; null for neither. */
export function sideOf(actor: Actor, row: Pick<RolePlayTable, 'person_id' | 'observer_id'>): RolePlaySide | null {
  if (actor.personId === null) return null;
  if (actor.personId === row.person_id) return 'self';
  return actor.personId === row.observer_id ? 'observer' : null;
}

const isScored = ({ self_scores, observer_scores }: RolePlayTable): boolean =>
  self_scores !== null && observer_scores !== null;

async function demandThere({ db, actor }: Work, personId: string, path: string): Promise<void> {
  if ((await people.find(db, actor, personId))?.is_active !== 1)
    throw new Failure('invalid-input', fieldIssue(path, 'unknown', 'nobody of your organisation'));
}

/**
 * Sets up a session: for oneself, for one of one's people, or to watch somebody. The rubric is taken as it stands.
 * @throws Failure `not-found`, `invalid-input`
 */
export const createSession = (
  deps: Deps,
  actor: Actor,
  { id, scenarioId, personId, observerId, onDay, note }: NewRolePlay,
) =>
  deps.transact(actor, async (work) => {
    if (!reaches(actor, personId) && actor.personId !== observerId) throw new Failure('not-found');
    await demandThere(work, personId, '/personId');
    await demandThere(work, observerId, '/observerId');
    if (personId === observerId)
      throw new Failure('invalid-input', fieldIssue('/observerId', 'oneself', 'somebody else watches'));
    const scenario = await scenarios.find(work.db, actor, scenarioId);
    if (!scenario) throw new Failure('invalid-input', fieldIssue('/scenarioId', 'unknown', 'no such scenario'));
    return rolePlays.create(work, {
      ...{ id, scenario_id: scenarioId, person_id: personId, observer_id: observerId },
      ...{ on_day: onDay, note: note || null, criteria: scenario.criteria, self_scores: null, observer_scores: null },
    });
  });

/** Moves a session, or notes something of it. @throws Failure `role-play-scored` for the day of one that both have scored */
export const changeSession = (
  deps: Deps,
  actor: Actor,
  id: string,
  seen: number,
  { onDay, note }: RolePlayPatch,
): Promise<RolePlayTable> =>
  deps.transact(actor, async (work) => {
    const row = await rolePlays.get(work.db, actor, id);
    if (onDay !== undefined && onDay !== row.on_day && isScored(row)) throw new Failure('role-play-scored');
    return rolePlays.update(work, id, seen, {
      ...(onDay === undefined ? {} : { on_day: onDay }),
      ...(note === undefined ? {} : { note: note || null }),
    });
  });

/** Every criterion of the rubric once, and nothing else. @throws Failure `invalid-input` */
function demandWhole(row: RolePlayTable, scores: readonly CriterionScore[]): void {
  const left = new Map(criteriaOf(row).map(({ name }) => [foldName(name), name]));
  for (const [at, { criterion }] of scores.entries())
    if (!left.delete(foldName(criterion)))
      throw new Failure('invalid-input', fieldIssue(`/scores/${at}/criterion`, 'unknown', criterion));
  const [missing] = left.values();
  if (missing !== undefined) throw new Failure('invalid-input', fieldIssue('/scores', 'missing', missing));
}

/** What was weak becomes an exercise, unless somebody has one of that criterion to do already. */
async function setExercises(work: Work, row: RolePlayTable, today: string): Promise<void> {
  const observer = scoresIn(row.observer_scores);
  if (!observer) return;
  const open = new Set(
    (await exercises.openOf(work.db, work.actor.orgId, row.person_id)).map(({ criterion }) => foldName(criterion)),
  );
  for (const { key, name, exercise } of weakSpots(rubricOf(row), keyed(observer))) {
    if (open.has(key)) continue;
    await exercises.create(work, {
      ...{ id: work.newId(), role_play_id: row.id, person_id: row.person_id, observer_id: row.observer_id },
      ...{ criterion: name, text: exercise ?? name, due_on: toIso(toDay(today) + daysToPractise), done_at: null },
    });
  }
}

/**
 * Gives the scores of one's own side, of every criterion. Neither side sees the other's before it has given its own; when both have, what
 * was weak becomes exercises and the scores stand.
 * @throws Failure `not-allowed` for who takes no part, `role-play-scored`, `invalid-input`
 */
export const scoreSession = (
  deps: Deps,
  actor: Actor,
  id: string,
  seen: number,
  scores: readonly CriterionScore[],
): Promise<RolePlayTable> =>
  deps.transact(actor, async (work) => {
    const row = await rolePlays.get(work.db, actor, id);
    const side = sideOf(actor, row);
    if (side === null) throw new Failure('not-allowed');
    if (isScored(row)) throw new Failure('role-play-scored');
    const today = deps.clock.today(actor.organisation.timeZone);
    if (row.on_day > today) throw new Failure('invalid-input', fieldIssue('/scores', 'in-the-future', row.on_day));
    demandWhole(row, scores);
    const text = toJson(scores.map(({ criterion, level, note }) => ({ criterion, level, note: note || null })));
    const columns = side === 'self' ? { self_scores: text } : { observer_scores: text };
    const after = await rolePlays.update(work, id, seen, columns, { action: 'scored' });
    if (isScored(after)) await setExercises(work, after, today);
    return after;
  });
