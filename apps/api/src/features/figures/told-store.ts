import type { FigureView, Measure } from '@milepost/contract/figures';
import type { Item } from './item-measure.ts';
import type { Asked } from './measure.ts';
import { explainFigure, readFigure } from './read-figure.ts';
import { registry } from './registry.ts';

export type { Asked } from './measure.ts';

/** What the page of figures tells, for other features: the same figures with the same derivations. */
export const figuresTold = {
  read: (measure: Measure, asked: Asked): Promise<FigureView> => readFigure(measure, asked),
  explain: (measure: Measure, asked: Asked, key?: string) => explainFigure(measure, asked, key),
  /** The records that a measure counts one by one, by their day; none of a measure that sums credits. */
  items: async (measure: Measure, asked: Asked): Promise<readonly Item[]> =>
    (await registry[measure].items?.(asked)) ?? [],
};
