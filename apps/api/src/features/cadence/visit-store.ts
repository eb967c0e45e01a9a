import { type Day, toDay } from '@milepost/core/calendar/civil-day';
import { isSet } from '../../db/columns.ts';
import type { Db } from '../../db/open.ts';

/** Days on which accounts were visited, and are to be, whoever visits: a joint visit is one day of its account. */
export type Visits = { done: Day[]; planned: Day[] /** Calls made or planned in place of a visit. */; called: Day[] };
const idsAtOnce = 500;

export const visits = {
  async of(
    db: Db,
    orgId: string,
    {
      accountIds,
      kinds,
      from,
      to,
    }: { accountIds: readonly string[]; kinds: readonly string[]; from: string; to: string },
  ): Promise<Map<string, Visits>> {
    const found = new Map<string, Visits>();
    for (let at = 0; at < accountIds.length; at += idsAtOnce) {
      const rows = await db
        .selectFrom('activity')
        .select(['account_id', 'kind', 'on_day', 'is_done'])
        .where('org_id', '=', orgId)
        .where('archived_at', 'is', null)
        .where('account_id', 'in', accountIds.slice(at, at + idsAtOnce))
        .where((eb) =>
          eb.or([
            eb('kind', 'in', [...kinds] as never[]),
            eb.and([eb('kind', '=', 'call'), eb('in_place_of', '=', 'visit')]),
          ]),
        )
        .where('on_day', '>=', from)
        .where('on_day', '<=', to)
        .groupBy(['account_id', 'kind', 'on_day', 'is_done'])
        .execute();
      for (const { account_id, kind, on_day, is_done } of rows) {
        const own = found.get(String(account_id)) ?? { done: [], planned: [], called: [] };
        const isVisit = kinds.includes(kind);
        (isVisit ? (isSet(is_done) ? own.done : own.planned) : own.called).push(toDay(on_day));
        found.set(String(account_id), own);
      }
    }
    return found;
  },
};
