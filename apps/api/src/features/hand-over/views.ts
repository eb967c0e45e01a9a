import type { HandOverView } from '@milepost/contract/hand-over';
import type { Actor } from '../../auth/actor.ts';
import { fromJson } from '../../db/columns.ts';
import { nameOf, namesOf } from '../../db/names-store.ts';
import type { Db } from '../../db/open.ts';
import { recordFields } from '../../db/record-fields.ts';
import type { HandOverTable } from '../../db/tables/hand-over.ts';

export async function handOverViews(db: Db, actor: Actor, rows: readonly HandOverTable[]): Promise<HandOverView[]> {
  const names = await namesOf(db, actor, { person: rows.flatMap((row) => [row.person_id, row.cover_id]) });
  return rows.map((row) => ({
    ...recordFields(row),
    person: nameOf(names.person, row.person_id),
    cover: nameOf(names.person, row.cover_id),
    from: row.from_day,
    to: row.to_day,
    status: row.status,
    outOn: row.out_on,
    backOn: row.back_on,
    accounts: fromJson<string[]>(row.accounts).length,
    done: row.done === null ? null : fromJson<HandOverView['done']>(row.done),
    note: row.note,
  }));
}
