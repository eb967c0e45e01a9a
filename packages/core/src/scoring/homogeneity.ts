import { type Beta, betaPrior, shrink } from '../rate/shrink.ts';
import { type Counted, type Interval, wilson } from '../rate/wilson.ts';
import { chiSquareSurvival } from '../special/chi-square.ts';

/** One of a group: its own rate, how far chance may move it, and the rate drawn towards the group. */
export type MemberRate<Id> = Counted & {
  readonly id: Id;
  readonly rate: number | null;
  readonly interval: Interval;
  readonly drawn: number | null;
};

/** Whether rates of a group differ beyond chance. */
export type Homogeneity<Id> = {
  readonly status: 'differ' | 'alike' | 'insufficientData';
  readonly pooled: Counted;
  /** Pearson's χ² of the table members × outcome. Null with insufficient data. */
  readonly chi2: number | null;
  readonly df: number | null;
  readonly p: number | null;
  /** Alphabetical by id unless the rates differ: only then is there an order to tell. */
  readonly members: readonly MemberRate<Id>[];
};

const SIGNIFICANT = 0.05;
/** Cochran's rule: with fewer expected in too many cells, χ² is no measure. */
const LEAST_EXPECTED = 5;
const MOST_BELOW = 0.2;

/**
 * Pearson's χ² test that all members share one rate, with the members' Wilson intervals and their rates drawn towards the group's (beta
 * prior by moments). `alike` when the differences are no larger than chance gives (p ≥ 5 %): then nobody is ranked, the members stand
 * in the order of their ids. Members without trials do not enter. Throws RangeError on counts that contradict each other.
 */
export function homogeneity<Id extends string>(counts: readonly (Counted & { readonly id: Id })[]): Homogeneity<Id> {
  // In one order always, so that sums come out the same to the last bit.
  const sorted = counts.toSorted(byId);
  const tried = sorted.filter(({ trials }) => trials > 0);
  const trials = tried.reduce((sum, each) => sum + each.trials, 0);
  const successes = tried.reduce((sum, each) => sum + each.successes, 0);
  const pooled = { successes, trials };
  const prior = betaPrior(sorted);
  const members = sorted.map((one) => memberRate(one, prior.status === 'ok' ? prior.prior : null));
  const share = trials === 0 ? 0 : successes / trials;
  const expected = tried.flatMap((each) => [each.trials * share, each.trials * (1 - share)]);
  const thin = expected.filter((each) => each < LEAST_EXPECTED).length;
  if (tried.length < 2 || successes === 0 || successes === trials || thin > MOST_BELOW * expected.length)
    return { status: 'insufficientData', pooled, chi2: null, df: null, p: null, members };
  const chi2 = tried.reduce(
    (sum, each) => sum + (each.successes - each.trials * share) ** 2 / (each.trials * share * (1 - share)),
    0,
  );
  const df = tried.length - 1;
  const p = chiSquareSurvival(chi2, df);
  if (p >= SIGNIFICANT) return { status: 'alike', pooled, chi2, df, p, members };
  const ranked = members.toSorted((a, b) => (b.drawn ?? -1) - (a.drawn ?? -1) || byId(a, b));
  return { status: 'differ', pooled, chi2, df, p, members: ranked };
}

function memberRate<Id>(one: Counted & { readonly id: Id }, prior: Beta | null): MemberRate<Id> {
  const { successes, trials } = one;
  return {
    id: one.id,
    successes,
    trials,
    rate: trials === 0 ? null : successes / trials,
    interval: wilson(one),
    drawn: prior === null || trials === 0 ? null : shrink(one, prior),
  };
}

const byId = (a: { readonly id: string }, b: { readonly id: string }): number =>
  a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
