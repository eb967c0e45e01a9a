import { derive, stored } from '../explain/derive.ts';
import type { Why } from '../explain/why.ts';
import { LEAST_CHANCE, MOST_CHANCE, type Reason, type Score } from './score.ts';

const share = 'ratio' as const;

/** What one field did, as a derivation: the weight of its value less the average weight. Its rule is `scoring.<field>`. */
export function explainReason({ field, word, weight, average }: Reason): Why {
  const heading = { rule: `scoring.${field}`, unit: share, ...(word === null ? {} : { label: word }) };
  return derive('difference', heading, [
    stored('scoring', 'weight', weight, share),
    stored('scoring', 'average', average, share),
  ]);
}

/**
 * A chance as a derivation: the base and what each field adds, as log-odds, turned into a chance between 0.5 % and 99.5 %. Fields that
 * change nothing stand in it too, so that the sum is exact: `evaluate(why) === p`.
 */
export function explainScore({ base, reasons }: Score): Why {
  const logit = derive('sum', { rule: 'scoring.log-odds', unit: share }, [
    stored('scoring', 'base', base, share),
    ...reasons.map(explainReason),
  ]);
  const chance = derive('logistic', { rule: 'scoring.as-chance', unit: share }, [logit]);
  const floor = stored('scoring', 'least', LEAST_CHANCE, share);
  const ceiling = stored('scoring', 'most', MOST_CHANCE, share);
  return derive('min', { rule: 'scoring.chance', unit: share }, [
    ceiling,
    derive('max', { rule: 'scoring.not-below', unit: share }, [floor, chance]),
  ]);
}
