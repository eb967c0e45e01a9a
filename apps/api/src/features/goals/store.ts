import type { GoalPatch, LedProjectPatch } from '@milepost/contract/goals';
import type { Db } from '../../db/open.ts';
import { recordStore } from '../../db/record-store.ts';
import type { GoalTable, LedProjectTable } from '../../db/tables/growth.ts';

const goalStore = recordStore({
  table: 'goal',
  sort: { dueOn: 'due_on', createdAt: 'created_at' },
  filter: {
    personId: 'person_id',
    kind: 'kind',
    certificateId: 'certificate_id',
    skillId: 'skill_id',
    dueOn: 'due_on',
  },
  search: [],
});

/** Goals are seen by whose they are, and by those whose people they are. */
export const goals = {
  ...goalStore,

  /** Those of a person that stand. */
  of: (db: Db, orgId: string, personId: string): Promise<GoalTable[]> =>
    db
      .selectFrom('goal')
      .selectAll()
      .where('org_id', '=', orgId)
      .where('archived_at', 'is', null)
      .where('person_id', '=', personId)
      .orderBy('due_on')
      .orderBy('id')
      .execute(),

  /** Those of some people that stand. Whoever asks has been asked before whether they may see these people. */
  ofPeople: async (db: Db, orgId: string, personIds: readonly string[]): Promise<GoalTable[]> =>
    personIds.length === 0
      ? []
      : db
          .selectFrom('goal')
          .selectAll()
          .where('org_id', '=', orgId)
          .where('archived_at', 'is', null)
          .where('person_id', 'in', [...personIds])
          .orderBy('due_on')
          .orderBy('id')
          .execute(),
};

export const blankGoal = {
  ...{ certificate_id: null, skill_id: null, wanted: null, least_minor: null, from_on: null, base_from_on: null },
} as const;

export const goalColumns = ({ wanted, leastMinor, fromOn, baseFromOn, dueOn }: GoalPatch): Partial<GoalTable> => ({
  ...(wanted === undefined ? {} : { wanted }),
  ...(leastMinor === undefined ? {} : { least_minor: leastMinor }),
  ...(fromOn === undefined ? {} : { from_on: fromOn }),
  ...(baseFromOn === undefined ? {} : { base_from_on: baseFromOn }),
  ...(dueOn === undefined ? {} : { due_on: dueOn }),
});

const projectStore = recordStore({
  table: 'led_project',
  sort: { fromDay: 'from_day', finishedOn: 'finished_on', createdAt: 'created_at' },
  filter: { personId: 'person_id', fromDay: 'from_day', finishedOn: 'finished_on' },
  search: [],
});

/** Projects are seen by who led them, and by those whose people they are. */
export const ledProjects = {
  ...projectStore,
  /** Those of some people that were finished between two days, both included. */
  finished: (
    db: Db,
    orgId: string,
    personId: string,
    { from, to }: { from: string; to: string },
  ): Promise<LedProjectTable[]> =>
    db
      .selectFrom('led_project')
      .selectAll()
      .where('org_id', '=', orgId)
      .where('archived_at', 'is', null)
      .where('person_id', '=', personId)
      .where('finished_on', '>=', from)
      .where('finished_on', '<=', to)
      .orderBy('finished_on')
      .orderBy('id')
      .execute(),
};

export const projectColumns = ({ fromDay, finishedOn, ...same }: LedProjectPatch): Partial<LedProjectTable> => ({
  ...same,
  ...(fromDay === undefined ? {} : { from_day: fromDay }),
  ...(finishedOn === undefined ? {} : { finished_on: finishedOn }),
});
