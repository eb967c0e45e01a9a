import { type TargetMeasure, targetMeasures, unitOf } from '../targets/measures.ts';

/** Measures that have no target of their own: what is wanted of them is the aim of the KPI that is in force for the role. */
export const aimedMeasures = ['satisfied', 'netPromoter', 'daysOutstanding'] as const;
export type AimedMeasure = (typeof aimedMeasures)[number];

/** What a scorecard can weigh. */
export const scorecardMeasures = [...targetMeasures, ...aimedMeasures] as const;
export type ScorecardMeasure = TargetMeasure | AimedMeasure;

const aimedUnits = { satisfied: 'ratio', netPromoter: 'points', daysOutstanding: 'days' } as const;

/** Is what is wanted said by a KPI? */
export const isAimed = (measure: ScorecardMeasure): measure is AimedMeasure =>
  (aimedMeasures as readonly ScorecardMeasure[]).includes(measure);

/** What the amounts of a measure are. */
export const scorecardUnitOf = (measure: ScorecardMeasure): 'money' | 'count' | 'ratio' | 'points' | 'days' =>
  isAimed(measure) ? aimedUnits[measure] : unitOf(measure);

/** Is less of it better? Its attainment is then what is wanted ÷ what was reached. */
export const isLessBetter = (measure: string): boolean => measure === 'daysOutstanding';
