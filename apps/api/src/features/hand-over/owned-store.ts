import type { OwnedKind } from '@milepost/contract/hand-over';
import { addMonths, toDay, toIso } from '@milepost/core/calendar/civil-day';
import type { Kysely, SelectQueryBuilder } from 'kysely';
import type { Db } from '../../db/open.ts';
import { openOfInvoice } from './work-store.ts';

type Loose = Record<string, Record<string, unknown>>;
type Query = SelectQueryBuilder<Loose, string, Record<string, unknown>>;

export type OwnedRow = {
  id: string;
  version: number;
  name: string;
  account_id: string | null;
  owner_id: string | null;
  backup_id: string | null;
};

type Spec = {
  table: string;
  /** The column that names whose it is. */
  column: string;
  name: string;
  hasAccount?: boolean;
  isBacked?: boolean;
  /** What of the table is still work: the rest is history, and stays. */
  open?: (query: Query, day: string) => Query;
};

const openLead = (query: Query) => query.where('lead.status', 'in', ['new', 'working']);
const openDeal = (query: Query) =>
  query
    .innerJoin('stage', (join) =>
      join.onRef('stage.org_id', '=', 'opportunity.org_id').onRef('stage.id', '=', 'opportunity.stage_id'),
    )
    .where('stage.category', '=', 'open') as unknown as Query;
const openInvoice = (query: Query) => query.where(openOfInvoice, '>', 0);

const deal: Spec = {
  table: 'opportunity',
  column: 'owner_id',
  name: 'name',
  hasAccount: true,
  isBacked: true,
  open: openDeal,
};
const lead: Spec = {
  table: 'lead',
  column: 'owner_id',
  name: 'name',
  hasAccount: true,
  isBacked: true,
  open: openLead,
};
const invoice: Spec = {
  table: 'invoice',
  column: 'owner_id',
  name: 'number',
  hasAccount: true,
  isBacked: true,
  open: openInvoice,
};
const account: Spec = { table: 'account', column: 'owner_id', name: 'name', isBacked: true };
const backing = (spec: Spec): Spec => ({ ...spec, column: 'backup_id' });

/** What can be in somebody's name, kind by kind; targets apart, which are amended and not handed over. */
export const ownedSpecs: Readonly<Record<Exclude<OwnedKind, 'target'>, Spec>> = {
  account,
  opportunity: deal,
  lead,
  // The contacts of an account are its owner's, and go with it.
  contact: {
    table: 'contact',
    column: 'owner_id',
    name: 'name',
    isBacked: true,
    open: (q) => q.where('contact.account_id', 'is', null),
  },
  activity: {
    table: 'activity',
    column: 'person_id',
    name: 'subject',
    hasAccount: true,
    isBacked: true,
    open: (q) => q.where('activity.is_done', '=', 0),
  },
  invoice,
  action: { table: 'action', column: 'owner_id', name: 'name', open: (q) => q.where('action.status', '=', 'open') },
  // What they took on and is not solved; what they raised stays theirs to look after until somebody solves it.
  issue: {
    table: 'issue',
    column: 'owner_id',
    name: 'name',
    hasAccount: true,
    open: (q) => q.where('issue.state', 'not in', ['resolved', 'withdrawn']),
  },
  checklist_item: {
    table: 'checklist_item',
    column: 'owner_id',
    name: 'text',
    open: (q) => q.where('checklist_item.done_at', 'is', null),
  },
  event: { table: 'event', column: 'owner_id', name: 'name', open: (q, day) => q.where('event.ends_on', '>=', day) },
  budget_line: {
    table: 'budget_line',
    column: 'owner_id',
    name: 'category',
    open: (q, day) => q.where('budget_line.fiscal_year', '>=', Number(day.slice(0, 4)) - 1),
  },
  team: { table: 'team', column: 'manager_id', name: 'name' },
  'account-backup': backing(account),
  'opportunity-backup': backing(deal),
  'lead-backup': backing(lead),
  'invoice-backup': backing(invoice),
};

/** What of one kind is in somebody's name on a day, whoever asks. */
function ownedQuery(db: Db, orgId: string, kind: keyof typeof ownedSpecs, day: string): Query {
  const { table, open } = ownedSpecs[kind];
  const query = (db as unknown as Kysely<Loose>)
    .selectFrom(table)
    .where(`${table}.org_id`, '=', orgId)
    .where(`${table}.archived_at`, 'is', null) as unknown as Query;
  return open ? open(query, day) : query;
}

export async function ownedRows(
  db: Db,
  orgId: string,
  {
    personId,
    kind,
    day,
    ids,
    accountId,
  }: {
    personId: string;
    kind: keyof typeof ownedSpecs;
    day: string;
    ids?: readonly string[] | undefined;
    accountId?: string;
  },
): Promise<OwnedRow[]> {
  const { table, column, name, hasAccount, isBacked } = ownedSpecs[kind];
  const owner = table === 'team' ? 'manager_id' : 'owner_id';
  let query = ownedQuery(db, orgId, kind, day)
    .select([
      `${table}.id as id`,
      `${table}.version as version`,
      `${table}.${name} as name`,
      `${table}.${owner} as owner_id`,
    ])
    .where(`${table}.${column}`, '=', personId);
  if (hasAccount) query = query.select(`${table}.account_id as account_id`);
  if (isBacked) query = query.select(`${table}.backup_id as backup_id`);
  if (accountId) query = query.where(`${table}.account_id`, '=', accountId);
  if (ids) query = query.where(`${table}.id`, 'in', [...ids]);
  const rows = (await query.orderBy(`${table}.${name}`).orderBy(`${table}.id`).execute()) as unknown as OwnedRow[];
  return rows.map((row) => ({ ...row, account_id: row.account_id ?? null, backup_id: row.backup_id ?? null }));
}

/** How many of a kind are in the name of each of some people: what they carry already. */
export async function carriedBy(
  db: Db,
  orgId: string,
  { kind, personIds, day }: { kind: keyof typeof ownedSpecs; personIds: readonly string[]; day: string },
): Promise<Map<string, number>> {
  const { table, column } = ownedSpecs[kind];
  const rows = (await ownedQuery(db, orgId, kind, day)
    .select((eb) => [`${table}.${column} as person`, eb.fn.countAll<number>().as('n')])
    .where(`${table}.${column}`, 'in', [...personIds])
    .groupBy(`${table}.${column}`)
    .execute()) as unknown as { person: string; n: number }[];
  return new Map(rows.map(({ person, n }) => [person, Number(n)]));
}

/** Targets in force that ask something of somebody in months after a day. */
export async function targetsAfter(db: Db, orgId: string, personId: string, day: string): Promise<OwnedRow[]> {
  const cells = await db
    .selectFrom('target_cell')
    .innerJoin('target', (join) =>
      join.onRef('target.org_id', '=', 'target_cell.org_id').onRef('target.id', '=', 'target_cell.target_id'),
    )
    .select(['target.id', 'target.version', 'target.name', 'target.starts_on', 'target_cell.month'])
    .where('target_cell.org_id', '=', orgId)
    .where('target_cell.person_id', '=', personId)
    .where('target_cell.amount_minor', '!=', 0)
    .where('target.status', '=', 'published')
    .where('target.archived_at', 'is', null)
    .orderBy('target.starts_on')
    .orderBy('target.id')
    .execute();
  const after = cells.filter(({ starts_on, month }) => toIso(addMonths(toDay(starts_on), month - 1)) > day);
  return [...new Map(after.map((cell) => [cell.id, cell])).values()].map(({ id, version, name }) => ({
    id,
    version,
    name,
    account_id: null,
    owner_id: null,
    backup_id: null,
  }));
}

/** How much of each kind is in somebody's name, whoever asks; kinds of which there is nothing are left out. */
export async function ownedCounts(
  db: Db,
  orgId: string,
  { personId, day }: { personId: string; day: string },
): Promise<{ kind: OwnedKind; count: number }[]> {
  const counts: { kind: OwnedKind; count: number }[] = [];
  for (const kind of Object.keys(ownedSpecs) as (keyof typeof ownedSpecs)[])
    counts.push({ kind, count: (await carriedBy(db, orgId, { kind, personIds: [personId], day })).get(personId) ?? 0 });
  counts.push({ kind: 'target', count: (await targetsAfter(db, orgId, personId, day)).length });
  return counts.filter(({ count }) => count > 0);
}
