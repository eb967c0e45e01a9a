import type { ApportionMethod } from '../apportion/apportion.ts';
import type { Unit } from '../explain/why.ts';

/** Measures whose parts sum: their targets are shared out, and what was reached is added up. */
export const additiveMeasures = ['revenue', 'margin', 'quantity', 'newCustomers', 'collected'] as const;
export type AdditiveMeasure = (typeof additiveMeasures)[number];

/** Measures that are a share of something: their targets are inherited, and of several parts they are counted anew. */
export const rateMeasures = ['repurchaseRate', 'collectedWithin', 'marketCoverage', 'eventConversion'] as const;
export type RateMeasure = (typeof rateMeasures)[number];

/** What can be wanted of a year. */
export const targetMeasures = [...additiveMeasures, ...rateMeasures] as const;
export type TargetMeasure = AdditiveMeasure | RateMeasure;

/** What a plan can be divided by beside people and months. */
export type PlanAxis = 'lines' | 'segments';

/** How a measure is planned: what it counts, which axes it has, and how people share it. */
export type Planning = {
  readonly unit: Extract<Unit, 'money' | 'count'>;
  readonly axes: readonly PlanAxis[];
  readonly method: ApportionMethod;
};

/**
 * How each additive measure is planned. A receipt is of an invoice and an invoice of no product line; a customer is new once, not line
 * by line. Heads are shared by Webster, so that nobody's share falls when the total rises (rule 1, KPIs).
 */
export const planningOf: Readonly<Record<AdditiveMeasure, Planning>> = {
  revenue: { unit: 'money', axes: ['lines', 'segments'], method: 'hamilton' },
  margin: { unit: 'money', axes: ['lines', 'segments'], method: 'hamilton' },
  quantity: { unit: 'count', axes: ['lines', 'segments'], method: 'hamilton' },
  newCustomers: { unit: 'count', axes: ['segments'], method: 'webster' },
  collected: { unit: 'money', axes: [], method: 'hamilton' },
};

/** Is the measure a share of something? */
export const isRate = (measure: TargetMeasure): measure is RateMeasure =>
  (rateMeasures as readonly TargetMeasure[]).includes(measure);

/** What the amounts of a target are: minor units, a count, or a share. */
export const unitOf = (measure: TargetMeasure): 'money' | 'count' | 'ratio' =>
  isRate(measure) ? 'ratio' : planningOf[measure].unit;
