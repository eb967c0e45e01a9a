import type { Lp, LpRow, LpSolver } from '../lp/lp.ts';
import { ratioLp } from '../lp/ratio-lp.ts';
import { type MixModel, missingFacts, mixModel } from './mix-model.ts';
import { demandMix, limitOf, type MixRule, type MixSpec, ruleId, rulesOf } from './mix-spec.ts';

/**
 * How far one rule alone would have to give way for the rest to fit. `to` is the exact limit, `applied` the same rounded to what can
 * be stated (minor units, hundredths of an hour, hundredths of a percent), on the side on which it still fits. Both are null where
 * nothing that this rule could give would be enough.
 */
export type Relaxation = {
  readonly rule: MixRule;
  readonly from: number;
  readonly to: number | null;
  readonly applied: number | null;
};

/**
 * For a mix that does not fit: the smallest single change of each rule that makes it fit, one LP a rule (rule 1). Shares and ratios
 * are found as the largest ratio that the other rules leave (`ratioLp`), everything else as the least that is added or taken away.
 * Throws RangeError on what is no mix and while facts are missing.
 */
export async function whatGives(spec: MixSpec, solver: LpSolver): Promise<Relaxation[]> {
  demandMix(spec);
  if (missingFacts(spec).length > 0) throw new RangeError('What gives is known when every fact is.');
  const model = mixModel(spec);
  const found: Relaxation[] = [];
  for (const rule of rulesOf(spec)) {
    const from = limitOf(spec, rule);
    const to = isRatio(rule)
      ? await largestRatio(spec, model, rule, solver)
      : await leastChange(model, rule, from, solver);
    found.push({ rule, from, to, applied: to === null ? null : statable(rule, to) });
  }
  return found;
}

type RatioRule = { readonly kind: 'high-share' | 'traffic-share' } | Extract<MixRule, { kind: 'pairing' }>;
const isRatio = (rule: MixRule): rule is RatioRule =>
  rule.kind === 'high-share' || rule.kind === 'traffic-share' || rule.kind === 'pairing';

async function largestRatio(
  spec: MixSpec,
  { lp }: MixModel,
  rule: RatioRule,
  solver: LpSolver,
): Promise<number | null> {
  const others: Lp = { ...lp, rows: lp.rows.filter(({ id }) => id !== ruleId(rule)) };
  const at = (belongs: (line: MixSpec['lines'][number]) => boolean): LpRow['terms'] =>
    spec.lines.flatMap((line, place) => (belongs(line) ? [[place, 1] as const] : []));
  const [numerator, denominator] =
    rule.kind === 'pairing'
      ? [at(({ id }) => id === rule.high), at(({ id }) => id === rule.traffic)]
      : [at(({ role }) => role === (rule.kind === 'high-share' ? 'high-margin' : 'traffic')), at(() => true)];
  const answer = await solver.solve(ratioLp(others, numerator, denominator));
  return answer.status === 'optimal' ? Math.max(0, answer.objective) : null;
}

/** The least `give` that is added to the limit or taken away from it, in the units of the rule. */
async function leastChange(
  { lp, unit, hourUnit }: MixModel,
  rule: MixRule,
  from: number,
  solver: LpSolver,
): Promise<number | null> {
  const isRaised = rule.kind === 'hours' || rule.kind === 'cap';
  const give = lp.columns.length;
  const columns = [
    ...lp.columns.map((column) => {
      const mine = 'line' in rule && column.id === rule.line;
      const free = rule.kind === 'cap' ? { upper: Infinity } : { lower: 0 };
      return { ...column, objective: 0, ...(mine ? free : {}) };
    }),
    { id: 'give', objective: 1, lower: 0, upper: Infinity },
  ];
  const own = (row: LpRow): LpRow => ({ ...row, terms: [...row.terms, [give, isRaised ? -1 : 1]] });
  const bound = ((): LpRow[] => {
    if (!('line' in rule)) return [];
    const terms: LpRow['terms'] = [[lp.columns.findIndex(({ id }) => id === rule.line), 1]];
    const limits = isRaised ? { lower: -Infinity, upper: from / unit } : { lower: from / unit, upper: Infinity };
    return [own({ id: ruleId(rule), ...limits, terms })];
  })();
  const rows = [...lp.rows.map((row) => (row.id === ruleId(rule) ? own(row) : row)), ...bound];
  const answer = await solver.solve({ direction: 'min', columns, rows });
  if (answer.status !== 'optimal') return null;
  const change = answer.objective * (rule.kind === 'hours' ? hourUnit : unit);
  return isRaised ? from + change : Math.max(0, from - change);
}

/** Within this share of one step, a limit counts as standing on the step: the solver's last digits are no step further. */
const hair = 1e-4;

function statable(rule: MixRule, limit: number): number {
  const steps = rule.kind === 'hours' ? 100 : isRatio(rule) ? 10_000 : 1;
  const isRaised = rule.kind === 'hours' || rule.kind === 'cap';
  return (isRaised ? Math.ceil(limit * steps - hair) : Math.floor(limit * steps + hair)) / steps;
}
