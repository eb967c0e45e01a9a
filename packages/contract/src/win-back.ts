import * as z from 'zod';
import { activityKinds } from './activities.ts';
import {
  CivilDay,
  Currency,
  Id,
  LongText,
  Minor,
  Name,
  orNull,
  PersonRef,
  RecordRef,
  recordFields,
  Version,
} from './scalars.ts';

export const PlanStep = z.object({
  name: Name,
  kind: z.enum(activityKinds),
  /** Due so many days after the plan begins; a day off moves it on. */
  afterDays: z.int().min(0).max(365),
});
export type PlanStep = z.infer<typeof PlanStep>;
const template = {
  name: Name,
  offer: z.string().trim().min(1).max(2000),
  /** What the plan costs, in the organisation's currency. */
  costMinor: Minor.min(0),
  steps: z.array(PlanStep).min(1).max(20),
};
export const NewWinBackTemplate = z.object({ id: Id, ...template, costMinor: template.costMinor.default(0) });
export type NewWinBackTemplate = z.infer<typeof NewWinBackTemplate>;
export const WinBackTemplatePatch = z.object(template).partial();
export type WinBackTemplatePatch = z.infer<typeof WinBackTemplatePatch>;
export const WinBackTemplateView = z.object({ ...recordFields, ...template });
export type WinBackTemplateView = z.infer<typeof WinBackTemplateView>;

/** How a template did: customers kept with it beside those left alone. `expected` is null while nobody can say. */
export const WinBackChoices = z.object({
  currency: Currency,
  /** What the customer brought in the last twelve months. */
  worthMinor: Minor,
  marginRatio: orNull(z.number()),
  untreated: z.object({ stayed: z.int(), count: z.int() }),
  items: z.array(
    z.object({
      template: WinBackTemplateView,
      treated: z.object({ stayed: z.int(), count: z.int() }),
      lift: orNull(z.number()),
      expectedMinor: orNull(z.int()),
    }),
  ),
});
export type WinBackChoices = z.infer<typeof WinBackChoices>;

export const winBackStatuses = ['running', 'won-back', 'lost', 'dropped'] as const;
export const NewWinBack = z.object({
  id: Id,
  alertId: Id,
  templateId: orNull(Id).optional(),
  offer: z.string().trim().min(1).max(2000),
  costMinor: Minor.min(0).default(0),
  /** Who answers for it; the owner of the customer when left out. */
  answerableId: Id.optional(),
  dueOn: CivilDay,
  /** Each becomes an activity of who answers for the plan. */
  steps: z
    .array(z.object({ id: Id, name: Name, kind: z.enum(activityKinds), dueOn: CivilDay }))
    .min(1)
    .max(20),
});
export type NewWinBack = z.infer<typeof NewWinBack>;
export const WinBackPatch = z
  .object({ offer: NewWinBack.shape.offer, dueOn: CivilDay, costMinor: Minor.min(0) })
  .partial();
export type WinBackPatch = z.infer<typeof WinBackPatch>;
export const WinBackOutcome = z.object({ status: z.enum(['won-back', 'lost', 'dropped']), note: LongText.min(1) });
export type WinBackOutcome = z.infer<typeof WinBackOutcome>;
export const WinBackView = z.object({
  ...recordFields,
  alertId: Id,
  account: orNull(RecordRef),
  owner: orNull(PersonRef),
  answerable: orNull(PersonRef),
  template: orNull(RecordRef),
  offer: z.string(),
  costMinor: Minor,
  currency: Currency,
  begunOn: CivilDay,
  dueOn: CivilDay,
  status: z.enum(winBackStatuses),
  note: orNull(z.string()),
  closedOn: orNull(CivilDay),
  steps: z.array(
    z.object({
      id: Id,
      version: Version,
      name: z.string(),
      kind: z.enum(activityKinds),
      dueOn: CivilDay,
      isDone: z.boolean(),
      person: orNull(PersonRef),
    }),
  ),
});
export type WinBackView = z.infer<typeof WinBackView>;
