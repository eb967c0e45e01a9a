import { isSet } from '../../../db/columns.ts';
import { definitions } from '../../receivables/definition-store.ts';
import { plainItem, type TodayItem, type TodaySource, usualHours } from '../source.ts';
import { loose, ofDay } from '../whose-store.ts';

type Row = {
  id: string;
  version: number;
  number: string;
  account_id: string | null;
  owner_id: string;
  backup_id: string | null;
  due_on: string;
  amount_minor: number;
  currency: string;
  is_disputed: number;
  posted: number | string | null;
};

/** Overdue cash. What is disputed is urgent: somebody waits for an answer, and nobody pays before. */
export const invoiceSource: TodaySource = {
  name: 'invoice',

  async items(db, actor, whose): Promise<TodayItem[]> {
    const { withinDays } = await definitions.get(db, actor.orgId);
    const rows = (await loose(db)
      .selectFrom('invoice')
      .select(['id', 'version', 'number', 'account_id', 'owner_id', 'backup_id', 'due_on', 'amount_minor', 'currency'])
      .select('is_disputed')
      .select((eb) =>
        eb
          .selectFrom('receipt as r')
          .select((sub) => sub.fn.sum('r.amount_minor').as('posted'))
          .whereRef('r.org_id', '=', 'invoice.org_id')
          .whereRef('r.invoice_id', '=', 'invoice.id')
          .where('r.archived_at', 'is', null)
          .where('r.day', '<=', whose.day)
          .as('posted'),
      )
      .where('org_id', '=', actor.orgId)
      .where('archived_at', 'is', null)
      .where('due_on', '<', whose.day)
      .where(ofDay(whose, ['owner_id', 'backup_id']))
      .execute()) as unknown as Row[];
    return rows.flatMap((row): TodayItem[] => {
      const open = row.amount_minor - Number(row.posted ?? 0);
      if (open <= 0) return [];
      const isOwn = row.currency === actor.organisation.currency;
      return [
        {
          ...plainItem,
          source: 'invoice',
          id: row.id,
          version: row.version,
          lane: isSet(row.is_disputed) ? 'urgent' : 'value',
          name: row.number,
          dueOn: row.due_on,
          usualHours: usualHours.short,
          stake: isOwn ? { kind: 'cash', id: row.id, amount: open, days: withinDays } : null,
          accountId: row.account_id,
          ofId: row.owner_id,
          backupId: row.backup_id,
          deeds: ['snooze', 'give'],
        },
      ];
    });
  },
};
