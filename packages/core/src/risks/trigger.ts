/** From where on what was prepared for a risk begins: a measure over the last days, below or above a threshold. */
export type RiskTrigger = {
  readonly measure: string;
  readonly days: number;
  readonly fires: 'below' | 'above';
  readonly threshold: number;
};

/** Does it begin? What is not known fires nothing. On the threshold itself it does not. */
export function isFired({ fires, threshold }: Pick<RiskTrigger, 'fires' | 'threshold'>, value: number | null): boolean {
  if (value === null) return false;
  return fires === 'below' ? value < threshold : value > threshold;
}

/** How much a risk weighs: its likelihood × its impact, each from 1 to 5. @throws RangeError outside of that */
export function weightOf({ likelihood, impact }: { readonly likelihood: number; readonly impact: number }): number {
  for (const level of [likelihood, impact])
    if (!(Number.isInteger(level) && level >= 1 && level <= 5))
      throw new RangeError('A level is a whole number, 1 to 5.');
  return likelihood * impact;
}

/** After so many days a rehearsal says nothing any more. */
export const drillDays = 365;

/** Is a rehearsal due: never held, or a year ago? Days are counted, null is never. */
export const isDrillDue = (daysSinceDrill: number | null): boolean =>
  daysSinceDrill === null || daysSinceDrill > drillDays;
