import { type Platt, platt } from './calibrate.ts';
import { fitWith, gainOf, type Restraint, type Trial, tryRestraints } from './choose.ts';
import { encodeRows } from './encode.ts';
import { type Cell, type Field, fieldOf, type IgnoredField } from './fields.ts';
import { foldsOf } from './folds.ts';
import { demandOutcomes, logitOf, probabilityOf } from './logistic.ts';
import { type Quality, qualityOf, type ReliabilityBin, reliability } from './quality.ts';
import { averageShares, type ScoringModel } from './score.ts';
import { rowsOf, type SparseRows } from './sparse-rows.ts';

/** Records whose outcome is known, oldest first: what was known of them at the beginning, column by column. */
export type Closed = {
  readonly names: readonly string[];
  readonly records: readonly (readonly Cell[])[];
  /** 1 for what succeeded, else 0. */
  readonly outcomes: readonly number[];
};

/** How a model did on records it had not learned from, and how it was made. */
export type TrainingReport = {
  readonly rows: number;
  readonly successes: number;
  /** On rows that came later, or shuffled parts where there were too few to tell times apart. */
  readonly triedBy: 'forward' | 'shuffled';
  readonly quality: Quality;
  /** The same for giving everybody the rate of those before. */
  readonly baseline: Quality;
  readonly reliability: readonly ReliabilityBin[];
  /** Whether what is gained over the rate of all is more than chance would give (one-sided, 5 %). */
  readonly isBetterThanRate: boolean;
  readonly restraint: Restraint;
  readonly calibration: Platt | null;
  readonly ignored: readonly IgnoredField[];
};

export type Training =
  | { readonly status: 'ok'; readonly model: ScoringModel; readonly report: TrainingReport }
  | { readonly status: 'insufficientData'; readonly successes: number; readonly failures: number };

/** Fewer of either outcome teach nothing that could be tried on others. */
const FEWEST_OF_EACH = 5;
/** With fewer of either outcome, the first months are no sample of the later ones: slopes are held back the more, the fewer there are. */
const FEW_OF_EACH = 100;
const LEAST_RIDGE_OF_ONE = 600;
const ENOUGH_TO_CALIBRATE = 400;
/** One-sided 5 % of the normal distribution. */
const BEYOND_CHANCE = 1.645;

/**
 * Learns a chance of success from closed records: a ridge logit whose reasons add up, with bending lines for numbers and levels for
 * words. What holds it back (ridge, fading of old rows) is chosen by the log loss on rows it had not learned from; a line through its
 * log-odds sets it right only where that helps on the latest part. Where nothing beats giving everybody the same rate, it gives that.
 *
 * `insufficientData` with fewer than five of either outcome. Throws RangeError on outcomes other than 0 and 1, and on lists of unequal
 * lengths. Deterministic: the same records and seed give the same model.
 */
export function train({ names, records, outcomes }: Closed, seed = 1): Training {
  demandOutcomes(outcomes);
  if (records.length !== outcomes.length)
    throw new RangeError(`Each record has one outcome; got ${outcomes.length} for ${records.length}.`);
  const successes = outcomes.reduce((sum, outcome) => sum + outcome, 0);
  const failures = outcomes.length - successes;
  if (Math.min(successes, failures) < FEWEST_OF_EACH) return { status: 'insufficientData', successes, failures };
  const { fields, places, ignored } = fieldsOf(names, records);
  const kept = records.map((record) => places.map((place) => record[place] ?? null));
  const rows = encodeRows(fields, kept);
  const folds = foldsOf(outcomes, seed);
  const few = Math.min(successes, failures);
  const leastRidge = few < FEW_OF_EACH ? LEAST_RIDGE_OF_ONE / few : 0;
  const trials = tryRestraints(rows, outcomes, folds).filter(
    ({ restraint: { ridge } }) => ridge === null || ridge >= leastRidge,
  );
  const plain = trials[0] as Trial;
  const best = chooseTrial(trials, plain);
  const gain = gainOf(best, plain);
  const calibration = best.restraint.ridge === null ? null : calibrationFor(best);
  const told = calibration === null ? best.chances : best.chances.map((chance) => calibrated(calibration, chance));
  const slopes = fitWith(rows, outcomes, range(rowsOf(rows)), best.restraint);
  return {
    status: 'ok',
    model: modelOf(fields, rows, slopes, calibration),
    report: {
      rows: outcomes.length,
      successes,
      triedBy: folds.by,
      quality: qualityOf(told, best.outcomes),
      baseline: qualityOf(plain.chances, plain.outcomes),
      reliability: reliability(told, best.outcomes),
      isBetterThanRate: best.restraint.ridge !== null && isGain(gain, BEYOND_CHANCE),
      restraint: best.restraint,
      calibration,
      ignored,
    },
  };
}

function fieldsOf(
  names: readonly string[],
  records: readonly (readonly Cell[])[],
): { fields: Field[]; places: number[]; ignored: IgnoredField[] } {
  const found = names.map((name, place) => ({
    place,
    field: fieldOf(
      name,
      records.map((record) => record[place] ?? null),
    ),
  }));
  const taken = found.flatMap(({ place, field }) => (field.kind === 'ignored' ? [] : [{ place, field }]));
  return {
    fields: taken.map(({ field }) => field),
    places: taken.map(({ place }) => place),
    ignored: found.flatMap(({ field }) =>
      field.kind === 'ignored' ? [{ name: field.name, because: field.because }] : [],
    ),
  };
}

/** The least loss. That older rows fade, and that there are slopes at all, has to gain more than chance might. */
function chooseTrial(trials: readonly Trial[], plain: Trial): Trial {
  const least = (some: readonly Trial[]): Trial =>
    some.reduce((best, trial) => (trial.loss < best.loss ? trial : best), plain);
  const steady = least(trials.filter(({ restraint }) => restraint.halfLife === null));
  const fading = least(trials);
  const chosen = isGain(gainOf(fading, steady), 1) ? fading : steady;
  return isGain(gainOf(chosen, plain), 1) ? chosen : plain;
}

const isGain = ({ mean, error }: { mean: number; error: number }, errors: number): boolean =>
  mean > 0 && mean > errors * error;

/** A line through the log-odds where, drawn through the earlier four fifths, it surely helps on the last; null else. */
function calibrationFor(trial: Trial): Platt | null {
  const { chances, outcomes } = trial;
  if (chances.length < ENOUGH_TO_CALIBRATE) return null;
  const cut = Math.round(chances.length * 0.8);
  const line = platt(chances.slice(0, cut), outcomes.slice(0, cut));
  const asked = { ...trial, chances: chances.slice(cut), outcomes: outcomes.slice(cut) };
  const helped = { ...asked, chances: asked.chances.map((chance) => calibrated(line, chance)) };
  return isGain(gainOf(helped, asked), 1) ? platt(chances, outcomes) : null;
}

const calibrated = ({ intercept, slope }: Platt, chance: number): number =>
  probabilityOf(intercept + slope * logitOf(chance));

function modelOf(
  fields: readonly Field[],
  rows: SparseRows,
  slopes: Float64Array,
  calibration: Platt | null,
): ScoringModel {
  const { intercept, slope } = calibration ?? { intercept: 0, slope: 1 };
  const weights = [...slopes.subarray(1)].map((each) => slope * each);
  const averages = averageShares(fields, rows, weights);
  const base = averages.reduce((sum, average) => sum + average, intercept + slope * (slopes[0] as number));
  return { fields, weights, averages, base };
}

const range = (from: number): number[] => Array.from({ length: from }, (_, at) => at);
