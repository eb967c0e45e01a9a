import { type Counted, demandCounts } from './wilson.ts';

/** A beta distribution: what is expected of a rate before its own counts, worth `a + b` trials. */
export type Beta = { readonly a: number; readonly b: number };

/**
 * A rate drawn towards what its peers do: `(k + a) / (n + a + b)`. With few trials the peers dominate, with many the own
 * record does. Throws RangeError on unsound counts and on a prior that is not above zero.
 */
export function shrink({ successes, trials }: Counted, { a, b }: Beta): number {
  demandCounts({ successes, trials });
  if (!(a > 0 && b > 0)) throw new RangeError(`A prior's parameters lie above zero; got ${a} and ${b}.`);
  return (successes + a) / (trials + a + b);
}

/**
 * The prior of a peer group by moments (Kleinman 1973): its mean is the pooled rate, its weight follows from how much
 * the members differ beyond what chance explains. Members who differ no more than that share one rate as far as anyone
 * can tell: the prior then weighs as much as all their trials together.
 *
 * `insufficientData` when the group cannot tell how rates differ: fewer than two members with trials, one trial each, no
 * success or no failure at all, or members who differ as much as members can. Throws RangeError on unsound counts.
 */
export function betaPrior(groups: readonly Counted[]): { status: 'ok'; prior: Beta } | { status: 'insufficientData' } {
  groups.forEach(demandCounts);
  const members = groups.filter(({ trials }) => trials > 0);
  const trials = members.reduce((sum, member) => sum + member.trials, 0);
  const successes = members.reduce((sum, member) => sum + member.successes, 0);
  if (members.length < 2 || successes === 0 || successes === trials) return { status: 'insufficientData' };
  const mean = successes / trials;
  const observed = members.reduce(
    (sum, member) => sum + member.trials * (member.successes / member.trials - mean) ** 2,
    0,
  );
  const squares = members.reduce((sum, member) => sum + member.trials ** 2, 0);
  const byChance = members.length - 1;
  // E[observed] = mean (1 − mean) [byChance (1 − ρ) + ρ (N − Σn²/N)], with ρ = 1 / (a + b + 1).
  const likeWithin = (observed / (mean * (1 - mean)) - byChance) / (trials - squares / trials - byChance);
  const strength = likeWithin > 0 ? Math.min(trials, 1 / likeWithin - 1) : trials;
  if (!(strength > 0)) return { status: 'insufficientData' };
  return { status: 'ok', prior: { a: mean * strength, b: (1 - mean) * strength } };
}
