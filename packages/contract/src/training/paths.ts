import type { ToolKey } from '@milepost/core/training/tools';
import { toolSteps } from '@milepost/core/training/tools';
import * as z from 'zod';
import { CivilDay, Id, Instant, orNull, PersonRef, RecordRef } from '../scalars.ts';

/** `If-Match: "0"` where none was said yet. */
export const LearningPlanPatch = z.object({ hoursPerWeek: z.number().min(0).max(40), dueOn: CivilDay }).partial();
export type LearningPlanPatch = z.infer<typeof LearningPlanPatch>;
export const LearningPlanView = z.object({ version: z.int().min(0), hoursPerWeek: z.number(), dueOn: CivilDay });
export type LearningPlanView = z.infer<typeof LearningPlanView>;

export const pathVerdicts = ['ok', 'late', 'cycle'] as const;
export const LearningPathView = z.object({
  person: PersonRef,
  day: CivilDay,
  plan: LearningPlanView,
  mayPlan: z.boolean(),
  /** Against which role profile the gaps are told. */
  against: orNull(RecordRef),
  hours: z.number(),
  courses: z.array(
    z.object({
      course: RecordRef,
      /** Begun or assigned; needed for a certificate that is wanted; closes a gap; needed before another. */
      because: z.enum(['asked', 'goal', 'gap', 'needed']),
      after: z.array(RecordRef),
      raises: z.array(z.object({ skill: RecordRef, level: z.int() })),
      hours: z.number(),
      isBegun: z.boolean(),
    }),
  ),
  parts: z.array(
    z.object({
      courseId: Id,
      isLive: z.boolean(),
      hours: z.number(),
      from: CivilDay,
      to: CivilDay,
      slackDays: z.int(),
      isBinding: z.boolean(),
      latest: CivilDay,
    }),
  ),
  finish: orNull(CivilDay),
  chain: z.array(RecordRef),
  verdict: z.enum(pathVerdicts),
  /** The least hours a week that would do; null where those there are do, or none would. */
  hoursPerWeek: orNull(z.number()),
  uncovered: z.array(z.object({ skill: RecordRef, gap: z.int() })),
  blocked: z.array(RecordRef),
  awaiting: z.array(RecordRef),
  /** Courses done ÷ courses taken; null where none is taken. */
  progress: orNull(z.number()),
});
export type LearningPathView = z.infer<typeof LearningPathView>;
export const LearningPathQuery = z.object({ personId: Id.optional() });
export const LearningPathWhyQuery = LearningPathQuery.extend({ figure: z.enum(['hours', 'progress']) });
export type LearningPathWhyQuery = z.infer<typeof LearningPathWhyQuery>;

/** The paths of one's people side by side. */
export const TeamPathsView = z.object({
  day: CivilDay,
  people: z.array(
    z.object({
      person: PersonRef,
      against: orNull(RecordRef),
      readiness: orNull(z.number()),
      progress: orNull(z.number()),
      hours: z.number(),
      plan: LearningPlanView,
      finish: orNull(CivilDay),
      verdict: z.enum(pathVerdicts),
      hoursPerWeek: orNull(z.number()),
      /** Courses whose day has passed. */
      lateCount: z.int(),
    }),
  ),
});
export type TeamPathsView = z.infer<typeof TeamPathsView>;

const toolKeys = toolSteps.map(({ key }) => key) as [ToolKey, ...ToolKey[]];
export const ToolTrainingView = z.object({
  person: PersonRef,
  steps: z.array(z.object({ key: z.enum(toolKeys), doneAt: orNull(Instant) })),
});
export type ToolTrainingView = z.infer<typeof ToolTrainingView>;
