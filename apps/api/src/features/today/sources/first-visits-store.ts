import { toDay, toIso, weekdayOf } from '@milepost/core/calendar/civil-day';
import { proposeVisits } from '@milepost/core/market-coverage/propose';
import type { AccountTable } from '../../../db/tables/records.ts';
import { market } from '../../market-coverage/store.ts';
import { definitions } from '../../measures/definition-store.ts';
import { plainItem, type TodayItem, type TodaySource, usualHours } from '../source.ts';
import { loose, ofDay } from '../whose-store.ts';

type Row = Pick<AccountTable, 'id' | 'version' | 'name' | 'backup_id' | 'segment'> & { owner_id: string };

/**
 * First visits in markets that nobody has been to, as the coverage plan proposes them for the week under way: for each market its most
 * promising account that is one's own. Once a visit is planned or made, the market is no longer new.
 */
export const firstVisitSource: TodaySource = {
  name: 'first-visit',

  async items(db, actor, whose): Promise<TodayItem[]> {
    const { coverage } = await definitions.inForce(db, actor);
    if (coverage.targetPerWeek === 0) return [];
    const rows = await market.accounts(db, actor, { asOf: whose.day, visitKinds: coverage.visitKinds });
    const own = rows.filter(({ ownerId }) => ownerId === whose.personId);
    const proposal = proposeVisits(
      own.map(({ id, segment, region, potentialMinor, lastVisitOn, isPlanned }) => ({
        id,
        segment,
        region,
        potential: potentialMinor,
        lastVisitOn: lastVisitOn === null ? null : toDay(lastVisitOn),
        isPlanned,
      })),
      { by: coverage.marketBy, markets: coverage.targetPerWeek, accountsEach: 1 },
    );
    if (proposal.status !== 'ok') return [];
    const day = toDay(whose.day);
    const proposed = proposal.markets
      .filter(({ isNew }) => isNew)
      .flatMap(({ accounts }) => accounts.map(({ id }) => id));
    if (proposed.length === 0) return [];
    const found = (await loose(db)
      .selectFrom('account')
      .select(['id', 'version', 'name', 'owner_id', 'backup_id', 'segment'])
      .where('org_id', '=', actor.orgId)
      .where('id', 'in', proposed)
      // One that is planned for today stands on the list already.
      .where((eb) =>
        eb.not(
          eb.exists(
            eb
              .selectFrom('activity as v')
              .select('v.id')
              .whereRef('v.org_id', '=', 'account.org_id')
              .whereRef('v.account_id', '=', 'account.id')
              .where('v.is_done', '=', 0)
              .where('v.archived_at', 'is', null)
              .where('v.kind', 'in', [...coverage.visitKinds]),
          ),
        ),
      )
      .where(ofDay(whose, ['owner_id', 'backup_id']))
      .execute()) as unknown as Row[];
    return found.map((row) => ({
      ...plainItem,
      source: 'first-visit',
      id: row.id,
      version: row.version,
      lane: 'strategic',
      name: row.name,
      kind: 'visit',
      // By the end of the week that the plan is for.
      dueOn: toIso(day - weekdayOf(day) + 7),
      usualHours: usualHours.visit,
      segment: row.segment,
      accountId: row.id,
      ofId: row.owner_id,
      backupId: row.backup_id,
      deeds: ['snooze', 'give'],
    }));
  },
};
