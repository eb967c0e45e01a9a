import type { FigureView, Measure } from '@milepost/contract/figures';
import type { Asked } from './measure.ts';
import { readFigure } from './read-figure.ts';
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
