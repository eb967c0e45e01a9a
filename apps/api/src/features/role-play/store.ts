import type { CriterionScore, RolePlayScenarioPatch, RubricCriterion } from '@milepost/contract/role-play';
import { foldName } from '@milepost/core/identity/fold-name';
import type { Criterion, Score } from '@milepost/core/role-play/rubric';
import { fromJson, toJson } from '../../db/columns.ts';
import type { Db } from '../../db/open.ts';
import { recordStore } from '../../db/record-store.ts';
import type { ExerciseTable, RolePlayScenarioTable, RolePlayTable } from '../../db/tables/role-play.ts';

const scenarioStore = recordStore({
  table: 'role_play_scenario',
  sort: { name: 'name_key', minutes: 'minutes', createdAt: 'created_at' },
  filter: { name: 'name_key', minutes: 'minutes' },
  search: ['name_key'],
});

/** Scenarios are known to everybody of the organisation. */
export const scenarios = {
  ...scenarioStore,
  /** All of them, those in the archive too. */
  all: (db: Db, orgId: string): Promise<RolePlayScenarioTable[]> =>
    db
      .selectFrom('role_play_scenario')
      .selectAll()
      .where('org_id', '=', orgId)
      .orderBy('name_key')
      .orderBy('id')
      .execute(),
};

export const scenarioColumns = ({ criteria, ...same }: RolePlayScenarioPatch): Partial<RolePlayScenarioTable> => ({
  ...same,
  ...(same.name === undefined ? {} : { name_key: foldName(same.name) }),
  ...(criteria === undefined ? {} : { criteria: toJson(criteria) }),
});

const sessionStore = recordStore({
  table: 'role_play',
  sort: { onDay: 'on_day', createdAt: 'created_at' },
  filter: { personId: 'person_id', observerId: 'observer_id', scenarioId: 'scenario_id', onDay: 'on_day' },
  search: [],
});

export const criteriaOf = ({ criteria }: Pick<RolePlayTable, 'criteria'>): RubricCriterion[] => fromJson(criteria);
export const scoresIn = (text: string | null): CriterionScore[] | null => (text === null ? null : fromJson(text));
/** A rubric as the rules take it: a criterion is known by its folded name. */
export const rubricOf = (row: Pick<RolePlayTable, 'criteria'>): Criterion[] =>
  criteriaOf(row).map(({ name, weight, exercise }) => ({ key: foldName(name), name, weight, exercise }));
export const keyed = (scores: readonly CriterionScore[]): Score[] =>
  scores.map(({ criterion, level }) => ({ key: foldName(criterion), level }));

/** Sessions are seen by the two who take part, and by those whose people they are. */
export const rolePlays = {
  ...sessionStore,
  /** Those of a person that both have scored, the oldest first. Whoever asks has been asked before whether they may see this person. */
  scoredOf: (db: Db, orgId: string, personId: string): Promise<RolePlayTable[]> =>
    db
      .selectFrom('role_play')
      .selectAll()
      .where('org_id', '=', orgId)
      .where('archived_at', 'is', null)
      .where('person_id', '=', personId)
      .where('observer_scores', 'is not', null)
      .where('self_scores', 'is not', null)
      .orderBy('on_day')
      .orderBy('id')
      .execute(),

  /** Sessions up to a day in which somebody has not scored yet, on either side. */
  unscoredBy: (db: Db, orgId: string, personId: string, day: string): Promise<RolePlayTable[]> =>
    db
      .selectFrom('role_play')
      .selectAll()
      .where('org_id', '=', orgId)
      .where('archived_at', 'is', null)
      .where('on_day', '<=', day)
      .where((eb) =>
        eb.or([
          eb.and([eb('person_id', '=', personId), eb('self_scores', 'is', null)]),
          eb.and([eb('observer_id', '=', personId), eb('observer_scores', 'is', null)]),
        ]),
      )
      .orderBy('on_day')
      .orderBy('id')
      .execute(),
};

const exerciseStore = recordStore({
  table: 'exercise',
  sort: { dueOn: 'due_on', createdAt: 'created_at' },
  filter: { personId: 'person_id', rolePlayId: 'role_play_id', dueOn: 'due_on', doneAt: 'done_at' },
  search: [],
});

/** Exercises are seen by whose they are, by who watched, and by those whose people they are. */
export const exercises = {
  ...exerciseStore,
  /** What somebody still has to practise. */
  openOf: (db: Db, orgId: string, personId: string): Promise<ExerciseTable[]> =>
    db
      .selectFrom('exercise')
      .selectAll()
      .where('org_id', '=', orgId)
      .where('archived_at', 'is', null)
      .where('person_id', '=', personId)
      .where('done_at', 'is', null)
      .orderBy('due_on')
      .orderBy('id')
      .execute(),
};
