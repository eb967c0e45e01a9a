import * as z from 'zod';
import { CivilDay, Currency, Id, orNull } from './scalars.ts';

/** The gap of one person, of a team with the teams below, or of all in sight, to the end of a fiscal year: that of today when left out. */
export const WorkQuery = z.object({
  personId: Id.optional(),
  teamId: Id.optional(),
  fiscalYear: z.coerce.number().int().min(1900).max(2200).optional(),
  /** How sure the safe counts are to be. */
  confidence: z.coerce.number().min(0.5).max(0.99).default(0.9),
});
export type WorkQuery = z.infer<typeof WorkQuery>;

export const workFigures = [
  'remaining',
  'pipeline',
  'gap',
  'size',
  'winRate',
  'wins',
  'hoursNeeded',
  'hoursHad',
] as const;
export const stepFigures = ['rate', 'count'] as const;
/** `step` is the id of a step, for the figures of one. */
export const WorkWhyQuery = WorkQuery.extend({
  figure: z.enum([...workFigures, ...stepFigures]),
  step: z.string().max(100).optional(),
});
export type WorkWhyQuery = z.infer<typeof WorkWhyQuery>;

/** One step with its rate, and what it has to see. Counts and days are null when unknown. */
export const WorkStep = z.object({
  /** Id of the stage; `leads` for the step before the first one. */
  id: z.string(),
  name: z.string(),
  /** How many of those who stood here went on, own history. */
  passed: z.int(),
  stood: z.int(),
  /** Drawn towards the peers; null when nobody knows. */
  rate: orNull(z.number()),
  /** Where the rate is drawn to: what the peers did, what the stages state, or nothing. */
  prior: z.enum(['peers', 'stages', 'none']),
  /** How many trials the rate is worth, own and prior. */
  evidence: z.number(),
  /** Days within which four in five who go on have gone on (Kaplan–Meier), and whose history tells it. */
  days: orNull(z.number()),
  daysFrom: orNull(z.enum(['own', 'peers'])),
  /** The same for the whole way from here to a win, where that is known; of the first stage. */
  daysToWin: orNull(z.number()),
  hours: orNull(z.number()),
  count: orNull(z.int()),
  safe: orNull(z.int()),
  perWeek: orNull(z.number()),
  lastStart: orNull(CivilDay),
  isReachable: orNull(z.boolean()),
  /** `count` by the weeks of the view. */
  byWeek: z.array(z.int()),
  /** Open opportunities that stand here now. */
  standing: z.int(),
});
export type WorkStep = z.infer<typeof WorkStep>;

export const WorkView = z.object({
  asOf: CivilDay,
  /** Last day of the fiscal year. */
  until: CivilDay,
  currency: Currency,
  fiscalYear: z.int(),
  fiscalYearLabel: z.string(),
  scope: z.object({ kind: z.enum(['person', 'team', 'all']), id: z.string(), name: z.string(), people: z.int() }),
  /** Null: there is no published plan, and no gap. */
  target: orNull(z.object({ id: Id, name: z.string() })),
  confidence: z.number(),
  /** Money in minor units. */
  remaining: z.int(),
  pipeline: z.int(),
  gap: z.int(),
  /** Mean size of a win; null when nothing was ever won. */
  size: orNull(z.int()),
  /** Chance of a win from the first stage on. */
  winRate: orNull(z.number()),
  /** Mean days from opening to winning; null without wins that say both. */
  cycleDays: orNull(z.number()),
  status: z.enum(['ok', 'met', 'insufficientData', 'unreachable', 'noPlan']),
  wins: orNull(z.int()),
  steps: z.array(WorkStep),
  weeks: z.array(z.object({ from: CivilDay, to: CivilDay, workdays: z.int() })),
  reachableFrom: orNull(z.string()),
  hours: z.object({
    status: z.enum(['fits', 'over', 'unknown']),
    needed: orNull(z.number()),
    had: z.number(),
    /** Steps whose hours nobody has said. */
    unsaid: z.array(z.string()),
    relaxations: z.array(
      z.object({ kind: z.enum(['hours', 'target', 'size', 'winRate', 'time']), value: orNull(z.number()) }),
    ),
  }),
  /** Working weeks that are left. */
  weeksLeft: z.number(),
  levers: z.array(
    z.object({ kind: z.enum(['count', 'size', 'winRate', 'days']), value: orNull(z.number()), change: z.number() }),
  ),
  /** The people towards whose rates one's own are drawn. Null when there are too few. */
  peers: orNull(z.object({ name: z.string(), people: z.int(), won: z.int(), closed: z.int() })),
  /** Own history: closed in the last two years, and of those won. */
  won: z.int(),
  closed: z.int(),
  /** Fewer than ten closed: the peers' figure dominates. */
  isPeersLed: z.boolean(),
  /** Lost opportunities of which nobody knows how far they had come: they count as lost in the first stage. */
  unplacedLosses: z.int(),
  /** Open opportunities that are left out of the pipeline, as they close after the end. */
  dueLater: z.int(),
});
export type WorkView = z.infer<typeof WorkView>;

/** What a report of the funnel is divided by. */
export const reportAxes = ['all', 'owner', 'team', 'product', 'line', 'segment', 'region', 'event'] as const;
export const ReportAxis = z.enum(reportAxes);
export type ReportAxis = z.infer<typeof ReportAxis>;

/** Deals that closed between two days, both included; the last twelve months when left out. */
export const ReportQuery = z.object({
  by: ReportAxis.default('all'),
  from: CivilDay.optional(),
  to: CivilDay.optional(),
});
export type ReportQuery = z.infer<typeof ReportQuery>;

/** `key` is that of a group, left out for what has none; `stage` the id of a stage. */
export const ReportWhyQuery = ReportQuery.extend({ stage: Id, key: z.string().max(200).optional() });
export type ReportWhyQuery = z.infer<typeof ReportWhyQuery>;

/** How many of those who stood in a stage went on, with Wilson's interval (95 %), and how long going on took. */
export const ReportStep = z.object({
  stageId: Id,
  stood: z.int(),
  passed: z.int(),
  /** Null where nobody stood here. */
  rate: orNull(z.number()),
  low: z.number(),
  high: z.number(),
  /** Days within which half of them have gone on (Kaplan–Meier); null where fewer than half ever did, or nobody knows. */
  days: orNull(z.number()),
});
export type ReportStep = z.infer<typeof ReportStep>;

export const ReportView = z.object({
  by: ReportAxis,
  from: CivilDay,
  to: CivilDay,
  stages: z.array(z.object({ id: Id, name: z.string() })),
  groups: z.array(
    z.object({
      /** Null: nobody has said. */
      key: orNull(z.string()),
      name: orNull(z.string()),
      won: z.int(),
      closed: z.int(),
      /** Lost, and nobody knows how far they had come. */
      unplaced: z.int(),
      steps: z.array(ReportStep),
    }),
  ),
});
export type ReportView = z.infer<typeof ReportView>;
