import type { ExpenseLimitPatch, ExpensePatch } from '@milepost/contract/expenses';
import { foldName } from '@milepost/core/identity/fold-name';
import type { ExpressionBuilder } from 'kysely';
import type { Actor } from '../../auth/actor.ts';
import { flag } from '../../db/columns.ts';
import type { Db } from '../../db/open.ts';
import { recordStore } from '../../db/record-store.ts';
import { sightOf } from '../../db/sight-store.ts';
import type { ExpenseLimitTable, ExpenseTable } from '../../db/tables/spend.ts';
import { visibleTo } from '../../db/visible-to.ts';
import type { Work } from '../../db/work.ts';

type Loose = Record<string, Record<string, unknown>>;
type Span = { from: string; to: string };

/** Is the claim one of somebody the actor sees? */
const inSight = (actor: Actor) => (eb: unknown) =>
  visibleTo(actor, sightOf.expense)(eb as ExpressionBuilder<Loose, string>);

const base = recordStore({
  table: 'expense',
  sort: {
    day: 'day',
    amountMinor: 'amount_minor',
    category: 'category_key',
    vendor: 'vendor_key',
    status: 'status',
    createdAt: 'created_at',
  },
  filter: {
    personId: 'person_id',
    day: 'day',
    category: 'category_key',
    vendor: 'vendor_key',
    amountMinor: 'amount_minor',
    currency: 'currency',
    status: 'status',
    accountId: 'account_id',
    activityId: 'activity_id',
    campaign: 'campaign_key',
    externalId: 'external_id',
  },
  search: ['category_key', 'vendor_key', 'campaign_key', 'purpose'],
});

export const expenses = {
  ...base,

  /** Claims in sight that were spent between two days and handed in: what counts as spend, or waits to. */
  handedIn: (db: Db, actor: Actor, { from, to }: Span): Promise<ExpenseTable[]> =>
    db
      .selectFrom('expense')
      .selectAll()
      .where('org_id', '=', actor.orgId)
      .where('archived_at', 'is', null)
      .where('status', 'in', ['submitted', 'approved', 'reimbursed'])
      .where('day', '>=', from)
      .where('day', '<=', to)
      .where(inSight(actor))
      .orderBy('day')
      .orderBy('id')
      .execute(),

  /** Claims in sight that a file may mean: those of some days. */
  onDays: (db: Db, actor: Actor, { from, to }: Span): Promise<ExpenseTable[]> =>
    db
      .selectFrom('expense')
      .selectAll()
      .where('org_id', '=', actor.orgId)
      .where('archived_at', 'is', null)
      .where('day', '>=', from)
      .where('day', '<=', to)
      .where(inSight(actor))
      .orderBy('id')
      .execute(),

  /** How many claims in sight carry each category, as it is written. */
  categories: (db: Db, actor: Actor): Promise<{ category: string; n: number }[]> =>
    db
      .selectFrom('expense')
      .select((eb) => ['category', eb.fn.countAll<number>().as('n')])
      .where('org_id', '=', actor.orgId)
      .where('archived_at', 'is', null)
      .where(inSight(actor))
      .groupBy('category')
      .execute(),
};

/** A claim of which only the needful is known. */
export const blankExpense = {
  vendor: null,
  vendor_key: null,
  account_id: null,
  activity_id: null,
  campaign: null,
  campaign_key: null,
  external_id: null,
  status: 'draft',
  receipt_id: null,
  submitted_at: null,
  decided_at: null,
  decided_by: null,
  reason: null,
  reimbursed_at: null,
  reimbursed_by: null,
} as const;

const keyOf = (text: string | null): string | null => (text ? foldName(text) : null);

/** What was sent → columns, with the folded keys that lists, budgets and the audit go by. */
export function expenseColumns({
  amountMinor,
  accountId,
  activityId,
  externalId,
  ...same
}: ExpensePatch): Partial<ExpenseTable> {
  return {
    ...same,
    ...(same.category === undefined ? {} : { category_key: foldName(same.category) }),
    ...(same.vendor === undefined ? {} : { vendor: same.vendor || null, vendor_key: keyOf(same.vendor) }),
    ...(same.campaign === undefined ? {} : { campaign: same.campaign || null, campaign_key: keyOf(same.campaign) }),
    ...(amountMinor === undefined ? {} : { amount_minor: amountMinor }),
    ...(accountId === undefined ? {} : { account_id: accountId }),
    ...(activityId === undefined ? {} : { activity_id: activityId }),
    ...(externalId === undefined ? {} : { external_id: externalId }),
  };
}

const limitBase = recordStore({
  table: 'expense_limit',
  sort: { category: 'category_key', createdAt: 'created_at' },
  filter: { category: 'category_key' },
  search: ['category_key'],
});

/** What the organisation allows in each category; everybody reads it. */
export const limits = {
  ...limitBase,

  all: (db: Db, orgId: string): Promise<ExpenseLimitTable[]> =>
    db
      .selectFrom('expense_limit')
      .selectAll()
      .where('org_id', '=', orgId)
      .where('archived_at', 'is', null)
      .orderBy('category_key')
      .execute(),

  /** The limit of a category, whether it stands or was taken away: a category has one. */
  ofCategory: (work: Work, key: string): Promise<ExpenseLimitTable | undefined> =>
    work.db
      .selectFrom('expense_limit')
      .selectAll()
      .where('org_id', '=', work.actor.orgId)
      .where('category_key', '=', key)
      .executeTakeFirst(),

  /** Those who write limits come one after the other, so that no category gets two. */
  async take(work: Work): Promise<void> {
    await work.dialect.lock(`expense-limits:${work.actor.orgId}`)?.execute(work.db);
  },
};

export function limitColumns({
  singleMinor,
  dayMinor,
  contact,
  ...same
}: ExpenseLimitPatch): Partial<ExpenseLimitTable> {
  return {
    ...same,
    ...(same.category === undefined ? {} : { category_key: foldName(same.category) }),
    ...(singleMinor === undefined ? {} : { single_minor: singleMinor }),
    ...(dayMinor === undefined ? {} : { day_minor: dayMinor }),
    ...(contact === undefined ? {} : { asks_contact: flag(contact === 'asked') }),
  };
}
