import type { ExplainedView } from '@milepost/contract/explain';
import type { SatisfactionWhyQuery } from '@milepost/contract/satisfaction';
import { toDay, toIso } from '@milepost/core/calendar/civil-day';
import { derive } from '@milepost/core/explain/derive';
import type { Actor } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import { Failure } from '../../http/failure.ts';
import { whyMeasure } from '../figures/explained-store.ts';

/** How a score comes about, or its change since as many days before, down to answers. @throws Failure `not-found` without answers */
export async function explainScore(
  db: Db,
  actor: Actor,
  { today, now }: { today: string; now: string },
  { figure, from, to }: SatisfactionWhyQuery,
): Promise<ExplainedView> {
  const of = async (measure: 'netPromoter' | 'satisfied', span: { from: string; to: string }) => {
    const why = await whyMeasure(measure, { db, actor, today }, span);
    if (!why) throw new Failure('not-found');
    return why;
  };
  if (figure !== 'change') return { why: await of(figure, { from, to }), asOf: now };
  const days = toDay(to) - toDay(from) + 1;
  const earlier = { from: toIso(toDay(from) - days), to: toIso(toDay(from) - 1) };
  const scores = [await of('netPromoter', { from, to }), await of('netPromoter', earlier)];
  return { why: derive('difference', { rule: 'satisfaction.change', unit: 'points' }, scores), asOf: now };
}
