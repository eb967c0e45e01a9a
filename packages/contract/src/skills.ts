import { MOST_LEVEL } from '@milepost/core/skills/level-scale';
import * as z from 'zod';
import { locales } from './organisation.ts';
import { CivilDay, Id, LongText, Name, orNull, PersonRef, RecordRef, recordFields, ShortText } from './scalars.ts';

export const Level = z.int().min(0).max(MOST_LEVEL);
const described = orNull(LongText);

const skill = {
  name: Name,
  externalId: orNull(ShortText),
  category: orNull(ShortText),
  about: orNull(LongText),
  /** What somebody can do who has that level. */
  level0: described,
  level1: described,
  level2: described,
  level3: described,
  level4: described,
  level5: described,
};
export const levelFields = ['level0', 'level1', 'level2', 'level3', 'level4', 'level5'] as const;
export const NewSkill = z.object({ id: Id, ...z.object(skill).partial().shape, name: Name });
export type NewSkill = z.infer<typeof NewSkill>;
export const SkillPatch = z.object(skill).partial();
export type SkillPatch = z.infer<typeof SkillPatch>;
export const SkillView = z.object({ ...recordFields, ...skill });
export type SkillView = z.infer<typeof SkillView>;

/** Takes the starter set of our own writing, in a language. What is there already stays as it is. */
export const TakeStarterSet = z.object({ locale: z.enum(locales) });
export type TakeStarterSet = z.infer<typeof TakeStarterSet>;
export const StarterSetTaken = z.object({
  skills: z.int(),
  roleProfiles: z.int(),
  certificates: z.int(),
  rungs: z.int(),
});
export type StarterSetTaken = z.infer<typeof StarterSetTaken>;

const required = z.object({ skillId: Id, required: Level.min(1), weight: z.number().min(0).max(100) });
const profile = { name: Name, requirements: z.array(required).max(200) };
export const NewRoleProfile = z.object({ id: Id, ...profile });
export type NewRoleProfile = z.infer<typeof NewRoleProfile>;
export const RoleProfilePatch = z.object(profile).partial();
export type RoleProfilePatch = z.infer<typeof RoleProfilePatch>;
export const RoleProfileView = z.object({
  ...recordFields,
  name: z.string(),
  requirements: z.array(required.extend({ skill: RecordRef })),
});
export type RoleProfileView = z.infer<typeof RoleProfileView>;

/** Who saw the level: the person, their manager, or their mentor. Only the last two prove it. */
export const assessmentKinds = ['self', 'manager', 'mentor'] as const;
export type AssessmentKind = (typeof assessmentKinds)[number];
export const NewAssessment = z.object({
  id: Id,
  personId: Id,
  skillId: Id,
  level: Level,
  /** Today when left out; never after it. */
  onDay: CivilDay.optional(),
  /** The last day on which it proves the level; null is for ever. */
  validUntil: orNull(CivilDay).optional(),
  note: orNull(LongText).optional(),
});
export type NewAssessment = z.infer<typeof NewAssessment>;
export const AssessmentPatch = NewAssessment.pick({ level: true, onDay: true, validUntil: true, note: true }).partial();
export type AssessmentPatch = z.infer<typeof AssessmentPatch>;
export const AssessmentView = z.object({
  ...recordFields,
  personId: Id,
  person: orNull(PersonRef),
  skillId: Id,
  skill: orNull(RecordRef),
  kind: z.enum(assessmentKinds),
  assessor: orNull(PersonRef),
  level: Level,
  onDay: CivilDay,
  validUntil: orNull(CivilDay),
  note: orNull(z.string()),
});
export type AssessmentView = z.infer<typeof AssessmentView>;

/** Whose skills: one's own when left out. */
export const PersonQuery = z.object({ personId: Id.optional() });
export type PersonQuery = z.infer<typeof PersonQuery>;

const seen = z.object({
  assessmentId: Id,
  level: Level,
  onDay: CivilDay,
  kind: z.enum(assessmentKinds),
  by: orNull(PersonRef),
});
/** One skill of somebody: what is proven, what they say themselves, what their role and the one they aim at ask. */
export const SkillStanding = z.object({
  skill: RecordRef,
  category: orNull(z.string()),
  proven: orNull(seen),
  self: orNull(seen),
  /** What the role profile of the rung they stand on asks. */
  required: orNull(Level),
  /** What that of the rung they aim at asks. */
  next: orNull(Level),
  /** Against the role they aim at, or the one they have. Null where it asks nothing of this skill. */
  gap: orNull(z.int()),
  /** What is described of each level, from 0. */
  levels: z.array(orNull(z.string())),
});
export type SkillStanding = z.infer<typeof SkillStanding>;
export const SkillsView = z.object({
  person: PersonRef,
  day: CivilDay,
  /** May the asker assess this person, and as what? */
  mayAssessAs: orNull(z.enum(assessmentKinds)),
  /** The role profile against which gaps and readiness are told. */
  against: orNull(RecordRef),
  current: orNull(RecordRef),
  aim: orNull(RecordRef),
  readiness: orNull(z.number()),
  rows: z.array(SkillStanding),
});
export type SkillsView = z.infer<typeof SkillsView>;
export const SkillsWhyQuery = PersonQuery.extend({ figure: z.enum(['readiness', 'gap']), skillId: Id.optional() });
export type SkillsWhyQuery = z.infer<typeof SkillsWhyQuery>;

/** The skills of everybody in reach, side by side. */
export const TeamSkillsView = z.object({
  day: CivilDay,
  skills: z.array(RecordRef),
  people: z.array(
    z.object({
      person: PersonRef,
      against: orNull(RecordRef),
      readiness: orNull(z.number()),
      /** In the order of the skills. Both are null where nobody assessed, or nothing is asked. */
      cells: z.array(z.object({ level: orNull(Level), required: orNull(Level) })),
    }),
  ),
});
export type TeamSkillsView = z.infer<typeof TeamSkillsView>;
