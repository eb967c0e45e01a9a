import { creditMeasure } from '../credit-measure.ts';

/** The revenue whose cost is known, less that cost; the revenue of unknown cost is told beside it. */
export const margin = creditMeasure({
  key: 'margin',
  unit: 'money',
  parts: ['revenue', 'costed_revenue', 'cost'],
  of: (sums) => sums.costed_revenue - sums.cost,
});
