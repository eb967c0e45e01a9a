import type { NewRoleProfile, NewSkill, RoleProfilePatch, SkillPatch } from '@milepost/contract/skills';
import type { Actor } from '../../auth/actor.ts';
import type { RoleProfileTable, SkillTable } from '../../db/tables/growth.ts';
import type { Work } from '../../db/work.ts';
import type { Deps } from '../../deps.ts';
import { Failure, fieldIssue } from '../../http/failure.ts';
import { blankSkill, profileColumns, roleProfiles, skillColumns, skills } from './store.ts';

/** Adds a skill to the catalogue, once per id. */
export const createSkill = (deps: Deps, actor: Actor, { id, ...input }: NewSkill) =>
  deps.transact(actor, (work) =>
    skills.create(work, { ...blankSkill, ...skillColumns(input), id } as Parameters<typeof skills.create>[1]),
  );

export const changeSkill = (
  deps: Deps,
  actor: Actor,
  id: string,
  seen: number,
  patch: SkillPatch,
): Promise<SkillTable> => deps.transact(actor, (work) => skills.update(work, id, seen, skillColumns(patch)));

/** Each skill stands once, and is known. */
async function demandSkills(work: Work, { requirements = [] }: RoleProfilePatch): Promise<void> {
  const ids = requirements.map(({ skillId }) => skillId);
  const twice = ids.findIndex((id, at) => ids.indexOf(id) !== at);
  if (twice >= 0)
    throw new Failure('invalid-input', fieldIssue(`/requirements/${twice}/skillId`, 'twice', 'the skill stands twice'));
  const known = new Set((await skills.all(work.db, work.actor.orgId)).map(({ id }) => id));
  const stranger = ids.findIndex((id) => !known.has(id));
  if (stranger >= 0)
    throw new Failure('invalid-input', fieldIssue(`/requirements/${stranger}/skillId`, 'unknown', 'no such skill'));
}

/** Says what a role asks. @throws Failure `invalid-input` */
export const createRoleProfile = (deps: Deps, actor: Actor, { id, ...input }: NewRoleProfile) =>
  deps.transact(actor, async (work) => {
    await demandSkills(work, input);
    return roleProfiles.create(work, { ...profileColumns(input), id } as Parameters<typeof roleProfiles.create>[1]);
  });

export const changeRoleProfile = (
  deps: Deps,
  actor: Actor,
  id: string,
  seen: number,
  patch: RoleProfilePatch,
): Promise<RoleProfileTable> =>
  deps.transact(actor, async (work) => {
    await demandSkills(work, patch);
    return roleProfiles.update(work, id, seen, profileColumns(patch));
  });
