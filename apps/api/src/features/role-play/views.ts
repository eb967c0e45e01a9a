import type { ExerciseView, RolePlayScenarioView, RolePlayTrendView, RolePlayView } from '@milepost/contract/role-play';
import { trendsOf } from '@milepost/core/role-play/trend';
import { whyScore } from '@milepost/core/role-play/why-score';
import type { Actor } from '../../auth/actor.ts';
import { nameOf, namesOf } from '../../db/names-store.ts';
import type { Db } from '../../db/open.ts';
import { recordFields } from '../../db/record-fields.ts';
import type { ExerciseTable, RolePlayScenarioTable, RolePlayTable } from '../../db/tables/role-play.ts';
import { whoseGrowth } from '../skills/may-assess-store.ts';
import { sideOf } from './hold-session.ts';
import { criteriaOf, keyed, rolePlays, rubricOf, scoresIn } from './store.ts';

export const scenarioViews = async (
  _: Db,
  __: Actor,
  rows: readonly RolePlayScenarioTable[],
): Promise<RolePlayScenarioView[]> =>
  rows.map((row) => ({
    ...recordFields(row),
    ...{ name: row.name, situation: row.situation, task: row.task, customer: row.customer, minutes: row.minutes },
    criteria: criteriaOf(row),
  }));

export async function rolePlayViews(db: Db, actor: Actor, rows: readonly RolePlayTable[]): Promise<RolePlayView[]> {
  const names = await namesOf(db, actor, {
    person: rows.flatMap((row) => [row.person_id, row.observer_id]),
    role_play_scenario: rows.map((row) => row.scenario_id),
  });
  return rows.map((row) => {
    const side = sideOf(actor, row);
    const given = { self: row.self_scores !== null, observer: row.observer_scores !== null };
    // Whoever is to score looks for themselves first.
    const isShown = side === null || given[side];
    const scores = {
      self: isShown || side === 'self' ? scoresIn(row.self_scores) : null,
      observer: isShown || side === 'observer' ? scoresIn(row.observer_scores) : null,
    };
    const rubric = rubricOf(row);
    const totalOf = (some: (typeof scores)['self']) =>
      some ? (whyScore(rubric, keyed(some), row.id)?.value ?? null) : null;
    return {
      ...recordFields(row),
      ...{ scenarioId: row.scenario_id, scenario: nameOf(names.role_play_scenario, row.scenario_id) },
      ...{ personId: row.person_id, person: nameOf(names.person, row.person_id) },
      ...{ observerId: row.observer_id, observer: nameOf(names.person, row.observer_id) },
      ...{ onDay: row.on_day, note: row.note, criteria: criteriaOf(row), given, scores, side },
      total: { self: totalOf(scores.self), observer: totalOf(scores.observer) },
    };
  });
}

/** How somebody comes on: oneself, somebody in reach, or one's mentee. @throws Failure `not-found` */
export async function trendView(db: Db, actor: Actor, personId: string | undefined): Promise<RolePlayTrendView> {
  const person = await whoseGrowth(db, actor, personId);
  const rows = await rolePlays.scoredOf(db, actor.orgId, person.id);
  const trends = trendsOf(
    rows.map((row) => ({
      ...{ id: row.id, onDay: row.on_day, rubric: rubricOf(row) },
      scores: keyed(scoresIn(row.observer_scores) ?? []),
    })),
  );
  return {
    person,
    sessions: rows.length,
    trends: trends.map(({ points, ...same }) => ({ ...same, points: [...points] })),
  };
}

export async function exerciseViews(db: Db, actor: Actor, rows: readonly ExerciseTable[]): Promise<ExerciseView[]> {
  const names = await namesOf(db, actor, { person: rows.map((row) => row.person_id) });
  return rows.map((row) => ({
    ...recordFields(row),
    ...{ rolePlayId: row.role_play_id, personId: row.person_id, person: nameOf(names.person, row.person_id) },
    ...{ criterion: row.criterion, text: row.text, dueOn: row.due_on, doneAt: row.done_at },
  }));
}
