import type { ExplainedView } from '@milepost/contract/explain';
import type { FigureView, Measure } from '@milepost/contract/figures';
import { Failure, fieldIssue } from '../../http/failure.ts';
import type { Asked, MeasureSpec } from './measure.ts';
import { registry } from './registry.ts';

/** @throws Failure `invalid-input` for days in the wrong order, and a dimension that the measure is not divided by */
function specFor(measure: Measure, { from, to, by }: Asked['query']): MeasureSpec {
  if (to < from)
    throw new Failure('invalid-input', fieldIssue('/to', 'before-from', 'the last day is before the first'));
  const spec = registry[measure];
  if (by !== undefined && !spec.dimensions.includes(by))
    throw new Failure('invalid-input', fieldIssue('/by', 'not-divisible', `${measure} has no ${by}`));
  return spec;
}

/**
 * A measure between two days, both included, by a dimension, of what is in the actor's sight.
 * @throws Failure `missing-rate`, `invalid-input`
 */
export const readFigure = (measure: Measure, asked: Asked): Promise<FigureView> =>
  specFor(measure, asked.query).read(asked);

/**
 * How a figure, or one of its rows, comes about: down to the records.
 * @throws Failure `not-found` when there is no row of that key, or nothing to explain
 */
export const explainFigure = (measure: Measure, asked: Asked, key: string | undefined): Promise<ExplainedView> =>
  specFor(measure, asked.query).explain(asked, key);
