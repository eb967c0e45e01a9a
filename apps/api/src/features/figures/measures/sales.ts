import { creditMeasure } from '../credit-measure.ts';

/** The count of sales; a split sale is one, of whoever got its count. */
export const sales = creditMeasure({ key: 'sales', unit: 'count', parts: ['sales'], of: (sums) => sums.sales });
