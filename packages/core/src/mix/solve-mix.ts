import type { LpOptimum, LpSolver } from '../lp/lp.ts';
import { conflictingRules, type MissingFact, type MixModel, missingFacts, mixModel } from './mix-model.ts';
import { demandMix, type MixRule, type MixSpec, ruleId, rulesOf } from './mix-spec.ts';

/** What one line brings. `exact` is the revenue before it was rounded to minor units, from which the margin is computed. */
export type MixShare = {
  readonly id: string;
  readonly revenue: number;
  readonly exact: number;
  readonly margin: number;
};

/**
 * The price of a rule: how the margin changes, in minor units, when its limit is raised by one: one minor unit of money, one hour,
 * or 1.0 of a share or ratio. 0 for a rule that does not bind.
 */
export type RulePrice = { readonly rule: MixRule; readonly price: number };

/** The best mix, in minor units and hours. `hours` is null where hours are not known of every line. */
export type BestMix = {
  readonly status: 'ok';
  readonly lines: readonly MixShare[];
  readonly revenue: number;
  readonly margin: number;
  readonly hours: number | null;
  readonly prices: readonly RulePrice[];
};

/**
 * - `infeasible`: rules that cannot all be met, none too many.
 * - `incomplete`: facts that are not known; nothing is computed with a guess in their place.
 * - `unbounded`: nothing limits what can be sold of a line that earns.
 */
export type MixResult =
  | BestMix
  | { readonly status: 'infeasible'; readonly conflict: readonly MixRule[] }
  | { readonly status: 'incomplete'; readonly missing: readonly MissingFact[] }
  | { readonly status: 'unbounded' };

/**
 * The mix of the largest gross margin that meets every rule, with the price of each (rule 1, mix LP). One LP.
 * Throws RangeError on what is no mix (`demandMix`).
 */
export async function solveMix(spec: MixSpec, solver: LpSolver): Promise<MixResult> {
  demandMix(spec);
  const missing = missingFacts(spec);
  if (missing.length > 0) return { status: 'incomplete', missing };
  const model = mixModel(spec);
  const answer = await solver.solve(model.lp);
  if (answer.status === 'unbounded') return answer;
  if (answer.status === 'infeasible') return { status: 'infeasible', conflict: conflictingRules(spec, answer) };
  return bestMix(spec, model, answer);
}

/** Halves away from zero, as derivations round. */
const rounded = (value: number): number => (value < 0 ? 0 - Math.round(-value) : Math.round(value));

function bestMix(spec: MixSpec, model: MixModel, answer: LpOptimum): BestMix {
  const { exponent } = spec;
  // Nothing is sold below zero, also not by the solver's tolerance.
  const exact = answer.values.map((value) => Math.max(0, value * model.unit));
  const lines = spec.lines.map(({ id, marginShare }, at): MixShare => {
    const own = exact[at] as number;
    return { id, revenue: Math.round(own), exact: own, margin: rounded(own * (marginShare as number)) };
  });
  const sum = (of: (line: MixSpec['lines'][number], own: number) => number): number =>
    spec.lines.reduce((all, line, at) => all + of(line, exact[at] as number), 0);
  const areHoursKnown = spec.lines.every(({ hoursPerThousand }) => hoursPerThousand !== null);
  return {
    status: 'ok',
    lines,
    revenue: Math.round(sum((_, own) => own)),
    margin: rounded(sum(({ marginShare }, own) => own * (marginShare as number))),
    hours: areHoursKnown
      ? sum(({ hoursPerThousand }, own) => (own * (hoursPerThousand as number)) / (1000 * 10 ** exponent))
      : null,
    prices: pricesOf(spec, model, answer),
  };
}

/** The duals in minor units: those of shares and ratios by the revenue that their limit multiplies, dz/ds = y · Σ x. */
function pricesOf(spec: MixSpec, { lp, unit, hourUnit }: MixModel, answer: LpOptimum): RulePrice[] {
  const rowPrices = new Map(lp.rows.map(({ id }, at) => [id, answer.prices[at] as number]));
  const places = new Map(spec.lines.map(({ id }, at) => [id, at]));
  const revenueOf = (line: string): number => (answer.values[places.get(line) as number] as number) * unit;
  const whole = answer.values.reduce((all, value) => all + value, 0) * unit;
  const boundPrice = (line: string, rule: 'cap' | 'floor'): number => {
    const price = answer.reducedCosts[places.get(line) as number] as number;
    return rule === 'cap' ? Math.max(0, price) : Math.min(0, price);
  };
  const priceOf = (rule: MixRule): number => {
    const price = rowPrices.get(ruleId(rule)) ?? 0;
    switch (rule.kind) {
      case 'target':
        return price;
      case 'hours':
        return (price * unit) / hourUnit;
      case 'high-share':
      case 'traffic-share':
        return price * whole;
      case 'pairing':
        return price * revenueOf(rule.traffic);
      case 'cap':
      case 'floor':
        return boundPrice(rule.line, rule.kind);
    }
  };
  return rulesOf(spec).map((rule) => ({ rule, price: priceOf(rule) + 0 }));
}
