import { creditMeasure } from '../credit-measure.ts';

/** What was credited, less what was reversed. */
export const revenue = creditMeasure({ key: 'revenue', unit: 'money', parts: ['revenue'], of: (sums) => sums.revenue });
