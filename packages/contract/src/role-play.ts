import { HIGHEST } from '@milepost/core/role-play/rubric';
import * as z from 'zod';
import {
  CivilDay,
  Id,
  Instant,
  LongText,
  Name,
  orNull,
  PersonRef,
  RecordRef,
  recordFields,
  ShortText,
} from './scalars.ts';

const Level = z.int().min(1).max(HIGHEST);
const Described = z.string().trim().min(1).max(1000);

/** What is looked at: its weight, what each level looks like from the lowest up, and what to practise where it is weak. */
export const RubricCriterion = z.object({
  name: ShortText.min(1),
  weight: z.int().min(1).max(3),
  levels: z.array(Described).length(HIGHEST),
  exercise: orNull(Described),
});
export type RubricCriterion = z.infer<typeof RubricCriterion>;

const scenario = {
  name: Name,
  /** What both know. */
  situation: LongText.min(1),
  /** For whoever sells: what they are to reach. */
  task: LongText.min(1),
  /** For whoever plays the customer alone. */
  customer: LongText.min(1),
  minutes: z.int().min(5).max(240),
  criteria: z.array(RubricCriterion).min(1).max(12),
};
export const NewRolePlayScenario = z.object({ id: Id, ...scenario });
export type NewRolePlayScenario = z.infer<typeof NewRolePlayScenario>;
export const RolePlayScenarioPatch = z.object(scenario).partial();
export type RolePlayScenarioPatch = z.infer<typeof RolePlayScenarioPatch>;
export const RolePlayScenarioView = z.object({ ...recordFields, ...scenario });
export type RolePlayScenarioView = z.infer<typeof RolePlayScenarioView>;
/** How many scenarios are new. */
export const StarterScenariosTaken = z.object({ scenarios: z.int() });
export type StarterScenariosTaken = z.infer<typeof StarterScenariosTaken>;

/** A level seen in a criterion, by its name. */
export const CriterionScore = z.object({
  criterion: ShortText.min(1),
  level: Level,
  note: orNull(LongText).optional(),
});
export type CriterionScore = z.infer<typeof CriterionScore>;

const session = { onDay: CivilDay, note: orNull(LongText) };
export const NewRolePlay = z.object({
  id: Id,
  scenarioId: Id,
  /** Who sells, and who watches and scores. */
  personId: Id,
  observerId: Id,
  ...z.object(session).partial({ note: true }).shape,
});
export type NewRolePlay = z.infer<typeof NewRolePlay>;
export const RolePlayPatch = z.object(session).partial();
export type RolePlayPatch = z.infer<typeof RolePlayPatch>;

export const ScoreRolePlay = z.object({ scores: z.array(CriterionScore).min(1).max(12) });
export type ScoreRolePlay = z.infer<typeof ScoreRolePlay>;

export const rolePlaySides = ['self', 'observer'] as const;
export type RolePlaySide = (typeof rolePlaySides)[number];
/** Somebody’s scores; null as long as they are not given, or not to be seen: each scores without knowing the other’s. */
const seen = orNull(z.array(CriterionScore));
export const RolePlayView = z.object({
  ...recordFields,
  scenarioId: Id,
  scenario: orNull(RecordRef),
  personId: Id,
  person: orNull(PersonRef),
  observerId: Id,
  observer: orNull(PersonRef),
  ...session,
  /** The rubric as it was when the session was set up. */
  criteria: z.array(RubricCriterion),
  given: z.object({ self: z.boolean(), observer: z.boolean() }),
  scores: z.object({ self: seen, observer: seen }),
  /** Weighted, 1–4; null as the scores are. */
  total: z.object({ self: orNull(z.number()), observer: orNull(z.number()) }),
  /** Which of the two is to score for whoever asks; null for everybody else. */
  side: orNull(z.enum(rolePlaySides)),
});
export type RolePlayView = z.infer<typeof RolePlayView>;

export const RolePlayTrendQuery = z.object({ personId: Id.optional() });
export type RolePlayTrendQuery = z.infer<typeof RolePlayTrendQuery>;
/** How somebody comes on in each criterion, as their observers saw it. */
export const RolePlayTrendView = z.object({
  person: PersonRef,
  sessions: z.int(),
  trends: z.array(
    z.object({
      key: z.string(),
      name: z.string(),
      points: z.array(z.object({ id: Id, onDay: CivilDay, level: Level })),
      /** Last − first; null from a single session. */
      change: orNull(z.int()),
    }),
  ),
});
export type RolePlayTrendView = z.infer<typeof RolePlayTrendView>;

const exercise = { text: LongText.min(1), dueOn: CivilDay, isDone: z.boolean() };
export const NewExercise = z.object({
  id: Id,
  rolePlayId: Id,
  criterion: ShortText.min(1),
  text: exercise.text,
  dueOn: exercise.dueOn,
});
export type NewExercise = z.infer<typeof NewExercise>;
export const ExercisePatch = z.object(exercise).partial();
export type ExercisePatch = z.infer<typeof ExercisePatch>;
export const ExerciseView = z.object({
  ...recordFields,
  rolePlayId: Id,
  personId: Id,
  person: orNull(PersonRef),
  criterion: z.string(),
  text: z.string(),
  dueOn: CivilDay,
  doneAt: orNull(Instant),
});
export type ExerciseView = z.infer<typeof ExerciseView>;
