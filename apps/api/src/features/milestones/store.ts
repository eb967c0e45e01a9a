import type { ChecklistItemPatch, MilestonePatch, NewChecklistItem, NewMilestone } from '@milepost/contract/milestones';
import { sql } from 'kysely';
import type { Actor } from '../../auth/actor.ts';
import { toJson } from '../../db/columns.ts';
import type { Db } from '../../db/open.ts';
import { recordStore } from '../../db/record-store.ts';
import type { ChecklistItemTable, MilestoneTable } from '../../db/tables/planning.ts';

/** The stages of the year are known to everybody of the organisation. */
export const milestones = recordStore({
  table: 'milestone',
  sort: { fromMonth: 'from_month', fiscalYear: 'fiscal_year', name: 'name', createdAt: 'created_at' },
  filter: { fiscalYear: 'fiscal_year', name: 'name' },
  search: ['name', 'focus'],
});

const items = recordStore({
  table: 'checklist_item',
  sort: { createdAt: 'created_at', dueOn: 'due_on' },
  filter: { milestoneId: 'milestone_id', ownerId: 'owner_id', dueOn: 'due_on' },
  search: ['text'],
});

export const checklistItems = {
  ...items,

  /** The checklists of some milestones, in the order in which they were written down. */
  of: async (db: Db, actor: Actor, milestoneIds: readonly string[]): Promise<ChecklistItemTable[]> =>
    milestoneIds.length === 0
      ? []
      : db
          .selectFrom('checklist_item')
          .selectAll()
          .where('org_id', '=', actor.orgId)
          .where('milestone_id', 'in', [...milestoneIds])
          .where('archived_at', 'is', null)
          .orderBy('created_at')
          .orderBy('id')
          .execute(),
};

/** What exit criteria measure beside revenue. Only for those who see the whole organisation. */
export const measured = {
  /** Accounts whose first sale that stands lies between two days. */
  async newCustomers(db: Db, orgId: string, { from, to }: { from: string; to: string }) {
    const rows = await db
      .selectFrom('credit')
      .innerJoin('account', (join) =>
        join.onRef('account.org_id', '=', 'credit.org_id').onRef('account.id', '=', 'credit.account_id'),
      )
      .select(['account.id as id', 'account.name as name'])
      .where('credit.org_id', '=', orgId)
      .where('credit.day', '<=', to)
      .groupBy(['account.id', 'account.name'])
      .having(sql<boolean>`sum(credit.sale_count) > 0 and min(credit.day) >= ${from}`)
      .orderBy('account.name')
      .orderBy('account.id')
      .execute();
    return rows;
  },

  /** Open deals of a known amount in a currency; of how many nobody has said one. */
  async pipeline(db: Db, orgId: string, currency: string) {
    const rows = await db
      .selectFrom('opportunity')
      .innerJoin('stage', (join) =>
        join.onRef('stage.org_id', '=', 'opportunity.org_id').onRef('stage.id', '=', 'opportunity.stage_id'),
      )
      .select(['opportunity.id as id', 'opportunity.name as name', 'opportunity.amount_minor as amount'])
      .where('opportunity.org_id', '=', orgId)
      .where('opportunity.archived_at', 'is', null)
      .where('opportunity.currency', '=', currency)
      .where('stage.category', '=', 'open')
      .orderBy('opportunity.name_key')
      .orderBy('opportunity.id')
      .execute();
    const known = rows.flatMap(({ amount, ...row }) => (amount === null ? [] : [{ ...row, amount }]));
    return { known, unknown: rows.length - known.length };
  },
};

/** What was sent → columns. */
export function milestoneColumns(patch: MilestonePatch & Partial<NewMilestone>): Partial<MilestoneTable> {
  const { fiscalYear, fromMonth, toMonth, share, criteria, keyDates, ...same } = patch;
  return {
    ...same,
    ...(fiscalYear === undefined ? {} : { fiscal_year: fiscalYear }),
    ...(fromMonth === undefined ? {} : { from_month: fromMonth }),
    ...(toMonth === undefined ? {} : { to_month: toMonth }),
    ...(share === undefined ? {} : { share_bp: share === null ? null : Math.round(share * 10_000) }),
    ...(criteria === undefined ? {} : { criteria: toJson(criteria) }),
    ...(keyDates === undefined ? {} : { key_dates: toJson(keyDates) }),
  };
}

export function itemColumns(
  patch: Omit<ChecklistItemPatch, 'isDone'> & Partial<NewChecklistItem>,
): Partial<ChecklistItemTable> {
  const { milestoneId, keyDateId, ownerId, dueOn, ...same } = patch;
  return {
    ...same,
    ...(milestoneId === undefined ? {} : { milestone_id: milestoneId }),
    ...(keyDateId === undefined ? {} : { key_date_id: keyDateId }),
    ...(ownerId === undefined ? {} : { owner_id: ownerId }),
    ...(dueOn === undefined ? {} : { due_on: dueOn }),
  };
}
