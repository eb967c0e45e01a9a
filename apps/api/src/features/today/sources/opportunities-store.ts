import type { OpportunityTable } from '../../../db/tables/records.ts';
import { plainItem, type TodayItem, type TodaySource, usualHours } from '../source.ts';
import { opportunityStake } from '../stakes-store.ts';
import { loose, ofDay } from '../whose-store.ts';

type Row = Pick<
  OpportunityTable,
  'id' | 'version' | 'name' | 'account_id' | 'backup_id' | 'amount_minor' | 'currency' | 'expected_close_on'
> & { owner_id: string; probability_bp: number };

/** Open deals whose day of closing has passed: they are to be won, lost or given a new day. */
export const opportunitySource: TodaySource = {
  name: 'opportunity',

  async items(db, actor, whose): Promise<TodayItem[]> {
    const rows = (await loose(db)
      .selectFrom('opportunity as o')
      .innerJoin('stage as s', (join) => join.onRef('s.org_id', '=', 'o.org_id').onRef('s.id', '=', 'o.stage_id'))
      .select(['o.id', 'o.version', 'o.name', 'o.account_id', 'o.owner_id', 'o.backup_id', 'o.amount_minor'])
      .select(['o.currency', 'o.expected_close_on', 's.probability_bp'])
      .where('o.org_id', '=', actor.orgId)
      .where('o.archived_at', 'is', null)
      .where('o.expected_close_on', '<', whose.day)
      .where('s.category', '=', 'open')
      .where(ofDay(whose, ['o.owner_id', 'o.backup_id']))
      .execute()) as unknown as Row[];
    return rows.map((row) => ({
      ...plainItem,
      source: 'opportunity',
      id: row.id,
      version: row.version,
      name: row.name,
      dueOn: row.expected_close_on,
      usualHours: usualHours.short,
      stake: opportunityStake(actor, whose.day, {
        id: row.id,
        amount: row.amount_minor,
        currency: row.currency,
        bp: row.probability_bp,
        closes: row.expected_close_on,
      }),
      accountId: row.account_id,
      opportunityId: row.id,
      ofId: row.owner_id,
      backupId: row.backup_id,
      deeds: ['snooze', 'give'],
    }));
  },
};
