import { type BridgeQuery, type BridgeView, bridgeCauses } from '@milepost/contract/pacing';
import type { Actor } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import { bridgeFacts } from './bridge-facts.ts';

const sum = (items: readonly { amount: number }[]) => items.reduce((all, { amount }) => all + amount, 0);

/** The gap between actual and plan to date by cause, as of a day. */
export async function readBridge(db: Db, actor: Actor, today: string, query: BridgeQuery): Promise<BridgeView> {
  const { pacing, plan, actual, bridge, otherCurrencies } = await bridgeFacts(db, actor, today, query);
  const [planToDate, sold] = [sum(plan), sum(actual)];
  return {
    asOf: pacing.asOf,
    currency: actor.organisation.currency,
    status: bridge ? 'ok' : pacing.target ? 'noPrices' : 'noPlan',
    planToDate,
    actual: sold,
    total: sold - planToDate,
    causes: bridge ? bridgeCauses.map((cause) => ({ cause, amount: bridge[cause] })) : [],
    otherCurrencies,
  };
}
