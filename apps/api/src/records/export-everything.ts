import { exportedLists } from '@milepost/contract/imports';
import type { Actor } from '../auth/actor.ts';
import type { Db } from '../db/open.ts';
import { rowsOfOrganisation, tablesOfOrganisation } from '../db/org-rows-store.ts';
import type { Deps } from '../deps.ts';
import { attachments } from '../features/attachments/store.ts';
import { csvOf } from '../features/imports/write-csv.ts';
import type { ExportKind } from './export-kind.ts';
import { exportKindsAt } from './export-kinds.ts';
import { type FileToPack, zipOf } from './write-zip.ts';

async function* lines(rows: AsyncIterable<object>): AsyncGenerator<string> {
  for await (const row of rows) yield `${JSON.stringify(row)}\n`;
}
async function* cellsOf(kind: ExportKind, db: Db, actor: Actor) {
  for (const archived of ['0', '1'] as const)
    for await (const { cells } of kind.each(db, actor, { archived })) yield cells;
}
async function* text(content: string): AsyncGenerator<string> {
  yield content;
}

async function* nothing(): AsyncGenerator<Uint8Array> {}

/** A name that unpacks within its folder, on every system. */
const safely = (name: string): string => name.replace(/[^\p{L}\p{N} ._()-]/gu, '_').replace(/^\.+/, '_');

type Kept = Pick<Deps, 'db' | 'files'>;

async function* filesOf({ db, files }: Kept, actor: Actor, at: string): AsyncGenerator<FileToPack> {
  const about = { organisation: actor.organisation.name, at, lists: exportedLists, tables: tablesOfOrganisation };
  yield { name: 'about.json', content: text(`${JSON.stringify(about, null, 2)}\n`) };
  const kinds = exportKindsAt(() => at);
  for (const list of exportedLists)
    yield {
      name: `lists/${list}.csv`,
      content: csvOf(await kinds[list].header(db, actor), cellsOf(kinds[list], db, actor)),
    };
  for (const table of tablesOfOrganisation)
    yield { name: `tables/${table}.jsonl`, content: lines(rowsOfOrganisation(db, actor.orgId, table)) };
  for await (const { id, file_name } of attachments.each(db, actor.orgId))
    yield { name: `files/${id}/${safely(file_name)}`, content: (await files.open(actor.orgId, id)) ?? nothing() };
}

/**
 * Everything that an organisation has, as an archive: its lists as CSV for people (archived records too), every table a row a
 * line for machines, and the files that are kept with records. What opens a door (passwords, hashes of keys, secrets of webhooks, invitations) is not in it.
 */
export const everythingOf = (kept: Kept, actor: Actor, at: string): AsyncGenerator<Uint8Array> =>
  zipOf(filesOf(kept, actor, at));
