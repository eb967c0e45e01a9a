import type { Lp, LpColumn, LpConflict, LpRow } from '../lp/lp.ts';
import { type MixRule, type MixSpec, ruleId, rulesOf } from './mix-spec.ts';

/**
 * A mix as a linear programme: `max Σ margin share · x` over the revenue x of each line, in units of `unit` minor units. The row of
 * the hours is divided by `hourUnit`. Both are powers of ten, so that all numbers stay near 1 whatever the currency and the size, and
 * so that moving a rule a little leaves the programme as it was but for one bound.
 */
export type MixModel = { readonly lp: Lp; readonly unit: number; readonly hourUnit: number };

/** What is not known of a line, and would have to be. */
export type MissingFact = { readonly line: string; readonly fact: 'margin-share' | 'hours' };

/** What the programme needs and does not have: the margin of every line, and their hours where hours are a rule. */
export function missingFacts({ lines, hours }: MixSpec): MissingFact[] {
  return lines.flatMap(({ id, marginShare, hoursPerThousand }): MissingFact[] => [
    ...(marginShare === null ? [{ line: id, fact: 'margin-share' as const }] : []),
    ...(hours !== null && hoursPerThousand === null ? [{ line: id, fact: 'hours' as const }] : []),
  ]);
}

/** The power of ten below a number; 1 for nothing. */
const powerBelow = (value: number): number => (value >= 1 ? 10 ** Math.floor(Math.log10(value)) : 1);

/**
 * States the mix LP (rule 1): target, shares, hours and pairings are rows by the name of their rule, demand caps and floors are bounds.
 * Rows: `Σ x ≥ T`; `Σ_high x − s · Σ x ≥ 0`; `Σ_traffic x − t · Σ x ≥ 0`; `Σ h · x ≤ H`; `x_high − r · x_traffic ≥ 0`.
 * Throws RangeError while facts are missing (`missingFacts`).
 */
export function mixModel(spec: MixSpec): MixModel {
  const [missing] = missingFacts(spec);
  if (missing) throw new RangeError(`The ${missing.fact} of ${missing.line} is not known.`);
  const unit = powerBelow(
    Math.max(spec.target ?? 0, ...(spec.target ? [] : spec.lines.map(({ demandCap, floor }) => demandCap ?? floor))),
  );
  const hourUnit = powerBelow(spec.hours ?? 0);
  const places = new Map(spec.lines.map(({ id }, at) => [id, at]));
  const columns = spec.lines.map(({ id, marginShare, demandCap, floor }): LpColumn => {
    return {
      id,
      objective: marginShare as number,
      lower: floor / unit,
      upper: demandCap === null ? Infinity : demandCap / unit,
    };
  });
  const place = (id: string): number => places.get(id) as number;
  const shareTerms = (role: string, share: number): LpRow['terms'] =>
    spec.lines.map((line, at) => [at, (line.role === role ? 1 : 0) - share] as const).filter(([, one]) => one !== 0);
  const rowOf = (rule: MixRule): LpRow | null => {
    const least = { id: ruleId(rule), upper: Infinity };
    switch (rule.kind) {
      case 'target':
        return { ...least, lower: (spec.target as number) / unit, terms: columns.map((_, at) => [at, 1]) };
      case 'high-share':
        return { ...least, lower: 0, terms: shareTerms('high-margin', spec.highShare as number) };
      case 'traffic-share':
        return { ...least, lower: 0, terms: shareTerms('traffic', spec.trafficShare as number) };
      case 'hours': {
        const perHour = unit / (1000 * 10 ** spec.exponent) / hourUnit;
        return {
          id: ruleId(rule),
          lower: -Infinity,
          upper: (spec.hours as number) / hourUnit,
          terms: spec.lines
            .map(({ hoursPerThousand }, at) => [at, (hoursPerThousand as number) * perHour] as const)
            .filter(([, hours]) => hours > 0),
        };
      }
      case 'pairing': {
        const ratio = spec.pairings.find(({ high, traffic }) => high === rule.high && traffic === rule.traffic)?.ratio;
        const terms: LpRow['terms'] = [
          [place(rule.high), 1],
          ...(ratio ? [[place(rule.traffic), -ratio] as const] : []),
        ];
        return { ...least, lower: 0, terms };
      }
      default:
        return null;
    }
  };
  const rows = rulesOf(spec).flatMap((rule) => rowOf(rule) ?? []);
  return { lp: { direction: 'max', columns, rows }, unit, hourUnit };
}

/** A conflict of the programme in rules of the mix. That nothing is sold below zero is no rule that could be given up. */
export function conflictingRules(spec: MixSpec, { rows, bounds }: LpConflict): MixRule[] {
  const named = new Set([
    ...rows,
    ...bounds.map(({ column, side }) => `${side === 'upper' ? 'cap' : 'floor'}:${column}`),
  ]);
  return rulesOf(spec).filter((rule) => named.has(ruleId(rule)));
}
