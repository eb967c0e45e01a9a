import { derive, stored } from '../explain/derive.ts';
import type { Why } from '../explain/why.ts';
import type { LpSolver } from '../lp/lp.ts';
import { limitOf, type MixRule, type MixSpec, ruleId, withLimit } from './mix-spec.ts';
import { type BestMix, solveMix } from './solve-mix.ts';

const money = (rule: string, label?: string) => ({ rule, unit: 'money' as const, ...(label ? { label } : {}) });
const shareOf = (spec: MixSpec, line: string): number =>
  spec.lines.find(({ id }) => id === line)?.marginShare as number;

/** The margin of a mix as `Σ revenue · margin share` over its lines, in minor units; `evaluate` of it is `best.margin`. */
export function marginWhy(spec: MixSpec, best: BestMix): Why {
  const lines = best.lines.map(({ id, exact }) =>
    derive('product', money('mix.line-margin', id), [
      stored('mix-solution', id, exact, 'money', id),
      stored('mix-margin-share', id, shareOf(spec, id), 'ratio', id),
    ]),
  );
  return derive('round', money('mix.margin'), [derive('sum', money('mix.line-margins'), lines)]);
}

/** The revenue of a mix as the sum of its lines, rounded to minor units; `evaluate` of it is `best.revenue`. */
export function revenueWhy(best: BestMix): Why {
  const lines = best.lines.map(({ id, exact }) => stored('mix-solution', id, exact, 'money', id));
  return derive('round', money('mix.revenue'), [derive('sum', money('mix.line-revenues'), lines)]);
}

/** The hours that a mix takes as `Σ revenue · hours per 1,000 ÷ 1,000`; null where hours are not known of every line. */
export function hoursWhy(spec: MixSpec, best: BestMix): Why | null {
  const hours = (rule: string, label?: string) => ({ rule, unit: 'hours' as const, ...(label ? { label } : {}) });
  if (spec.lines.some(({ hoursPerThousand }) => hoursPerThousand === null)) return null;
  const thousand = stored('mix', 'thousand', 1000 * 10 ** spec.exponent, 'money');
  return derive(
    'sum',
    hours('mix.hours'),
    best.lines.map(({ id, exact }, at) =>
      derive('quotient', hours('mix.line-hours', id), [
        derive('product', hours('mix.revenue-hours', id), [
          stored('mix-solution', id, exact, 'money', id),
          stored('mix-line-hours', id, spec.lines[at]?.hoursPerThousand as number, 'hours', id),
        ]),
        thousand,
      ]),
    ),
  );
}

/**
 * What easing a rule by one step is worth: one more hour, 1,000 less of target or floor, 1,000 more of a demand cap, one point less of a
 * share or ratio. `limit` is where the rule stands then, `gain` what the margin grows by, in minor units and never below zero. `why`
 * derives it line by line from the two mixes.
 */
export type EasedRule = {
  readonly rule: MixRule;
  readonly limit: number;
  readonly step: number;
  readonly gain: number;
  readonly why: Why;
};

/** How far one step of ease goes, signed: towards the side on which more fits. Never beyond zero. */
export function easeStep(spec: MixSpec, rule: MixRule): number {
  const limit = limitOf(spec, rule);
  const thousand = 1000 * 10 ** spec.exponent;
  switch (rule.kind) {
    case 'hours':
      return 1;
    case 'cap':
      return thousand;
    case 'target':
    case 'floor':
      return 0 - Math.min(limit, thousand);
    default:
      return 0 - Math.min(limit, 0.01);
  }
}

/** Below this share of a minor unit a change of revenue is the solver's last digit. */
const noticeable = 1e-3;

/**
 * Eases one rule by a step, solves again, and derives the gain as `Σ margin share · (revenue then − revenue now)`: the exchange of
 * revenue among the lines that the rule stands in the way of. Within the range in which the price of `solveMix` holds, it is price · step.
 * Null when the eased mix has no best (nothing limits it any more). Throws as `solveMix` does.
 */
export async function easeRule(
  spec: MixSpec,
  best: BestMix,
  rule: MixRule,
  solver: LpSolver,
): Promise<EasedRule | null> {
  const step = easeStep(spec, rule);
  const limit = limitOf(spec, rule) + step;
  const eased = await solveMix(withLimit(spec, rule, limit), solver);
  if (eased.status !== 'ok') return null;
  const lines = best.lines.flatMap(({ id, exact }, at) => {
    const then = eased.lines[at]?.exact ?? 0;
    if (Math.abs(then - exact) < noticeable) return [];
    return [
      derive('product', money('mix.line-gain', id), [
        derive('difference', money('mix.exchange', id), [
          stored('mix-eased', `${ruleId(rule)}:${id}`, then, 'money', id),
          stored('mix-solution', id, exact, 'money', id),
        ]),
        stored('mix-margin-share', id, shareOf(spec, id), 'ratio', id),
      ]),
    ];
  });
  const why = derive('round', money('mix.gain'), [
    derive('max', money('mix.gain-exact'), [
      derive('sum', money('mix.nothing'), []),
      derive('sum', money('mix.line-gains'), lines),
    ]),
  ]);
  return { rule, limit, step, gain: why.value, why };
}

/** The rules that bind, each eased by a step: those that the margin pays for, dearest first. One LP each. */
export async function easeBindingRules(spec: MixSpec, best: BestMix, solver: LpSolver): Promise<EasedRule[]> {
  const eased: EasedRule[] = [];
  for (const { rule, price } of best.prices) {
    if (Math.abs(price * easeStep(spec, rule)) < noticeable) continue;
    const one = await easeRule(spec, best, rule, solver);
    if (one) eased.push(one);
  }
  return eased.sort((a, b) => b.gain - a.gain);
}
