import { type BulkEdit, mostInBulk } from '@milepost/contract/bulk-edit';
import type { FieldSubject } from '@milepost/contract/fields';
import type { Actor } from '../auth/actor.ts';
import type { Db } from '../db/open.ts';
import type { FieldColumns } from '../db/tables/fields.ts';
import type { RecordColumns } from '../db/tables/record.ts';
import { accounts } from '../features/accounts/store.ts';
import { contacts } from '../features/contacts/store.ts';
import { leads } from '../features/leads/store.ts';
import { opportunities } from '../features/pipeline/store.ts';
import { Failure, fieldIssue } from '../http/failure.ts';

/** A record as a bulk edit needs it, alike for all kinds. */
export type BulkRecord = RecordColumns & FieldColumns & { name: string };

type Store = {
  find(db: Db, actor: Actor, id: string): Promise<BulkRecord | undefined>;
  each(db: Db, actor: Actor, query: object): AsyncGenerator<BulkRecord>;
};
const stores = { account: accounts, contact: contacts, lead: leads, opportunity: opportunities } as unknown as Record<
  FieldSubject,
  Store
>;

/**
 * The records that a bulk edit is to change: undefined for one that is out of sight or not there.
 * @throws Failure `invalid-input` when more match than may be changed at once
 */
export async function bulkRows(
  db: Db,
  actor: Actor,
  subject: FieldSubject,
  which: BulkEdit['which'],
): Promise<Map<string, BulkRecord | undefined>> {
  const found = new Map<string, BulkRecord | undefined>();
  const store = stores[subject];
  if ('ids' in which) {
    for (const id of which.ids) found.set(id, await store.find(db, actor, id));
    return found;
  }
  for await (const row of store.each(db, actor, which.matching)) {
    found.set(row.id, row);
    if (found.size > mostInBulk)
      throw new Failure('invalid-input', {
        issues: fieldIssue('/which/matching', 'too-many-records', `at most ${mostInBulk}`).issues.map((issue) => ({
          ...issue,
          value: String(mostInBulk),
        })),
      });
  }
  return found;
}
