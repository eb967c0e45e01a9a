import * as z from 'zod';
import { Id, Instant, orNull, PersonRef, RecordRef } from './scalars.ts';

/** What is scored: the chance that a deal is won, that a lead converts, and how like a customer an account is. */
export const scoringSubjects = ['opportunity', 'lead', 'account'] as const;
export const ScoringSubject = z.enum(scoringSubjects);
export type ScoringSubject = z.infer<typeof ScoringSubject>;

/** With fewer of either outcome nothing is learned: 30 of each. */
export const fewestOfEach = 30;

/**
 * `ok`: it scores. `few`: too few records have ended one way or the other. `no-better`: what is known at the beginning tells records
 * no better apart than giving all of them the base rate.
 */
export const modelStatuses = ['ok', 'few', 'no-better'] as const;
const Status = z.enum(modelStatuses);

const Share = z.object({ num: z.int(), den: z.int(), value: orNull(z.number()) });

const Quality = z.object({
  rows: z.int(),
  auc: orNull(z.number()),
  brier: z.number(),
  logLoss: z.number(),
  ece: z.number(),
  /** Success rate of the best fifth beside that of all. */
  lift: orNull(z.number()),
});

export const ReliabilityBinView = z.object({
  from: z.number(),
  to: z.number(),
  count: z.int(),
  successes: z.int(),
  meanPredicted: z.number(),
  /** Wilson's interval of the share that succeeded, 95 %. */
  low: z.number(),
  high: z.number(),
});
export type ReliabilityBinView = z.infer<typeof ReliabilityBinView>;

/** A model as it was trained once. What was tried is null where there was too little to try. */
export const ScoringModelView = z.object({
  id: Id,
  version: z.int(),
  trainedAt: Instant,
  /** Null: the night's job. */
  by: orNull(PersonRef),
  status: Status,
  baseRate: Share,
  tried: orNull(
    z.object({
      /** On what came later, or on shuffled parts where there is too little to tell times apart. */
      by: z.enum(['forward', 'shuffled']),
      quality: Quality,
      baseline: Quality,
      reliability: z.array(ReliabilityBinView),
      isCalibrated: z.boolean(),
      /** Fields that were looked at, and those that taught nothing. */
      fields: z.array(z.string()),
      ignored: z.array(z.object({ name: z.string(), because: z.string() })),
    }),
  ),
});
export type ScoringModelView = z.infer<typeof ScoringModelView>;

/** What is known of the scores of a subject. `current` is the newest model, `history` all of them, newest first. */
export const ScoringView = z.object({
  subject: ScoringSubject,
  fewestOfEach: z.int(),
  current: orNull(ScoringModelView),
  history: z.array(ScoringModelView),
});
export type ScoringView = z.infer<typeof ScoringView>;

export const ScoringQuery = z.object({ subject: ScoringSubject });
export const ScoresQuery = z.object({
  subject: ScoringSubject,
  /** Up to 200 ids, separated by commas. */
  ids: z
    .string()
    .max(200 * 37)
    .transform((text) => text.split(',').filter((id) => id !== ''))
    .pipe(z.array(Id).max(200)),
});
export const ScoreWhyQuery = z.object({ subject: ScoringSubject, id: Id });

/** A level as the record or most records write it; null for a number, and where the level is no word of theirs. */
const spelled = orNull(z.string());

/** What one field did to the log-odds. `word` is the level; `(missing)`, `(other)` and null for a number. */
export const ReasonView = z.object({ field: z.string(), word: orNull(z.string()), spelled, delta: z.number() });
export type ReasonView = z.infer<typeof ReasonView>;

/** Chances of those asked about that are in sight and have not ended. Null where nothing is told, which `status` explains. */
export const ScoresView = z.object({
  subject: ScoringSubject,
  /** `none`: nothing was trained yet. */
  status: z.enum([...modelStatuses, 'none']),
  baseRate: orNull(Share),
  items: z.array(z.object({ id: Id, chance: orNull(z.number()), reasons: z.array(ReasonView) })),
});
export type ScoresView = z.infer<typeof ScoresView>;

export const LookalikesQuery = z.object({
  subject: z.enum(['account', 'lead']),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** Accounts and leads that nobody works on yet, most like those that became customers first. Not ranked where `status` is not `ok`. */
export const LookalikesView = z.object({
  subject: z.enum(['account', 'lead']),
  status: z.enum([...modelStatuses, 'none']),
  baseRate: orNull(Share),
  /** How many nobody works on, of those in sight. */
  unworked: z.int(),
  items: z.array(
    z.object({
      record: RecordRef,
      owner: orNull(PersonRef),
      chance: orNull(z.number()),
      reasons: z.array(ReasonView),
    }),
  ),
});
export type LookalikesView = z.infer<typeof LookalikesView>;

/** Whether win rates of people differ beyond chance (χ²). Only where they do, people stand in the order of their rates. */
export const WinRatesView = z.object({
  status: z.enum(['differ', 'alike', 'insufficientData']),
  pooled: Share,
  people: z.int(),
  chi2: orNull(z.number()),
  df: orNull(z.int()),
  p: orNull(z.number()),
  /** Those in sight. */
  members: z.array(
    z.object({
      person: PersonRef,
      rate: Share,
      low: z.number(),
      high: z.number(),
      /** Drawn towards the rate of all. */
      drawn: orNull(z.number()),
    }),
  ),
});
export type WinRatesView = z.infer<typeof WinRatesView>;
export const WinRateWhyQuery = z.object({ personId: Id });

/** What customers have in common against the other accounts in sight, with sample sizes. */
export const PortraitView = z.object({
  customers: z.int(),
  others: z.int(),
  traits: z.array(
    z.object({
      field: z.string(),
      /** Null for a band of numbers: `from` included, `to` excluded, null is open. */
      word: orNull(z.string()),
      spelled,
      from: orNull(z.number()),
      to: orNull(z.number()),
      customers: Share,
      others: Share,
      difference: orNull(z.number()),
      low: z.number(),
      high: z.number(),
      /** `open`: chance alone may have made the difference. */
      status: z.enum(['more', 'less', 'open']),
    }),
  ),
});
export type PortraitView = z.infer<typeof PortraitView>;
/** Whose share is asked for, and of which trait: its place in the view. */
export const PortraitWhyQuery = z.object({
  side: z.enum(['customers', 'others']),
  field: z.string().max(40),
  word: z.string().max(200).optional(),
  from: z.coerce.number().optional(),
  to: z.coerce.number().optional(),
});
export type PortraitWhyQuery = z.infer<typeof PortraitWhyQuery>;
