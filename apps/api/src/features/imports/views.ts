import type { ImportView } from '@milepost/contract/imports';
import type { Actor } from '../../auth/actor.ts';
import { nameOf, namesOf } from '../../db/names-store.ts';
import type { Db } from '../../db/open.ts';
import type { ImportTable } from '../../db/tables/imports.ts';
import { reportOf } from './find-import.ts';

/** Rows → wire, with who imported. */
export async function importViews(db: Db, actor: Actor, rows: readonly ImportTable[]): Promise<ImportView[]> {
  const names = await namesOf(db, actor, { person: rows.map((row) => row.actor_id) });
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as ImportView['kind'],
    fileName: row.file_name,
    state: row.state,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    by: nameOf(names.person, row.actor_id),
    report: reportOf(row),
  }));
}
