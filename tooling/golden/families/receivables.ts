import { collectedWithin } from '@milepost/core/receivables/collected-within';
import { collectionEffectiveness, countBack, daysOutstanding } from '@milepost/core/receivables/days-outstanding';
import type { Call } from '../example.ts';

type Months = { ar: number; sales: [sales: number, days: number][] };

/** How long money stays out, and how much of it comes back. */
export const receivables: Record<string, Call> = {
  'ar.countback': ({ input }) => {
    const { ar, sales } = input as Months;
    return countBack(
      ar,
      sales.map(([amount, days]) => ({ sales: amount, days })),
    );
  },

  'ar.dso': ({ input }) => {
    const { ar, sales, days } = input as Record<'ar' | 'sales' | 'days', number>;
    return daysOutstanding(ar, sales, days);
  },

  'ar.cei': ({ input }) =>
    (input as [number, number, number, number][]).map(([opening, sales, closing, closingCurrent]) =>
      collectionEffectiveness({ opening, sales, closing, closingCurrent }),
    ),

  'ar.km': ({ input }) => {
    const parts = (input as [number, number, number][]).map(([age, amount, paid]) => ({
      age,
      amount,
      isPaid: paid === 1,
    }));
    const collected = collectedWithin(parts, 60);
    return collected === null ? null : { open60: 1 - collected, collected60: collected };
  },
};
