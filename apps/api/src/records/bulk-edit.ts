import { type BulkDeed, type BulkEdit, type BulkResult, type BulkRow, bulkDeedsOf } from '@milepost/contract/bulk-edit';
import type { FieldSubject } from '@milepost/contract/fields';
import { LeadPatch } from '@milepost/contract/leads';
import { type AccountStatus, accountStatuses } from '@milepost/core/accounts/life-cycle';
import type { Actor } from '../auth/actor.ts';
import { savepoint } from '../db/savepoint.ts';
import type { LeadTable } from '../db/tables/records.ts';
import type { NewChange, Work } from '../db/work.ts';
import type { Deps } from '../deps.ts';
import { changeAccount } from '../features/accounts/save-account.ts';
import { accounts } from '../features/accounts/store.ts';
import { changeContact } from '../features/contacts/save-contact.ts';
import { contacts } from '../features/contacts/store.ts';
import { retagged } from '../features/fields/record-fields-store.ts';
import { changeLead } from '../features/leads/save-lead.ts';
import { leads } from '../features/leads/store.ts';
import { changeOpportunity } from '../features/pipeline/save-opportunity.ts';
import { opportunities } from '../features/pipeline/store.ts';
import { Failure, fieldIssue } from '../http/failure.ts';
import { type BulkRecord, bulkRows } from './bulk-rows.ts';
import { convertInBulk } from './convert-in-bulk.ts';

type Change = (deps: Deps, actor: Actor, id: string, seen: number, patch: never) => Promise<{ version: number }>;
const changes = {
  account: changeAccount,
  contact: changeContact,
  lead: changeLead,
  opportunity: changeOpportunity,
} as unknown as Record<FieldSubject, Change>;
const archives = { account: accounts, contact: contacts, lead: leads, opportunity: opportunities };

/** A status is one of the kind's own. */
function statusPatch(subject: FieldSubject, { status, reason }: Extract<BulkDeed, { kind: 'status' }>): object {
  const unknown = () => new Failure('invalid-input', fieldIssue('/deed/status', 'invalid_value', status));
  if (subject === 'account') {
    if (!accountStatuses.includes(status as AccountStatus)) throw unknown();
    return { status, statusReason: reason ?? null };
  }
  const read = LeadPatch.pick({ status: true }).safeParse({ status });
  if (!read.success) throw unknown();
  return read.data;
}

/** What a deed is as a change of one record; archiving and converting are no change of fields. */
function patchOf(subject: FieldSubject, deed: BulkDeed, row: BulkRecord): object {
  if (deed.kind === 'owner') return { ownerId: deed.ownerId };
  if (deed.kind === 'backup') return { backupId: deed.backupId };
  if (deed.kind === 'stage') return { stageId: deed.stageId, closedOn: deed.closedOn };
  if (deed.kind === 'status') return statusPatch(subject, deed);
  if (deed.kind === 'tags') return { tags: retagged(row, deed) };
  if (deed.kind === 'fields') return { customFields: deed.customFields };
  throw new Error(`A ${deed.kind} is no patch.`);
}

async function doIt(
  deps: Deps,
  work: Work,
  { subject, deed }: { subject: FieldSubject; deed: BulkDeed },
  row: BulkRecord,
) {
  const { actor } = work;
  if (deed.kind === 'convert') return convertInBulk(deps, actor, work, row as unknown as LeadTable);
  if (row.archived_at !== null) {
    if (deed.kind === 'archive') return;
    throw new Failure('archived');
  }
  if (deed.kind === 'archive') return archives[subject].archive(work, row.id, row.version);
  return changes[subject](deps, actor, row.id, row.version, patchOf(subject, deed, row) as never);
}

/** One row by itself: what it changed is kept when all of it could be, and nothing of it otherwise. */
async function tryRow(
  deps: Deps,
  work: Work,
  what: { subject: FieldSubject; deed: BulkDeed },
  row: BulkRecord,
): Promise<BulkRow> {
  const told: NewChange[] = [];
  const touched: [string, readonly string[]][] = [];
  const own: Work = {
    ...work,
    changed: (change) => told.push(change),
    touched: (subject, ids) => touched.push([subject, ids]),
  };
  // The deeds of single records open a transaction: here it is the one that is under way.
  const inside: Deps = { ...deps, transact: (_, deed) => deed(own) };
  const about = { id: row.id, name: row.name };
  try {
    await savepoint(work.db, () => doIt(inside, own, what, row));
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { ...about, outcome: 'refused', code: error.code, issues: error.more.issues ?? [] };
  }
  for (const change of told) work.changed(change);
  for (const [subject, ids] of touched) work.touched(subject, ids);
  return { ...about, outcome: told.length > 0 ? 'done' : 'unchanged', code: null, issues: [] };
}

/**
 * Does the same to many records in one transaction, which is one set of changes: each row succeeds or is refused by itself, with the
 * reason. A row that is out of sight is as if it were not there.
 * @throws Failure `invalid-input` for a deed that the kind does not know, or more records than may be changed at once
 */
export const bulkEdit = (
  deps: Deps,
  actor: Actor,
  subject: FieldSubject,
  { which, deed }: BulkEdit,
): Promise<BulkResult> => {
  if (!(bulkDeedsOf[subject] as readonly string[]).includes(deed.kind))
    throw new Failure('invalid-input', fieldIssue('/deed/kind', 'invalid_value', deed.kind));
  if (deed.kind === 'status') statusPatch(subject, deed);
  return deps.transact(actor, async (work) => {
    const rows: BulkRow[] = [];
    for (const [id, row] of await bulkRows(work.db, actor, subject, which))
      rows.push(
        row
          ? await tryRow(deps, work, { subject, deed }, row)
          : { id, name: null, outcome: 'refused', code: 'not-found', issues: [] },
      );
    const count = (outcome: BulkRow['outcome']) => rows.filter((row) => row.outcome === outcome).length;
    const done = count('done');
    return {
      subject,
      done,
      unchanged: count('unchanged'),
      refused: count('refused'),
      changeSetId: done > 0 ? work.setId : null,
      rows,
    };
  });
};
