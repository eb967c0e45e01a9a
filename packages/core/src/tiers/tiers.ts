import { derive } from '../explain/derive.ts';
import type { Leaf, Why } from '../explain/why.ts';

/** What an account is worth beside others: it decides how often the account is met. */
export type Tier = 'A' | 'B' | 'C';
export const tiers = ['A', 'B', 'C'] as const;

/** Where A and B end: at shares of the whole score, 0–1, or after so many accounts. */
export type TierCuts =
  | { readonly by: 'share'; readonly a: number; readonly b: number }
  | { readonly by: 'count'; readonly a: number; readonly b: number };

/** A tier changes when the score is past the edge by `margin` (0.1 is 10 %), or at the `reviews`th review running. */
export type Hysteresis = { readonly margin: number; readonly reviews: number };

/**
 * An account under review. `now` is its tier so far, null when it has none; `beyond` at how many reviews running, this one
 * not included, its score has stood in another tier. `held` is a tier that a person gave it: it stays, and takes its place.
 */
export type TierCandidate = {
  readonly id: string;
  readonly score: number;
  readonly now?: Tier | null;
  readonly beyond?: number;
  readonly held?: Tier | null;
};

/** `byScore` is where the score stands; `share` the part of the whole score before it; `beyond` the reviews it stood elsewhere. */
export type TierGiven = {
  readonly tier: Tier;
  readonly byScore: Tier;
  readonly share: number;
  readonly beyond: number;
};

export const firstHysteresis: Hysteresis = { margin: 0.1, reviews: 2 };

/**
 * The tiers of some accounts (rule 3): in the order of their scores those up to the first edge are A, up to the second B,
 * the others C; ties by id. An account stands where the accounts before it end, so that one that alone is worth more than
 * the edge is A. The edge between two tiers lies midway between the last score within and the first beyond.
 *
 * Nobody flips to and fro: with a tier already, an account changes it only past an edge by `hysteresis.margin`, or when it
 * has stood beyond at `hysteresis.reviews` reviews running. Held accounts keep their tier and take up their share or place.
 *
 * Throws RangeError on scores that are negative or no number, on edges out of order, and on an id that stands there twice.
 */
export function assignTiers(
  accounts: readonly TierCandidate[],
  cuts: TierCuts,
  hysteresis: Hysteresis = firstHysteresis,
): Map<string, TierGiven> {
  demand(accounts, cuts, hysteresis);
  const sorted = accounts.toSorted((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
  const free = sorted.filter(({ held }) => !held);
  const total = sorted.reduce((sum, { score }) => sum + score, 0);
  const weightOf = (some: readonly TierCandidate[]): number =>
    cuts.by === 'count' ? some.length : some.reduce((sum, { score }) => sum + score, 0);
  const heldIn = (tier: Tier): number => weightOf(sorted.filter(({ held }) => held === tier));
  const whole = cuts.by === 'count' || total === 0 ? 1 : total;
  const [toA, toB] = [cuts.a * whole - heldIn('A'), cuts.b * whole - heldIn('A') - heldIn('B')];

  const given = new Map<string, TierGiven>();
  const raw: Tier[] = [];
  let before = 0;
  let scored = 0;
  const shares: number[] = [];
  for (const { score } of free) {
    // Nothing is worth anything: then nobody is worth more than C.
    raw.push(cuts.by === 'share' && total === 0 ? 'C' : before < toA ? 'A' : before < toB ? 'B' : 'C');
    shares.push(total === 0 ? 0 : scored / total);
    before += cuts.by === 'count' ? 1 : score;
    scored += score;
  }
  const edges = [edgeBetween(free, raw, 'A'), edgeBetween(free, raw, 'B')] as const;
  for (const [index, { id, score, now = null, beyond = 0 }] of free.entries()) {
    const byScore = raw[index] as Tier;
    const share = shares[index] as number;
    if (now === null || now === byScore) {
      given.set(id, { tier: byScore, byScore, share, beyond: 0 });
      continue;
    }
    const isOld = beyond + 1 >= hysteresis.reviews;
    const tier = isOld ? byScore : pastTheEdge(score, now, byScore, edges, hysteresis.margin);
    given.set(id, { tier, byScore, share, beyond: tier === byScore ? 0 : beyond + 1 });
  }
  let ahead = 0;
  for (const { id, score, held } of sorted) {
    if (held) given.set(id, { tier: held, byScore: held, share: total === 0 ? 0 : ahead / total, beyond: 0 });
    ahead += score;
  }
  return given;
}

/** The way of a score: `margin × (1 + weight of potential × gap)`. */
export function tierScoreWhy(margin: Why | Leaf, potential: Leaf | null, lambda: Leaf): Why {
  const money = { rule: 'tiers.score', unit: 'money' } as const;
  const one: Leaf = { leaf: 'stored', kind: 'tiers', id: 'whole', value: 1, unit: 'ratio' };
  if (potential === null || potential.value <= 0) return derive('product', money, [margin, one]);
  const nothing: Leaf = { leaf: 'stored', kind: 'tiers', id: 'nothing', value: 0, unit: 'ratio' };
  const reached = derive('quotient', { rule: 'tiers.reached', unit: 'ratio' }, [margin, potential]);
  const gap = derive('max', { rule: 'tiers.gap', unit: 'ratio' }, [
    nothing,
    derive('difference', { rule: 'tiers.not-reached', unit: 'ratio' }, [one, reached]),
  ]);
  const uplift = derive('product', { rule: 'tiers.uplift', unit: 'ratio' }, [lambda, gap]);
  return derive('product', money, [margin, derive('sum', { rule: 'tiers.factor', unit: 'ratio' }, [one, uplift])]);
}

/**
 * What an account scores (rule 3): the margin expected in twelve months, raised by the gap to its potential:
 * `margin · (1 + λ · max(0, 1 − margin ÷ potential))`, minor units a year. Without a potential there is no gap.
 * Throws RangeError on a negative λ and on values that are no numbers.
 */
export function tierScore(margin: number, potential: number | null, lambda: number): number {
  if (!Number.isFinite(margin) || (potential !== null && !Number.isFinite(potential)) || !(lambda >= 0))
    throw new RangeError('Margin and potential are numbers; potential weighs nothing or more.');
  const gap = potential === null || potential <= 0 ? 0 : Math.max(0, 1 - margin / potential);
  return margin * (1 + lambda * gap);
}

/** From the tier so far towards the one by score, as far as the edges are passed by the margin. */
function pastTheEdge(score: number, now: Tier, byScore: Tier, edges: readonly [Edge, Edge], margin: number): Tier {
  let at = tiers.indexOf(now);
  const goal = tiers.indexOf(byScore);
  while (at < goal) {
    const edge = edges[at];
    if (edge === null || edge === undefined || score > edge * (1 - margin)) break;
    at += 1;
  }
  while (at > goal) {
    const edge = edges[at - 1];
    if (edge === null || edge === undefined || score < edge * (1 + margin)) break;
    at -= 1;
  }
  return tiers[at] as Tier;
}

type Edge = number | null;

/** Midway between the last score down to `upper` and the first below it; null when one of both sides is empty. */
function edgeBetween(sorted: readonly TierCandidate[], raw: readonly Tier[], upper: 'A' | 'B'): Edge {
  const first = raw.findIndex((tier) => tier > upper);
  if (first <= 0) return null;
  return ((sorted[first - 1] as TierCandidate).score + (sorted[first] as TierCandidate).score) / 2;
}

function demand(accounts: readonly TierCandidate[], { by, a, b }: TierCuts, { margin, reviews }: Hysteresis): void {
  if (!(a >= 0 && a <= b) || (by === 'share' && b > 1)) throw new RangeError(`Edges rise from 0; got ${a} and ${b}.`);
  if (!(margin >= 0) || !(Number.isInteger(reviews) && reviews >= 1))
    throw new RangeError('Hysteresis has a margin of zero or more and one review or more.');
  const ids = new Set<string>();
  for (const { id, score } of accounts) {
    if (!(score >= 0 && score < Number.POSITIVE_INFINITY)) throw new RangeError(`Account ${id} scores ${score}.`);
    if (ids.has(id)) throw new RangeError(`Account ${id} stands there twice.`);
    ids.add(id);
  }
}
