import { cashWithin } from '@milepost/core/receivables/cash-within';
import { whyUntil } from '@milepost/core/receivables/why-expected';
import type { Actor } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import { sourcesOf } from './explain-receivables.ts';
import { curveOfPast } from './read-receivables.ts';
import { receivablesFacts } from './receivables-facts.ts';

/** What is open of everybody in sight in the organisation's currency, for other features. */
export async function openReceivables(db: Db, actor: Actor, today: string) {
  const facts = await receivablesFacts(db, actor, today, {
    by: 'total',
    disputed: 'with',
    currency: actor.organisation.currency,
  });
  const { standings } = facts.whole;
  const { on } = facts;
  return {
    open: standings.reduce((sum, one) => sum + one.open, 0),
    within: (days: number) => cashWithin(standings, curveOfPast(facts), { on, days }),
    whyWithin: (days: number) => whyUntil(standings, curveOfPast(facts), { on, until: on + days }, sourcesOf(facts)),
  };
}
