import * as z from 'zod';
import { activityKinds } from './activities.ts';
import { Measure } from './figures.ts';
import { CivilDay, Id, LongText, Name, orNull, PersonRef, RecordRef, recordFields, Version } from './scalars.ts';

export const riskKinds = ['customer-loss', 'bad-debt', 'supply-delay', 'key-person', 'market-change', 'other'] as const;
export const riskStatuses = ['watching', 'fired', 'settled'] as const;
const level = z.int().min(1).max(5);

/** A measure over the last days, as its owner sees it; money in minor units, a share from 0 to 1. */
export const RiskTriggerInput = z.object({
  measure: Measure,
  days: z.int().min(1).max(730),
  fires: z.enum(['below', 'above']),
  threshold: z.number().min(-1e13).max(1e13),
});
export type RiskTriggerInput = z.infer<typeof RiskTriggerInput>;
/** A step of the prepared response: of whom (the owner of the risk when null), and so many days after it begins. */
export const RiskStep = z.object({
  name: Name,
  kind: z.enum(activityKinds),
  answerableId: orNull(Id),
  afterDays: z.int().min(0).max(365),
});
export type RiskStep = z.infer<typeof RiskStep>;

const risk = {
  name: Name,
  kind: z.enum(riskKinds),
  about: orNull(LongText),
  ownerId: Id,
  likelihood: level,
  impact: level,
  trigger: orNull(RiskTriggerInput),
  steps: z.array(RiskStep).min(1).max(20),
};
export const NewRisk = z.object({
  id: Id,
  ...risk,
  about: risk.about.optional(),
  ownerId: risk.ownerId.optional(),
  trigger: risk.trigger.optional(),
});
export type NewRisk = z.infer<typeof NewRisk>;
export const RiskPatch = z.object(risk).partial();
export type RiskPatch = z.infer<typeof RiskPatch>;

export const drillResults = ['worked', 'partly', 'failed'] as const;
const drill = { onDay: CivilDay, result: z.enum(drillResults), note: LongText.min(1) };
export const NewRiskDrill = z.object({ id: Id, riskId: Id, ...drill });
export type NewRiskDrill = z.infer<typeof NewRiskDrill>;
export const RiskDrillPatch = z.object(drill).partial();
export type RiskDrillPatch = z.infer<typeof RiskDrillPatch>;
export const RiskDrillView = z.object({
  ...recordFields,
  ...drill,
  risk: orNull(RecordRef),
  by: orNull(PersonRef),
});
export type RiskDrillView = z.infer<typeof RiskDrillView>;

export const RiskView = z.object({
  ...recordFields,
  ...{ name: risk.name, kind: risk.kind, about: risk.about, likelihood: level, impact: level, trigger: risk.trigger },
  steps: z.array(RiskStep.extend({ answerable: orNull(PersonRef) })),
  /** Likelihood × impact. */
  weight: z.int(),
  owner: orNull(PersonRef),
  status: z.enum(riskStatuses),
  firedOn: orNull(CivilDay),
  /** What the measure was when it fired; null when somebody said so. */
  firedValue: orNull(z.number()),
  lesson: orNull(z.string()),
  /** The steps of the response under way. */
  response: z.array(
    z.object({
      id: Id,
      version: Version,
      name: z.string(),
      dueOn: CivilDay,
      isDone: z.boolean(),
      person: orNull(PersonRef),
    }),
  ),
  lastDrill: orNull(z.object({ onDay: CivilDay, result: z.enum(drillResults) })),
  isDrillDue: z.boolean(),
});
export type RiskView = z.infer<typeof RiskView>;

/** What the measure of a trigger is today; null where it is not known. */
export const RiskValueView = z.object({
  asOf: CivilDay,
  from: CivilDay,
  value: orNull(z.number()),
  isFired: z.boolean(),
});
export type RiskValueView = z.infer<typeof RiskValueView>;
export const RiskSettled = z.object({ lesson: LongText.min(1) });
export type RiskSettled = z.infer<typeof RiskSettled>;
