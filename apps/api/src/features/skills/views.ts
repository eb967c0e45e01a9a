import type { AssessmentView, RoleProfileView, SkillView } from '@milepost/contract/skills';
import type { Actor } from '../../auth/actor.ts';
import { nameOf, namesOf } from '../../db/names-store.ts';
import type { Db } from '../../db/open.ts';
import { recordFields } from '../../db/record-fields.ts';
import type { AssessmentTable, RoleProfileTable, SkillTable } from '../../db/tables/growth.ts';
import { requirementsOf } from './store.ts';

export const skillViews = async (_: Db, __: Actor, rows: readonly SkillTable[]): Promise<SkillView[]> =>
  rows.map((row) => ({
    ...recordFields(row),
    name: row.name,
    externalId: row.external_id,
    category: row.category,
    about: row.about,
    level0: row.level0,
    level1: row.level1,
    level2: row.level2,
    level3: row.level3,
    level4: row.level4,
    level5: row.level5,
  }));

export async function roleProfileViews(
  db: Db,
  actor: Actor,
  rows: readonly RoleProfileTable[],
): Promise<RoleProfileView[]> {
  const asked = rows.map(requirementsOf);
  const names = await namesOf(db, actor, { skill: asked.flat().map(({ skillId }) => skillId) });
  return rows.map((row, at) => ({
    ...recordFields(row),
    name: row.name,
    requirements: (asked[at] ?? []).map((one) => ({
      ...one,
      skill: nameOf(names.skill, one.skillId) ?? { id: one.skillId, name: '' },
    })),
  }));
}

export async function assessmentViews(
  db: Db,
  actor: Actor,
  rows: readonly AssessmentTable[],
): Promise<AssessmentView[]> {
  const names = await namesOf(db, actor, {
    person: rows.flatMap((row) => [row.person_id, row.assessor_id]),
    skill: rows.map((row) => row.skill_id),
  });
  return rows.map((row) => ({
    ...recordFields(row),
    personId: row.person_id,
    person: nameOf(names.person, row.person_id),
    skillId: row.skill_id,
    skill: nameOf(names.skill, row.skill_id),
    kind: row.kind,
    assessor: nameOf(names.person, row.assessor_id),
    level: row.level,
    onDay: row.on_day,
    validUntil: row.valid_until,
    note: row.note,
  }));
}
