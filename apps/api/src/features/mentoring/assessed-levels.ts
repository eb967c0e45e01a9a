import type { KnownSkills, SkillToLearn } from '@milepost/contract/mentoring';
import { foldName } from '@milepost/core/identity/fold-name';
import { proofOn, skillGaps } from '@milepost/core/skills/gap';
import type { Actor } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import { profilesOf } from '../skills/profiles-in-force-store.ts';
import { assessments, proofsOf, requirementsOf, skills } from '../skills/store.ts';

/** From this level on somebody can teach a skill. */
const leastToTeach = 4;
/** A profile tells of so many skills at most. */
const mostSkills = 60;
type Proof = ReturnType<typeof proofsOf>[number];

/**
 * The levels that others have seen in some people, by the folded names of skills: of a skill in the catalogue that is what counts, whatever
 * a profile says. Null where nobody has assessed it.
 */
export async function assessedLevels(
  db: Db,
  orgId: string,
  personIds: readonly string[],
  day: string,
): Promise<(personId: string, skill: string) => number | null> {
  const [rows, all] = await Promise.all([assessments.of(db, orgId, [...new Set(personIds)]), skills.all(db, orgId)]);
  const idOf = new Map(all.filter((row) => row.archived_at === null).map((row) => [row.name_key, row.id]));
  const proofs = Map.groupBy(rows, (row) => row.person_id);
  return (personId, skill) => {
    const skillId = idOf.get(foldName(skill));
    const own = proofs.get(personId);
    return skillId === undefined || !own ? null : (proofOn(proofsOf(own), skillId, day)?.level ?? null);
  };
}

/** The last level that others saw of each skill since a day, by the folded name of the skill. Whoever asks may see these people. */
export async function assessedSince(db: Db, orgId: string, personIds: readonly string[]) {
  const [rows, all] = await Promise.all([assessments.of(db, orgId, [...new Set(personIds)]), skills.all(db, orgId)]);
  const nameOf = new Map(all.map((row) => [row.id, row.name]));
  const proofs = Map.groupBy(rows, (row) => row.person_id);
  return (personId: string, from: string, to: string) =>
    proofsOf(proofs.get(personId) ?? [])
      .filter(({ provenOn }) => provenOn >= from && provenOn <= to)
      .map(({ id, skillId, level, provenOn }) => {
        const skill = nameOf.get(skillId) ?? '';
        return {
          skillId: foldName(skill),
          skill,
          level,
          id,
          label: provenOn,
          onDay: provenOn,
          kind: 'assessment' as const,
        };
      });
}

/** What the catalogue knows of somebody: what they could teach, and what their role or the next one asks beyond what was seen. */
export async function knownSkills(db: Db, actor: Actor, personId: string, day: string): Promise<KnownSkills> {
  const { orgId } = actor;
  const [rows, all, profileOf] = await Promise.all([
    assessments.of(db, orgId, [personId]),
    skills.all(db, orgId),
    profilesOf(db, actor, [personId], day),
  ]);
  const standing = all.filter(({ archived_at }) => archived_at === null);
  const proofs: Proof[] = proofsOf(rows);
  const gives = standing.flatMap(({ id, name }) => {
    const level = proofOn(proofs, id, day)?.level ?? 0;
    return level >= leastToTeach ? [{ skill: name, level }] : [];
  });
  const { aim, current } = profileOf(personId);
  const profile = aim ?? current;
  const nameOf = new Map(standing.map(({ id, name }) => [id, name]));
  const asked = profile ? requirementsOf(profile).filter(({ skillId }) => nameOf.has(skillId)) : [];
  const needs = skillGaps(asked, proofs, day).gaps.flatMap(
    ({ skillId, level, required, weight, gap }): SkillToLearn[] =>
      gap > 0
        ? [
            {
              ...{ skill: nameOf.get(skillId) ?? '', level: level ?? 0, required },
              weight: Math.min(3, Math.max(1, Math.round(weight))),
            },
          ]
        : [],
  );
  const byName = (a: { skill: string }, b: { skill: string }) => (a.skill < b.skill ? -1 : 1);
  return {
    gives: gives.sort((a, b) => b.level - a.level || byName(a, b)).slice(0, mostSkills),
    needs: needs.sort((a, b) => b.weight - a.weight || byName(a, b)).slice(0, mostSkills),
  };
}
