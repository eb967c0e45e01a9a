import { explainReadiness, type SourcedGap } from '@milepost/core/skills/explain-gap';
import { proofOn, skillGaps } from '@milepost/core/skills/gap';
import type { Actor } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import type { RoleProfileTable, SkillTable } from '../../db/tables/growth.ts';
import { profilesOf } from './profiles-in-force-store.ts';
import { assessments, proofsOf, requirementsOf, skills } from './store.ts';

type Proof = ReturnType<typeof proofsOf>[number];

/** What is missing against a role profile, each gap with where its numbers stand. Skills in the archive are asked no more. */
export function gapsAgainst(
  profile: RoleProfileTable | null,
  known: ReadonlyMap<string, SkillTable>,
  proofs: readonly Proof[],
  day: string,
): SourcedGap[] {
  if (!profile) return [];
  const asked = requirementsOf(profile).filter(({ skillId }) => known.get(skillId)?.archived_at === null);
  return skillGaps(asked, proofs, day).gaps.map((gap) => ({
    ...gap,
    name: known.get(gap.skillId)?.name ?? '',
    profileId: profile.id,
    assessmentId: proofOn(proofs, gap.skillId, day)?.id ?? null,
  }));
}

export type GapsOf = {
  /** The role profile against which they are told; null where nobody stands on a rung that has one. */
  against: { id: string; name: string } | null;
  gaps: readonly SourcedGap[];
  readiness: number | null;
};

/** The gaps of some people against the role they aim at, or have. Whoever asks has been asked before whether they may see them. */
export async function gapsOf(
  db: Db,
  actor: Actor,
  personIds: readonly string[],
  day: string,
): Promise<(personId: string) => GapsOf> {
  const [rows, all, profileOf] = await Promise.all([
    assessments.of(db, actor.orgId, personIds),
    skills.all(db, actor.orgId),
    profilesOf(db, actor, personIds, day),
  ]);
  const known = new Map(all.map((row) => [row.id, row]));
  const by = Map.groupBy(rows, (row) => row.person_id);
  return (personId) => {
    const { current, aim } = profileOf(personId);
    const against = aim ?? current;
    const gaps = gapsAgainst(against, known, proofsOf(by.get(personId) ?? []), day);
    return {
      against: against && { id: against.id, name: against.name },
      gaps,
      readiness: explainReadiness(gaps)?.value ?? null,
    };
  };
}
