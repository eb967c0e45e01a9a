import type { Actor } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import type { RoleProfileTable } from '../../db/tables/growth.ts';
import { careers, rungs, standsOn } from '../ladder/store.ts';
import { roleProfiles } from './store.ts';

export type ProfilesOf = { current: RoleProfileTable | null; aim: RoleProfileTable | null };

/** The role profiles of the rung that each of some people stands on, and of the one they aim at. */
export async function profilesOf(
  db: Db,
  actor: Actor,
  personIds: readonly string[],
  day: string,
): Promise<(personId: string) => ProfilesOf> {
  const [profiles, steps, known] = await Promise.all([
    roleProfiles.all(db, actor.orgId),
    rungs.all(db, actor.orgId),
    careers.of(db, actor.orgId, personIds),
  ]);
  const profileById = new Map(profiles.map((row) => [row.id, row]));
  const rungById = new Map(steps.map((row) => [row.id, row]));
  const careerById = new Map(known.map((row) => [row.id, row]));
  const asked = (rungId: string | null): RoleProfileTable | null => {
    const profileId = rungId === null ? undefined : rungById.get(rungId)?.profile_id;
    return (profileId ? profileById.get(profileId) : undefined) ?? null;
  };
  return (personId) => {
    const career = careerById.get(personId);
    return career
      ? { current: asked(standsOn(career, day)), aim: asked(career.aim_rung_id) }
      : { current: null, aim: null };
  };
}
