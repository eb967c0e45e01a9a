import type { SavedViewPatch } from '@milepost/contract/views';
import type { Actor } from '../../auth/actor.ts';
import { flag, fromJson, toJson } from '../../db/columns.ts';
import type { Db } from '../../db/open.ts';
import { recordStore } from '../../db/record-store.ts';
import type { SavedViewTable } from '../../db/tables/changes.ts';

type Definition = { conditions: unknown[]; sort: string | null; columns: string[] | null };
const empty: Definition = { conditions: [], sort: null, columns: null };

export const views = {
  ...recordStore({ table: 'saved_view', sort: { name: 'name' }, filter: { subject: 'subject' }, search: ['name'] }),

  /** One's own views of a list and those that colleagues share. */
  of: (db: Db, actor: Actor, subject: string): Promise<SavedViewTable[]> =>
    db
      .selectFrom('saved_view')
      .selectAll()
      .where('org_id', '=', actor.orgId)
      .where('subject', '=', subject)
      .where('archived_at', 'is', null)
      .where((eb) => eb.or([eb('person_id', '=', actor.personId ?? ''), eb('is_shared', '=', 1)]))
      .orderBy('name')
      .orderBy('id')
      .execute(),
};

export const definitionOf = (row: SavedViewTable): Definition => fromJson(row.definition);

/** What was sent → columns; parts of the definition that were not sent stay. */
export function viewColumns(
  { name, isShared, ...parts }: SavedViewPatch,
  before?: SavedViewTable,
): Partial<SavedViewTable> {
  return {
    ...(name === undefined ? {} : { name }),
    ...(isShared === undefined ? {} : { is_shared: flag(isShared) }),
    definition: toJson({ ...(before ? definitionOf(before) : empty), ...parts }),
  };
}
