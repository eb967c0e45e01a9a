import { toDay, toIso } from '@milepost/core/calendar/civil-day';
import { uuidv7 } from '../../ids.ts';
import type { CastMember, TestHouse } from '../../testing-house.ts';
import { postSales } from '../sales/posting-store.ts';

/** An account of somebody that bought every so many days, the last time on a day. */
export async function customerOf(
  house: Pick<TestHouse, 'deps' | 'operator'>,
  who: CastMember,
  { name, everyDays, times, last }: { name: string; everyDays: number; times: number; last: string },
): Promise<string> {
  const accountId = uuidv7();
  await who.call('POST', '/api/v1/accounts', { id: accountId, name });
  await house.deps.transact(house.operator, (work) =>
    postSales(
      work,
      Array.from({ length: times }, (_, back) => ({
        id: uuidv7(),
        // Not quite regular: a day more or less.
        day: toIso(toDay(last) - back * everyDays - (back % 2)),
        revenueMinor: 500_00,
        costMinor: 300_00,
        currency: 'USD',
        ownerId: who.id,
        accountId,
      })),
    ),
  );
  return accountId;
}
