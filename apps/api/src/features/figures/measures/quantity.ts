import { creditMeasure } from '../credit-measure.ts';

/** Pieces that were credited; sales of unknown quantity are told beside it. */
export const quantity = creditMeasure({
  key: 'quantity',
  unit: 'count',
  parts: ['quantity'],
  of: (sums) => sums.quantity,
});
