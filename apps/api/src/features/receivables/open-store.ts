import { toDay } from '@milepost/core/calendar/civil-day';
import type { Why } from '@milepost/core/explain/why';
import { cashOf } from '@milepost/core/receivables/cash-parts';
import { whyUntil } from '@milepost/core/receivables/why-expected';
import type { Actor } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import { sourcesOf } from './explain-receivables.ts';
import { curveOfPast } from './read-receivables.ts';
import { receivablesFacts } from './receivables-facts.ts';
import { receivableSums } from './sums-store.ts';

/** What is open of everybody in sight in the organisation's currency, and what of it comes in within so many days, for other features. */
export const openReceivables = {
  /** From the sums that are kept: time does not grow with invoices. */
  async within(db: Db, actor: Actor, today: string, days: number): Promise<ReturnType<typeof cashOf>> {
    const { currency } = actor.organisation;
    return cashOf(await receivableSums(db, actor, { on: today, currency }), { on: toDay(today), days });
  },

  /** The same number from its invoices. */
  async whyWithin(db: Db, actor: Actor, today: string, days: number): Promise<Why> {
    const { currency } = actor.organisation;
    const facts = await receivablesFacts(db, actor, today, { by: 'total', disputed: 'with', currency });
    const { on } = facts;
    return whyUntil(facts.whole.standings, curveOfPast(facts), { on, until: on + days }, sourcesOf(facts));
  },
};
