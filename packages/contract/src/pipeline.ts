import { forecastCategories } from '@milepost/core/forecast/forecast-category';
import * as z from 'zod';
import { fieldsIn, fieldsOut } from './fields.ts';
import { ConditionsText } from './page.ts';
import { Split, SplitView } from './sales.ts';
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
  ShortText,
} from './scalars.ts';

/** What a stage means: work goes on, the deal is won, or it is lost. */
export const stageCategories = ['open', 'won', 'lost'] as const;
export const StageCategory = z.enum(stageCategories);

/** The chance of a win at a stage, 0–1, in steps of a hundredth of a percent. A won stage is 1, a lost one 0. */
export const WinProbability = z
  .number()
  .min(0)
  .max(1)
  .refine((p) => Math.abs(p * 10_000 - Math.round(p * 10_000)) < 1e-6, 'a probability with at most four decimals');

/** Hours of work that one opportunity takes while it stands in a stage; null when nobody has said. */
const HoursEach = orNull(z.number().min(0).max(1000));

const stage = { name: Name, category: StageCategory, winProbability: WinProbability, hoursEach: HoursEach };

/** A new stage stands after the last one of its category. */
export const NewStage = z.object({
  id: Id,
  name: Name,
  category: StageCategory,
  winProbability: WinProbability.optional(),
  hoursEach: HoursEach.optional(),
});
export type NewStage = z.infer<typeof NewStage>;
export const StagePatch = z.object(stage).partial();
export type StagePatch = z.infer<typeof StagePatch>;
export const StageView = z.object({ ...recordFields, ...stage, position: z.int().min(0) });
export type StageView = z.infer<typeof StageView>;
/** All stages in their new order. */
export const StageOrder = z.object({ ids: z.array(Id).min(1).max(100) });
export type StageOrder = z.infer<typeof StageOrder>;
/** Where the deals of a deleted stage go: another stage of the same category. */
export const StageDeletion = z.object({ moveTo: Id.optional() });
export type StageDeletion = z.infer<typeof StageDeletion>;

const details = {
  name: Name,
  externalId: orNull(ShortText),
  accountId: orNull(Id),
  productId: orNull(Id),
  /** Left out on create: the first open stage. */
  stageId: Id,
  /** Null when nobody has said yet: never zero. */
  amountMinor: orNull(Minor.min(0)),
  /** Left out on create: the organisation's. */
  currency: Currency,
  openedOn: orNull(CivilDay),
  expectedCloseOn: orNull(CivilDay),
  /** A won deal needs it, an open one has none; a deal that is lost today may leave it out. */
  closedOn: orNull(CivilDay),
  /** Null when the owner gets all the credit. */
  split: orNull(Split),
  lostReason: orNull(ShortText),
  notes: orNull(LongText),
  /** The exhibition or live stream it came from. */
  eventId: orNull(Id),
  /** How sure its rep is of it; null when its stage's probability says so. */
  forecastCategory: orNull(z.enum(forecastCategories)),
};
const people = { ownerId: orNull(Id), backupId: orNull(Id) };

export const NewOpportunity = z.object({
  id: Id,
  ...z.object({ ...details, ...people, ...fieldsIn }).partial().shape,
  name: Name,
});
export type NewOpportunity = z.infer<typeof NewOpportunity>;
/** What becomes of the amount when a deal changes its currency: worked out at the latest rates, or the same number. */
export const currencyChanges = ['convert', 'keep'] as const;
export const OpportunityPatch = z
  .object({ ...details, ...people, ...fieldsIn, currencyChange: z.enum(currencyChanges) })
  .partial();
export type OpportunityPatch = z.infer<typeof OpportunityPatch>;

export const OpportunityView = z.object({
  ...recordFields,
  ...z.object(details).omit({ accountId: true, productId: true, stageId: true, split: true, eventId: true }).shape,
  ...fieldsOut,
  stage: z.object({ id: Id, name: z.string(), category: StageCategory, winProbability: z.number() }),
  account: orNull(RecordRef),
  product: orNull(RecordRef),
  event: orNull(RecordRef),
  split: orNull(SplitView),
  owner: orNull(PersonRef),
  backup: orNull(PersonRef),
});
export type OpportunityView = z.infer<typeof OpportunityView>;

/** Which deals a board counts: the list's own words and conditions, and the commonest of them by name. */
export const BoardQuery = z.object({
  q: z.string().max(200).optional(),
  filter: ConditionsText.optional(),
  ownerId: Id.optional(),
  accountId: Id.optional(),
  productId: Id.optional(),
  currency: Currency.optional(),
  /** Expected close between two days, both included. */
  closesFrom: CivilDay.optional(),
  closesTo: CivilDay.optional(),
});
export type BoardQuery = z.infer<typeof BoardQuery>;

/** Money of some deals in one currency. `amountMinor` is null when no deal says its amount. */
export const Subtotal = z.object({
  currency: Currency,
  count: z.int(),
  withoutAmount: z.int(),
  amountMinor: orNull(z.int()),
  /** Amounts × the probability of their stage, rounded once a stage. */
  weightedMinor: orNull(z.int()),
});
export type Subtotal = z.infer<typeof Subtotal>;

/** Several currencies have no total: it is refused with the code, and the subtotals stand beside it. */
export const BoardTotal = z.object({
  count: z.int(),
  withoutAmount: z.int(),
  subtotals: z.array(Subtotal),
  total: z.discriminatedUnion('status', [
    z.object({
      status: z.literal('ok'),
      currency: Currency,
      amountMinor: orNull(z.int()),
      weightedMinor: orNull(z.int()),
    }),
    z.object({ status: z.literal('refused'), code: z.literal('mixed-currencies') }),
  ]),
});
export type BoardTotal = z.infer<typeof BoardTotal>;

export const BoardView = z.object({
  stages: z.array(z.object({ stage: StageView, ...BoardTotal.shape })),
  /** All stages of the category `open` together: the open pipeline. */
  open: BoardTotal,
});
export type BoardView = z.infer<typeof BoardView>;
