import { verdicts } from '@milepost/core/goals/verdict';
import * as z from 'zod';
import {
  CivilDay,
  Id,
  LongText,
  Minor,
  Name,
  orNull,
  PersonRef,
  RecordRef,
  recordFields,
  ShortText,
} from './scalars.ts';

/**
 * What somebody wants to reach: a certificate, a level in a skill, big deals won faster, less discount, projects led across departments.
 */
export const goalKinds = ['certificate', 'level', 'cycle', 'discount', 'projects'] as const;
export type GoalKind = (typeof goalKinds)[number];

const goal = {
  /**
   * How much: of `level` the level, of `projects` how many, of `cycle` the share by which the median is to be shorter, of `discount` the
   * points by which it is to be shallower, both 0–1.
   */
  wanted: orNull(z.number().positive().max(1000)),
  /** Of `cycle`: from which amount a deal is big. */
  leastMinor: orNull(Minor.min(0)),
  /** From when on it is measured, and from when on it is measured for comparison: what lies before `fromOn`. */
  fromOn: orNull(CivilDay),
  baseFromOn: orNull(CivilDay),
  dueOn: CivilDay,
};
export const NewGoal = z.object({
  id: Id,
  personId: Id,
  kind: z.enum(goalKinds).default('certificate'),
  certificateId: orNull(Id).optional(),
  skillId: orNull(Id).optional(),
  ...z.object(goal).partial({ wanted: true, leastMinor: true, fromOn: true, baseFromOn: true }).shape,
});
export type NewGoal = z.infer<typeof NewGoal>;
export const GoalPatch = z.object(goal).partial();
export type GoalPatch = z.infer<typeof GoalPatch>;

export const goalStatuses = ['open', 'late', 'reached'] as const;
/** What records say of a goal. What nobody knows is null. */
export const GoalMeasured = z.object({
  verdict: z.enum(verdicts),
  before: orNull(z.number()),
  after: orNull(z.number()),
  /** Of `cycle` after ÷ before − 1, of `discount` after − before; with the interval that holds it four times in five. */
  change: orNull(z.number()),
  low: orNull(z.number()),
  high: orNull(z.number()),
  /** The chance of such a difference by luck alone (log-rank), of `cycle`. */
  p: orNull(z.number()),
  countBefore: orNull(z.int()),
  countAfter: orNull(z.int()),
});
export type GoalMeasured = z.infer<typeof GoalMeasured>;
export const GoalView = z.object({
  ...recordFields,
  personId: Id,
  person: orNull(PersonRef),
  kind: z.enum(goalKinds),
  certificateId: orNull(Id),
  certificate: orNull(RecordRef),
  skillId: orNull(Id),
  skill: orNull(RecordRef),
  ...goal,
  status: z.enum(goalStatuses),
  /** By when it is to be reached now: the stated day, or the end of the award that is to be renewed. */
  wantedOn: CivilDay,
  /** When the renewal opened it again. */
  reopenedOn: orNull(CivilDay),
  /** Null of a certificate, which is awarded and not measured. */
  measured: orNull(GoalMeasured),
});
export type GoalView = z.infer<typeof GoalView>;

export const goalFigures = ['before', 'after', 'change'] as const;
export type GoalFigure = (typeof goalFigures)[number];
export const GoalWhyQuery = z.object({ figure: z.enum(goalFigures) });
export type GoalWhyQuery = z.infer<typeof GoalWhyQuery>;

const project = {
  name: Name,
  /** Which departments took part. */
  departments: ShortText.min(1),
  fromDay: CivilDay,
  /** Null while it goes on. */
  finishedOn: orNull(CivilDay),
  /** What came of it. */
  outcome: orNull(LongText),
};
export const NewLedProject = z.object({
  id: Id,
  personId: Id,
  ...z.object(project).partial({ finishedOn: true, outcome: true }).shape,
});
export type NewLedProject = z.infer<typeof NewLedProject>;
export const LedProjectPatch = z.object(project).partial();
export type LedProjectPatch = z.infer<typeof LedProjectPatch>;
export const LedProjectView = z.object({ ...recordFields, personId: Id, person: orNull(PersonRef), ...project });
export type LedProjectView = z.infer<typeof LedProjectView>;
