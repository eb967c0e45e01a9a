import { type MergeKind, mergeFields } from '@milepost/contract/merges';
import type { Actor } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import type { RecordColumns } from '../../db/tables/record.ts';
import type { Work } from '../../db/work.ts';
import { accountColumns, accounts } from '../accounts/store.ts';
import { contactColumns, contacts } from '../contacts/store.ts';
import { leadColumns, leads } from '../leads/store.ts';

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
};

export const mergeStores = {
  account: { ...accounts, columns: accountColumns },
  contact: { ...contacts, columns: contactColumns },
  lead: { ...leads, columns: leadColumns },
} as unknown as Readonly<Record<MergeKind, MergeStore>>;

const columnOf = (field: string): string => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** The fields of a record that a merge may take, by their names on the wire. */
export const fieldsOf = (kind: MergeKind, row: MergedRow): Columns =>
  Object.fromEntries(mergeFields[kind].map((field) => [field, row[columnOf(field)] ?? null]));
