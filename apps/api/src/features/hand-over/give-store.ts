import type { OwnedKind } from '@milepost/contract/hand-over';
import type { RecordRow, RecordTable, recordStore } from '../../db/record-store.ts';
import type { AccountTable } from '../../db/tables/records.ts';
import type { Work } from '../../db/work.ts';
import { Failure, fieldIssue } from '../../http/failure.ts';
import { accounts } from '../accounts/store.ts';
import { actions } from '../actions/store.ts';
import { activities } from '../activities/store.ts';
import { budgetLines } from '../budget/store.ts';
import { contacts } from '../contacts/store.ts';
import { events } from '../events/store.ts';
import { issues } from '../issues/store.ts';
import { leads } from '../leads/store.ts';
import { checklistItems } from '../milestones/store.ts';
import { teams } from '../people/store.ts';
import { opportunities } from '../pipeline/store.ts';
import { invoices } from '../receivables/store.ts';
import { ownedRows } from './owned-store.ts';

export type Given = { from: string; to: string; day: string };
type Store<T extends RecordTable> = Pick<ReturnType<typeof recordStore<T>>, 'get' | 'update'>;
type Give = (work: Work, id: string, given: Given) => Promise<unknown>;
type Backed = { owner_id: string | null; backup_id: string | null };

/** It was somebody's when it was listed, and is not any more. */
const gone = () => new Failure('version-clash');

/** Whoever stood in and has it now stands in no longer. */
const owned = (row: Backed, to: string) => ({ owner_id: to, backup_id: row.backup_id === to ? null : row.backup_id });

/** Gives a record by one of its columns, if it is still theirs. */
const byColumn =
  <T extends RecordTable>(store: Store<T>, column: string): Give =>
  async (work, id, { from, to }) => {
    const row = await store.get(work.db, work.actor, id);
    if ((row as unknown as Record<string, unknown>)[column] !== from) throw gone();
    await store.update(work, id, row.version, { [column]: to } as Partial<RecordRow<T>>, { action: 'reassigned' });
  };

const byOwner =
  <T extends 'opportunity' | 'lead' | 'contact' | 'invoice'>(store: Store<T>): Give =>
  async (work, id, { from, to }) => {
    const row = (await store.get(work.db, work.actor, id)) as unknown as Backed & { version: number };
    if (row.owner_id !== from) throw gone();
    await store.update(work, id, row.version, owned(row, to) as Partial<RecordRow<T>>, { action: 'reassigned' });
  };

const byBackup =
  <T extends 'account' | 'opportunity' | 'lead' | 'invoice'>(store: Store<T>): Give =>
  async (work, id, { from, to }) => {
    const row = (await store.get(work.db, work.actor, id)) as unknown as Backed & { version: number };
    if (row.backup_id !== from) throw gone();
    if (row.owner_id === to)
      throw new Failure('invalid-input', fieldIssue('/to', 'same-as-owner', 'the owner stands in for nobody'));
    await store.update(work, id, row.version, { backup_id: to } as Partial<RecordRow<T>>, { action: 'reassigned' });
  };

const giveInvoice: Give = async (work, id, given) => {
  await byOwner(invoices)(work, id, given);
  await invoices.handOver(work, await invoices.get(work.db, work.actor, id));
};

/** What was given with an account: as it was, and the version it has now. */
export type Hung = {
  kind: 'opportunity' | 'lead' | 'invoice' | 'activity';
  id: string;
  version: number;
  backupId: string | null;
};

/**
 * Gives an account with all that hangs on it and is the same person's: contacts, open deals, leads, invoices, and what is still to be
 * done. What was sold stays whose it was. With `seen`, only the version that was seen. An account of nobody has nothing hanging on it.
 */
export async function giveAccount(
  work: Work,
  id: string,
  { from, to, day, seen }: { from: string | null; to: string; day: string; seen?: number },
): Promise<{ row: AccountTable; hung: Hung[] }> {
  const before = await accounts.get(work.db, work.actor, id);
  if (before.owner_id !== from) throw gone();
  const row = await accounts.update(work, id, seen ?? before.version, owned(before, to), { action: 'reassigned' });
  await accounts.handOver(work, row);
  const hung: Hung[] = [];
  if (from === null) return { row, hung };
  for (const kind of ['opportunity', 'lead', 'invoice', 'activity'] as const) {
    const rows = await ownedRows(work.db, work.actor.orgId, { personId: from, kind, day, accountId: id });
    for (const one of rows) {
      await giving[kind](work, one.id, { from, to, day });
      hung.push({ kind, id: one.id, version: one.version + 1, backupId: one.backup_id });
    }
  }
  return { row, hung };
}

/** Takes back what hung on an account: each exactly as it was, if nobody has touched it. @throws Failure `version-clash` */
export async function takeBack(work: Work, { kind, id, version, backupId }: Hung, ownerId: string): Promise<void> {
  const story = { action: 'undone' };
  const columns = { owner_id: ownerId, backup_id: backupId };
  if (kind === 'activity') await activities.update(work, id, version, { person_id: ownerId }, story);
  if (kind === 'opportunity') await opportunities.update(work, id, version, columns, story);
  if (kind === 'lead') await leads.update(work, id, version, columns, story);
  if (kind === 'invoice') await invoices.handOver(work, await invoices.update(work, id, version, columns, story));
}

/** How what is of a kind is given to somebody else: the change record tells from whom and to whom. */
export const giving: Readonly<Record<Exclude<OwnedKind, 'target'>, Give>> = {
  account: giveAccount,
  opportunity: byOwner(opportunities),
  lead: byOwner(leads),
  contact: byOwner(contacts),
  activity: byColumn(activities, 'person_id'),
  invoice: giveInvoice,
  action: byColumn(actions, 'owner_id'),
  issue: byColumn(issues, 'owner_id'),
  checklist_item: byColumn(checklistItems, 'owner_id'),
  event: byColumn(events, 'owner_id'),
  budget_line: byColumn(budgetLines, 'owner_id'),
  async team(work, id, given) {
    if (work.actor.role !== 'admin') throw new Failure('not-allowed');
    await byColumn(teams, 'manager_id')(work, id, given);
  },
  async 'account-backup'(work, id, given) {
    const before = await accounts.get(work.db, work.actor, id);
    await byBackup(accounts)(work, id, given);
    const row = await accounts.get(work.db, work.actor, id);
    await accounts.handOver(work, row);
    await accounts.lendBackup(work, before, row);
  },
  'opportunity-backup': byBackup(opportunities),
  'lead-backup': byBackup(leads),
  async 'invoice-backup'(work, id, given) {
    await byBackup(invoices)(work, id, given);
    await invoices.handOver(work, await invoices.get(work.db, work.actor, id));
  },
};
