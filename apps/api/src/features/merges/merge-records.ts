import { mergeFields, type NewMerge } from '@milepost/contract/merges';
import { foldName } from '@milepost/core/identity/fold-name';
import type { Actor } from '../../auth/actor.ts';
import type { FieldColumns } from '../../db/tables/fields.ts';
import type { AccountTable, MergeTable } from '../../db/tables/records.ts';
import type { Work } from '../../db/work.ts';
import type { Deps } from '../../deps.ts';
import { Failure, fieldIssue } from '../../http/failure.ts';
import { statuses } from '../accounts/status-store.ts';
import { accounts } from '../accounts/store.ts';
import { fieldsTogether } from '../fields/record-fields-store.ts';
import { customerTally } from '../overview/customer-tally-store.ts';
import { fieldsOf, type MergedRow, mergeStores } from './merge-stores.ts';
import { merges } from './store.ts';

/** Accounts give their people and activities their owner, and stand where their sales put them. */
export async function settleAccounts(work: Work, rows: readonly MergedRow[]): Promise<void> {
  for (const row of rows) await accounts.handOver(work, row as unknown as AccountTable);
  const ids = rows.map(({ id }) => id);
  await statuses.follow(work, ids);
  await customerTally.follow(work, ids);
}

/** The survivor does not stand below what is merged into it, nor report to it. */
const parentAfter = (survivor: MergedRow, merged: MergedRow): Record<string, unknown> =>
  Object.fromEntries(
    ['parent_id', 'reports_to_id']
      .filter((column) => survivor[column] === merged.id)
      .map((column) => [column, merged[column] === survivor.id ? null : (merged[column] ?? null)]),
  );

/**
 * Two records in sight become one: what names the merged one names the survivor from now on, the survivor takes the fields that
 * were chosen, the merged one goes to the archive and leads to the survivor. One set of changes, which can be undone.
 * @throws Failure `not-found`, `version-clash`, `archived`; `invalid-input` for a record with itself or a lead that became something
 */
export const mergeRecords = (
  deps: Deps,
  actor: Actor,
  { id, kind, survivor: survivorSeen, merged: mergedSeen, take }: NewMerge,
): Promise<{ row: MergeTable; isNew: boolean }> =>
  deps.transact(actor, async (work) => {
    await work.dialect.lock(`merges:${actor.orgId}`)?.execute(work.db);
    const there = await merges.find(work.db, actor.orgId, id);
    if (there) {
      await mergeStores[kind].get(work.db, actor, there.survivor_id);
      return { row: there, isNew: false };
    }
    const store = mergeStores[kind];
    const survivor = await store.get(work.db, actor, survivorSeen.id);
    const merged = await store.get(work.db, actor, mergedSeen.id);
    const refuse = (path: string, code: string, message: string) => {
      throw new Failure('invalid-input', fieldIssue(path, code, message));
    };
    if (survivor.id === merged.id) refuse('/merged', 'same', 'a record is not merged with itself');
    if (kind === 'lead' && (merged['status'] === 'converted' || survivor['status'] === 'converted'))
      refuse('/merged', 'converted', 'a lead that became something stays what it is');
    const unknown = take.find((field) => !(mergeFields[kind] as readonly string[]).includes(field));
    if (unknown) refuse('/take', 'unknown-field', `${unknown} is no field of it`);
    if (survivor.version !== survivorSeen.version) throw new Failure('version-clash', { row: survivor });
    if (merged.version !== mergedSeen.version) throw new Failure('version-clash', { row: merged });
    if (survivor.archived_at !== null || merged.archived_at !== null) throw new Failure('archived');

    const rows = await merges.move(work, kind, { from: merged.id, to: survivor.id });
    const fields = fieldsOf(kind, merged);
    const patch = Object.fromEntries(take.map((field) => [field, fields[field]]));
    const columns = {
      ...store.columns(patch, actor.organisation.country),
      ...parentAfter(survivor, merged),
      ...fieldsTogether(survivor as unknown as FieldColumns, merged as unknown as FieldColumns),
    };
    const mergedAfter = await store.update(
      work,
      merged.id,
      merged.version,
      { archived_at: work.at, merged_into_id: survivor.id },
      { action: 'merged' },
    );
    const about = { action: 'merged', beside: { merged_id: merged.id } };
    const after = await store.update(work, survivor.id, survivor.version, columns, about);
    const alias = foldName(merged.name);
    const isLearnt =
      alias !== survivor.name_key &&
      (await merges.learn(work, { subject: kind, alias_key: alias, alias: merged.name, record_id: survivor.id }));
    if (kind === 'account') {
      await settleAccounts(work, [after]);
      // Nothing was bought by the merged one any more.
      await customerTally.follow(work, [merged.id]);
    }
    const row = await merges.record(
      work,
      { id, kind, survivor_id: survivor.id, merged_id: merged.id },
      {
        rows,
        before: Object.fromEntries(Object.keys(columns).map((column) => [column, survivor[column] ?? null])),
        survivorVersion: after.version,
        mergedVersion: mergedAfter.version,
        alias: isLearnt ? alias : null,
      },
    );
    return { row, isNew: true };
  });
