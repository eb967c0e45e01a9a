import type { ExplainedView } from '@milepost/contract/explain';
import type { PersonQuery, SkillStanding, SkillsView, SkillsWhyQuery, TeamSkillsView } from '@milepost/contract/skills';
import type { Why } from '@milepost/core/explain/why';
import { explainGap, explainReadiness } from '@milepost/core/skills/explain-gap';
import { proofOn } from '@milepost/core/skills/gap';
import type { Actor } from '../../auth/actor.ts';
import { nameOf, namesOf } from '../../db/names-store.ts';
import type { Db } from '../../db/open.ts';
import type { RoleProfileTable, SkillTable } from '../../db/tables/growth.ts';
import { Failure } from '../../http/failure.ts';
import { gapsAgainst } from './gaps-store.ts';
import { mayAssessAs, whoseGrowth } from './may-assess-store.ts';
import { profilesOf } from './profiles-in-force-store.ts';
import { activePeople, assessments, ownWordOf, proofsOf, requirementsOf, skills } from './store.ts';

type Proof = ReturnType<typeof proofsOf>[number];
const ref = (row: { id: string; name: string } | null) => row && { id: row.id, name: row.name };

async function factsOf(db: Db, actor: Actor, personId: string, day: string) {
  const [rows, all, profileOf] = await Promise.all([
    assessments.of(db, actor.orgId, [personId]),
    skills.all(db, actor.orgId),
    profilesOf(db, actor, [personId], day),
  ]);
  const known = new Map(all.map((row) => [row.id, row]));
  const { current, aim } = profileOf(personId);
  const [proofs, own] = [proofsOf(rows), ownWordOf(rows)];
  const against = aim ?? current;
  return { known, all, current, aim, against, proofs, own, gaps: gapsAgainst(against, known, proofs, day) };
}

const wordings = ({ level0, level1, level2, level3, level4, level5 }: SkillTable) => [
  ...[level0, level1, level2, level3, level4, level5],
];

/** The skills of somebody: those that were assessed, and those that their role or the next one asks. */
export async function readSkills(
  db: Db,
  actor: Actor,
  day: string,
  { personId: asked }: PersonQuery,
): Promise<SkillsView> {
  const person = await whoseGrowth(db, actor, asked);
  const facts = await factsOf(db, actor, person.id, day);
  const levelIn = (profile: RoleProfileTable | null) =>
    new Map(profile ? requirementsOf(profile).map(({ skillId, required }) => [skillId, required]) : []);
  const [required, next] = [levelIn(facts.current), levelIn(facts.aim)];
  const gapOf = new Map(facts.gaps.map(({ skillId, gap }) => [skillId, gap]));
  const names = await namesOf(db, actor, {
    person: [...facts.proofs, ...facts.own].map(({ assessorId }) => assessorId),
  });
  const seen = (proof: Proof | null) =>
    proof && {
      ...{ assessmentId: proof.id, level: proof.level, onDay: proof.provenOn, kind: proof.kind },
      by: nameOf(names.person, proof.assessorId),
    };
  const rows = facts.all.flatMap((skill): SkillStanding[] => {
    const proven = proofOn(facts.proofs, skill.id, day);
    const self = proofOn(facts.own, skill.id, day);
    const isAsked = skill.archived_at === null && (required.has(skill.id) || next.has(skill.id));
    if (!isAsked && !proven && !self) return [];
    return [
      {
        skill: { id: skill.id, name: skill.name },
        category: skill.category,
        proven: seen(proven),
        self: seen(self),
        required: required.get(skill.id) ?? null,
        next: next.get(skill.id) ?? null,
        gap: gapOf.get(skill.id) ?? null,
        levels: wordings(skill),
      },
    ];
  });
  return {
    person,
    day,
    mayAssessAs: await mayAssessAs(db, actor, person.id),
    against: ref(facts.against),
    current: ref(facts.current),
    aim: ref(facts.aim),
    readiness: explainReadiness(facts.gaps)?.value ?? null,
    rows,
  };
}

/** How a gap or the readiness of somebody comes about. @throws Failure `not-found` where there is none */
export async function explainSkills(
  db: Db,
  actor: Actor,
  { today, now }: { today: string; now: string },
  { personId, figure, skillId }: SkillsWhyQuery,
): Promise<ExplainedView> {
  const person = await whoseGrowth(db, actor, personId);
  const { gaps } = await factsOf(db, actor, person.id, today);
  const gap = gaps.find((one) => one.skillId === skillId);
  const why: Why | null = figure === 'readiness' ? explainReadiness(gaps) : gap ? explainGap(gap) : null;
  if (why === null) throw new Failure('not-found');
  return { why, asOf: now };
}

/** The skills of everybody in reach side by side: those that a role asks of them, or in which they were assessed. */
export async function readTeamSkills(db: Db, actor: Actor, day: string): Promise<TeamSkillsView> {
  const people = await activePeople(db, actor.orgId, actor.reach);
  const ids = people.map(({ id }) => id);
  const [rows, all, profileOf] = await Promise.all([
    assessments.of(db, actor.orgId, ids),
    skills.all(db, actor.orgId),
    profilesOf(db, actor, ids, day),
  ]);
  const known = new Map(all.map((row) => [row.id, row]));
  const proofsBy = Map.groupBy(rows, (row) => row.person_id);
  const told = people.map((person) => {
    const { current, aim } = profileOf(person.id);
    const against = aim ?? current;
    const proofs = proofsOf(proofsBy.get(person.id) ?? []);
    return { person, against, proofs, gaps: gapsAgainst(against, known, proofs, day) };
  });
  const shown = all.filter(({ id }) =>
    told.some(
      ({ gaps, proofs }) => gaps.some(({ skillId }) => skillId === id) || proofs.some(({ skillId }) => skillId === id),
    ),
  );
  return {
    day,
    skills: shown.map(({ id, name }) => ({ id, name })),
    people: told.map(({ person, against, proofs, gaps }) => ({
      person,
      against: ref(against),
      readiness: explainReadiness(gaps)?.value ?? null,
      cells: shown.map(({ id }) => ({
        level: proofOn(proofs, id, day)?.level ?? null,
        required: gaps.find(({ skillId }) => skillId === id)?.required ?? null,
      })),
    })),
  };
}
