import { breakEvenVolume, priceLeverage } from '@milepost/core/pipeline/price';
import type { Call } from '../example.ts';

/** What a price cut costs, and what a price rise brings. */
export const pipeline: Record<string, Call> = {
  'deal.breakEven': ({ input }) => {
    const { margin, cut } = input as Record<'margin' | 'cut', number>;
    return breakEvenVolume(margin, cut);
  },

  'deal.priceLeverage': ({ input }) => {
    const leverage = priceLeverage(input as Record<'revenue' | 'contribution' | 'profit', number>);
    return leverage && { price1pct: leverage.price, volume1pct: leverage.volume };
  },
};
