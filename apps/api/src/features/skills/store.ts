import type { RoleProfilePatch, SkillPatch } from '@milepost/contract/skills';
import { foldName } from '@milepost/core/identity/fold-name';
import { fromJson, toJson } from '../../db/columns.ts';
import type { Db } from '../../db/open.ts';
import { recordStore } from '../../db/record-store.ts';
import type { AssessmentTable, RoleProfileTable, SkillTable } from '../../db/tables/growth.ts';
import type { PersonTable } from '../../db/tables/people.ts';

const skillStore = recordStore({
  table: 'skill',
  sort: { name: 'name_key', category: 'category', createdAt: 'created_at', updatedAt: 'updated_at' },
  filter: { name: 'name_key', category: 'category', externalId: 'external_id' },
  search: ['name_key'],
});

/** Skills are known to everybody of the organisation. */
export const skills = {
  ...skillStore,
  /** All of them, those in the archive too: what was assessed keeps its name. */
  all: (db: Db, orgId: string): Promise<SkillTable[]> =>
    db.selectFrom('skill').selectAll().where('org_id', '=', orgId).orderBy('name_key').orderBy('id').execute(),
};

export const blankSkill = {
  ...{ external_id: null, category: null, about: null },
  ...{ level0: null, level1: null, level2: null, level3: null, level4: null, level5: null },
} as const;

/** What was sent → columns, with the folded name. */
export const skillColumns = ({ externalId, ...same }: SkillPatch): Partial<SkillTable> => ({
  ...same,
  ...(same.name === undefined ? {} : { name_key: foldName(same.name) }),
  ...(externalId === undefined ? {} : { external_id: externalId }),
});

const profileStore = recordStore({
  table: 'role_profile',
  sort: { name: 'name_key', createdAt: 'created_at' },
  filter: { name: 'name_key' },
  search: ['name_key'],
});

/** Role profiles are known to everybody of the organisation. */
export const roleProfiles = {
  ...profileStore,
  all: (db: Db, orgId: string): Promise<RoleProfileTable[]> =>
    db.selectFrom('role_profile').selectAll().where('org_id', '=', orgId).orderBy('name_key').orderBy('id').execute(),
};

export type RequirementOf = { skillId: string; required: number; weight: number };
export const requirementsOf = ({ requirements }: RoleProfileTable): RequirementOf[] => fromJson(requirements);

export const profileColumns = ({ name, requirements }: RoleProfilePatch): Partial<RoleProfileTable> => ({
  ...(name === undefined ? {} : { name, name_key: foldName(name) }),
  ...(requirements === undefined ? {} : { requirements: toJson(requirements) }),
});

const assessmentStore = recordStore({
  table: 'assessment',
  sort: { onDay: 'on_day', level: 'level', createdAt: 'created_at' },
  filter: { personId: 'person_id', skillId: 'skill_id', assessorId: 'assessor_id', kind: 'kind', onDay: 'on_day' },
  search: [],
});

/** Assessments are seen by the person, by who made them, and by those to whose people either belongs. */
export const assessments = {
  ...assessmentStore,
  /** All that stand of some people, the oldest first. Whoever asks has been asked before whether they may see these people. */
  of: async (db: Db, orgId: string, personIds: readonly string[]): Promise<AssessmentTable[]> =>
    personIds.length === 0
      ? []
      : db
          .selectFrom('assessment')
          .selectAll()
          .where('org_id', '=', orgId)
          .where('archived_at', 'is', null)
          .where('person_id', 'in', [...personIds])
          .orderBy('on_day')
          .orderBy('id')
          .execute(),
};

/** What proves a level: what somebody else saw. What one says of oneself stands beside it. */
export const proofsOf = (rows: readonly AssessmentTable[]) =>
  rows
    .filter(({ kind }) => kind !== 'self')
    .map((row) => ({
      ...{ id: row.id, skillId: row.skill_id, level: row.level, kind: row.kind, assessorId: row.assessor_id },
      ...{ provenOn: row.on_day, validUntil: row.valid_until },
    }));

/** Somebody's own word, in the same form. */
export const ownWordOf = (rows: readonly AssessmentTable[]) =>
  rows
    .filter(({ kind }) => kind === 'self')
    .map((row) => ({
      ...{ id: row.id, skillId: row.skill_id, level: row.level, kind: row.kind, assessorId: row.assessor_id },
      ...{ provenOn: row.on_day, validUntil: row.valid_until },
    }));

/** The active people among some, or all of the organisation, in one order. */
export const activePeople = async (
  db: Db,
  orgId: string,
  among: 'all' | readonly string[],
): Promise<Pick<PersonTable, 'id' | 'name'>[]> => {
  let rows = db
    .selectFrom('person')
    .select(['id', 'name'])
    .where('org_id', '=', orgId)
    .where('archived_at', 'is', null)
    .where('is_active', '=', 1);
  if (among !== 'all') rows = rows.where('id', 'in', [...among]);
  return rows.orderBy('name_key').orderBy('id').execute();
};
