import type { ExplainedView } from '@milepost/contract/explain';
import type { RateWhyQuery } from '@milepost/contract/rate-targets';
import { derive } from '@milepost/core/explain/derive';
import { isLeaf } from '@milepost/core/explain/why';
import { type RateSources, WHOLE_BP, whyMore } from '@milepost/core/targets/rate-target';
import type { Actor } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import type { TargetTable } from '../../db/tables/targets.ts';
import { Failure } from '../../http/failure.ts';
import { reachedRates } from '../figures/rates-store.ts';
import { moreOf, rateSources, rateView, spanOf } from './rate-view.ts';
import { demandRate } from './store.ts';

/**
 * How a figure of a wanted share comes about: what was reached, how far it is from it, and how many more would do.
 * @throws Failure `not-found` for a row out of sight, or a figure of which nothing is known; `target-shared`
 */
export async function explainRate(
  db: Db,
  actor: Actor,
  row: TargetTable,
  clock: { today: string; now: string },
  { figure, kind, id, period }: RateWhyQuery,
): Promise<ExplainedView> {
  const measure = demandRate(row);
  const { rows } = await rateView(db, actor, row, period, clock);
  const found = rows.find((one) => one.kind === kind && (kind === 'all' || one.id === id));
  if (!found?.counts || found.actualRatio === null) throw new Failure('not-found');
  const span = spanOf(actor, row.fiscal_year, period);
  const actual = await reachedRates(db, actor, measure, clock).explain({ kind, id: id ?? null }, span);
  if (figure === 'actual') return actual;
  if (found.shareRatio === null) throw new Failure('not-found');
  const shareBp = Math.round(found.shareRatio * WHOLE_BP);
  const stated = rateSources(measure, row.id, id ?? 'all', found.counts, shareBp);
  if (figure === 'gap') {
    const wanted = derive('quotient', { rule: 'rate.share', unit: 'ratio' }, [stated.shareBp, stated.whole]);
    return { ...actual, why: derive('difference', { rule: 'rate.gap', unit: 'ratio' }, [actual.why, wanted]) };
  }
  // A plain quotient has its two counts with their records; of a censored rate they are counted beside it.
  const [num, den] = actual.why.op === 'quotient' ? actual.why.args : [];
  const isPlain = num && den && num.value === found.counts.num && den.value === found.counts.den;
  const sources: RateSources = isPlain && !isLeaf(num) && !isLeaf(den) ? { ...stated, num, den } : stated;
  const { of, unit } = moreOf(measure);
  const why = whyMore({ rule: 'rate.needed', unit }, sources, of);
  if (!why) throw new Failure('not-found');
  return { ...actual, why };
}
