import type { ExplainedView } from '@milepost/contract/explain';
import type { FigureView, Measure } from '@milepost/contract/figures';
import type { Asked } from './measure.ts';
import { explainFigure, readFigure } from './read-figure.ts';
import { registry } from './registry.ts';

/** What each measure is counted in. */
export const unitsOf = Object.fromEntries(Object.values(registry).map(({ key, unit }) => [key, unit])) as Readonly<
  Record<Measure, FigureView['unit']>
>;

/** Can a measure be divided by people, and by months? */
export const isDividedBy = (measure: Measure, by: NonNullable<Asked['query']['by']>): boolean =>
  registry[measure].dimensions.includes(by);

/** A figure, for others who reckon with it. @throws Failure `missing-rate`, `mixed-currencies` */
export const figureOf = (measure: Measure, asked: Asked): Promise<FigureView> => readFigure(measure, asked);

/** How one row of a figure comes about. @throws Failure `not-found` */
export const whyFigureOf = (measure: Measure, asked: Asked, key: string): Promise<ExplainedView> =>
  explainFigure(measure, asked, key);
