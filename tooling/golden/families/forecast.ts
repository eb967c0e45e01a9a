import { absorbing } from '@milepost/core/forecast/absorbing-chain';
import { poissonBinomial, revenueDistribution } from '@milepost/core/forecast/revenue-distribution';
import type { Call } from '../example.ts';

/** Where deals end, and what they bring together. */
export const forecast: Record<string, Call> = {
  'forecast.absorb': ({ input }) => {
    const { Q, R } = input as Record<'Q' | 'R', number[][]>;
    const absorbed = absorbing(Q, R);
    return absorbed.status === 'ok' ? { B: absorbed.ends, t: absorbed.steps } : absorbed;
  },

  'forecast.pb': ({ input }) => poissonBinomial(input as number[]),

  'forecast.deals': ({ input }) => {
    const deals = (input as [amount: number, p: number][]).map(([amount, p]) => ({ amount, p }));
    const { unit, mass, mean, variance } = revenueDistribution(deals);
    const reached = mass.flatMap((chance, at) => (chance > 0 ? [[String(at * unit), chance]] : []));
    return { pmf: Object.fromEntries(reached), mean, var: variance };
  },
};
