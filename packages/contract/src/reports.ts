import { editionKinds } from '@milepost/core/reports/edition-span';
import { pledgeStandings } from '@milepost/core/reports/pledge';
import * as z from 'zod';
import { CivilDay, Currency, Id, Instant, LongText, orNull, PersonRef, recordFields } from './scalars.ts';

/** What an edition tells, in its order. Its figures come from the same cores as the live pages. */
export const editionSections = {
  revenue: ['revenue', 'planToDate', 'actualToDate', 'variance', 'pacingRatio', 'landing'],
  margin: ['margin'],
  customers: ['newCustomers'],
  repurchase: ['repurchaseRate'],
  share: ['marketCoverage'],
  activity: ['visits', 'salesCount'],
  cash: ['collected', 'openReceivables', 'overdueReceivables'],
  pipeline: ['pipelineStart', 'pipelineEnd', 'forecastCommit', 'forecastBest'],
  pledges: ['pledgesKept'],
} as const;
export type EditionSectionName = keyof typeof editionSections;
export const editionSectionNames = Object.keys(editionSections) as [EditionSectionName, ...EditionSectionName[]];
export type EditionFigureName = (typeof editionSections)[EditionSectionName][number];
export const editionFigureNames = Object.values(editionSections).flat() as [EditionFigureName, ...EditionFigureName[]];

/** Why a figure is not known: no rate of exchange, several currencies, no published plan, nothing to count, no cost, no snapshot. */
export const unknownReasons = [
  'missing-rate',
  'mixed-currencies',
  'no-plan',
  'nothing-counted',
  'cost-unknown',
  'no-snapshot',
] as const;
export type UnknownReason = (typeof unknownReasons)[number];

const unit = z.enum(['money', 'count', 'ratio']);
/** Minor units, a count or a ratio. Null is not known, with the reason, and never zero. */
export const EditionFigure = z.object({
  key: z.enum(editionFigureNames),
  unit,
  value: orNull(z.number()),
  /** Of the span before; null where it is not known, or the figure is none of a span. */
  before: orNull(z.number()),
  reason: orNull(z.enum(unknownReasons)),
  /** What could not be counted in, in its unit; null where all was. */
  leftOut: orNull(z.number()),
});
export type EditionFigure = z.infer<typeof EditionFigure>;

/** What stands at a value: a civil day, a word of the house by its key, or a name. */
export const EditionLabel = z.object({ kind: z.enum(['day', 'word', 'name']), text: z.string() });
export type EditionLabel = z.infer<typeof EditionLabel>;

export const editionCharts = [
  'revenue',
  'margin',
  'newCustomers',
  'visits',
  'collected',
  'bySegment',
  'ageing',
  'movement',
] as const;
export type EditionChartName = (typeof editionCharts)[number];
export const editionTables = ['byLine', 'bySegment', 'moved', 'overdue'] as const;
export type EditionTableName = (typeof editionTables)[number];
/** A chart as what it shows: screen and page draw it by the same rule (`core/reports/draw-chart`). */
export const EditionChart = z.object({
  key: z.enum(editionCharts),
  shape: z.enum(['columns', 'bars', 'steps']),
  unit,
  points: z.array(z.object({ label: EditionLabel, value: orNull(z.number()), isTotal: z.boolean() })),
});
export type EditionChart = z.infer<typeof EditionChart>;

/** A table: what a row is of, beside it, its amount, and its share of the whole. */
export const EditionTable = z.object({
  key: z.enum(editionTables),
  unit,
  rows: z.array(
    z.object({ label: EditionLabel, note: orNull(EditionLabel), value: orNull(z.number()), share: orNull(z.number()) }),
  ),
  /** Rows that are left out, as there are too many. */
  more: z.int(),
});
export type EditionTable = z.infer<typeof EditionTable>;

/** A commitment; or of the retrospective what is kept up, stopped, or tried. */
export const pledgeKinds = ['commitment', 'keep', 'stop', 'try'] as const;
export type PledgeKind = (typeof pledgeKinds)[number];
const pledge = { kind: z.enum(pledgeKinds), text: z.string().trim().min(1).max(500), dueOn: CivilDay };
export const EditionPledge = z.object({
  id: Id,
  ...pledge,
  standing: z.enum(pledgeStandings),
  settledOn: orNull(CivilDay),
  /** What was said when it was settled. */
  reason: orNull(z.string()),
});
export type EditionPledge = z.infer<typeof EditionPledge>;

const words = { achieved: orNull(LongText), obstacles: orNull(LongText), outlook: orNull(LongText) };

/** What an edition says: data, by which it is shown, printed and exported. Frozen, its bytes are this in canonical JSON. */
export const EditionContent = z.object({
  form: z.literal(1),
  kind: z.enum(editionKinds),
  startsOn: CivilDay,
  endsOn: CivilDay,
  /** The last day that the figures hold. */
  asOf: CivilDay,
  organisation: z.string(),
  currency: Currency,
  exponent: z.int(),
  person: z.object({ id: Id, name: z.string() }),
  sections: z.array(
    z.object({
      key: z.enum(editionSectionNames),
      figures: z.array(EditionFigure),
      charts: z.array(EditionChart),
      tables: z.array(EditionTable),
    }),
  ),
  /** What was due in the span: how it opens. */
  due: z.array(EditionPledge),
  words: z.object(words),
  /** What was undertaken with it. */
  made: z.array(z.object({ id: Id, ...pledge })),
});
export type EditionContent = z.infer<typeof EditionContent>;

/** `closed`: nobody submitted it in time, and it was frozen as it stood. */
export const editionStates = ['draft', 'submitted', 'closed'] as const;

/** The edition of a span: the last one that is over where no day of another is named. One's own, or of one of one's people. */
export const NewEdition = z.object({
  id: Id,
  kind: z.enum(editionKinds),
  /** A day of the span. */
  day: CivilDay.optional(),
  personId: Id.optional(),
});
export type NewEdition = z.infer<typeof NewEdition>;
export const EditionPatch = z.object(words).partial();
export type EditionPatch = z.infer<typeof EditionPatch>;
export const EditionView = z.object({
  ...recordFields,
  personId: Id,
  person: orNull(PersonRef),
  kind: z.enum(editionKinds),
  startsOn: CivilDay,
  endsOn: CivilDay,
  /** By when it is to be submitted, and after which day it is closed as it stands. */
  dueOn: CivilDay,
  closesOn: CivilDay,
  state: z.enum(editionStates),
  ...words,
  frozenAt: orNull(Instant),
  /** SHA-256 of the frozen bytes. */
  hash: orNull(z.string()),
  /** Who leads them and has read it. */
  signedBy: orNull(PersonRef),
  signedAt: orNull(Instant),
  mayWrite: z.boolean(),
  maySubmit: z.boolean(),
  maySign: z.boolean(),
});
export type EditionView = z.infer<typeof EditionView>;

export const NewPledge = z.object({ id: Id, editionId: Id, ...z.object(pledge).partial({ dueOn: true }).shape });
export type NewPledge = z.infer<typeof NewPledge>;
export const PledgePatch = z.object(pledge).partial();
export type PledgePatch = z.infer<typeof PledgePatch>;
/** Says what became of a pledge, on a day that has come; `open` takes that back. */
export const SettlePledge = z.object({
  as: z.enum(['kept', 'dropped', 'open']),
  on: CivilDay.optional(),
  reason: orNull(LongText).optional(),
});
export type SettlePledge = z.infer<typeof SettlePledge>;
export const PledgeView = z.object({
  ...recordFields,
  editionId: Id,
  personId: Id,
  person: orNull(PersonRef),
  ...EditionPledge.shape,
  id: Id,
  mayWrite: z.boolean(),
  maySettle: z.boolean(),
});
export type PledgeView = z.infer<typeof PledgeView>;

export const NewEditionComment = z.object({ id: Id, editionId: Id, text: LongText.min(1) });
export type NewEditionComment = z.infer<typeof NewEditionComment>;
export const EditionCommentPatch = NewEditionComment.pick({ text: true }).partial();
export type EditionCommentPatch = z.infer<typeof EditionCommentPatch>;
export const EditionCommentView = z.object({
  ...recordFields,
  editionId: Id,
  by: orNull(PersonRef),
  text: z.string(),
  isOwn: z.boolean(),
});
export type EditionCommentView = z.infer<typeof EditionCommentView>;

/** An edition to be read: what it says, and of a frozen one what is otherwise now. */
export const EditionReading = z.object({
  edition: EditionView,
  content: EditionContent,
  /** Do the frozen bytes still give their hash? An erasure of personal data takes names out of them. Null for a draft. */
  isIntact: orNull(z.boolean()),
  /** Figures that are other ones now. Empty for a draft, which tells those of now. */
  changed: z.array(
    z.object({
      key: z.enum(editionFigureNames),
      unit,
      was: orNull(z.number()),
      now: orNull(z.number()),
      difference: orNull(z.number()),
    }),
  ),
  /** When the figures of now were read. */
  asOf: Instant,
});
export type EditionReading = z.infer<typeof EditionReading>;
export const EditionWhyQuery = z.object({ figure: z.enum(editionFigureNames) });
export const EditionFileQuery = z.object({ locale: z.enum(['en', 'zh-Hans', 'zh-Hant']).optional() });

/** Whose editions are sent to one by mail when they are frozen: those of a person, or of everybody whom one leads. */
export const NewEditionSubscription = z.object({ id: Id, kind: z.enum(editionKinds), aboutId: orNull(Id).optional() });
export type NewEditionSubscription = z.infer<typeof NewEditionSubscription>;
export const EditionSubscriptionPatch = NewEditionSubscription.pick({ kind: true }).partial();
export type EditionSubscriptionPatch = z.infer<typeof EditionSubscriptionPatch>;
export const EditionSubscriptionView = z.object({
  ...recordFields,
  kind: z.enum(editionKinds),
  aboutId: orNull(Id),
  about: orNull(PersonRef),
});
export type EditionSubscriptionView = z.infer<typeof EditionSubscriptionView>;
