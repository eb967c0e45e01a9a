import { type MergeKind, mergeFields } from '@milepost/contract/merges';
import type { Actor } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import type { RecordColumns } from '../../db/tables/record.ts';
import type { Work } from '../../db/work.ts';
import { accountColumns, accounts } from '../accounts/store.ts';
import { accountViews } from '../accounts/views.ts';
import { contactColumns, contacts } from '../contacts/store.ts';
import { contactViews } from '../contacts/views.ts';
import { leadColumns, leads } from '../leads/store.ts';
import { leadViews } from '../leads/views.ts';

type Columns = Record<string, unknown>;
export type MergedRow = RecordColumns & { name: string; name_key: string; merged_into_id: string | null } & Columns;

/** What a merge needs of a kind of record, alike for all. */
type MergeStore = {
  get(db: Db, actor: Actor, id: string): Promise<MergedRow>;
  update(
    work: Work,
    id: string,
    seen: number,
    patch: Columns,
    about: { action: string; beside?: Columns; reason?: string },
  ): Promise<MergedRow>;
  /** Fields as a patch says them → columns with their keys. */
  columns(patch: Columns, country: string | null): Columns;
  views(db: Db, actor: Actor, rows: readonly MergedRow[]): Promise<Columns[]>;
};

export const mergeStores = {
  account: { ...accounts, columns: accountColumns, views: accountViews },
  contact: { ...contacts, columns: contactColumns, views: contactViews },
  lead: { ...leads, columns: leadColumns, views: leadViews },
} as unknown as Readonly<Record<MergeKind, MergeStore>>;

/** The fields of records that a merge may take, by their names on the wire. */
export async function fieldsOf(db: Db, actor: Actor, kind: MergeKind, rows: readonly MergedRow[]): Promise<Columns[]> {
  const views = await mergeStores[kind].views(db, actor, rows);
  return views.map((view) => Object.fromEntries(mergeFields[kind].map((field) => [field, view[field] ?? null])));
}
