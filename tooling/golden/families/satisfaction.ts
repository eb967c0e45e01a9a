import { netPromoter } from '@milepost/core/satisfaction/satisfaction';
import { normalCdf } from '@milepost/core/special/normal';
import type { Call } from '../example.ts';

/** The publisher takes 1.96 for the normal quantile of 95 %. */
const confidence = 2 * normalCdf(1.96) - 1;

/** Net promoter scores, and how sure they are. */
export const satisfaction: Record<string, Call> = {
  'nps.se': ({ input }) => {
    const { p, d, n } = input as Record<'p' | 'd' | 'n', number>;
    const [promoters, detractors] = [Math.round(p * n), Math.round(d * n)];
    const score = netPromoter({ promoters, detractors, passives: n - promoters - detractors }, { confidence });
    if (!score) return null;
    const se = (score.high - score.score) / 100 / 1.96;
    return { nps: score.score / 100, var: se ** 2 * n, se };
  },

  'nps.talkstats': ({ input }) => {
    const score = netPromoter(input as Record<'promoters' | 'passives' | 'detractors', number>, { confidence });
    return score && { nps: score.score, moe95: score.high - score.score };
  },
};
