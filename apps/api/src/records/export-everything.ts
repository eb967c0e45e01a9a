import { exportedLists } from '@milepost/contract/imports';
import type { Actor } from '../auth/actor.ts';
import type { Db } from '../db/open.ts';
import { rowsOfOrganisation, tablesOfOrganisation } from '../db/org-rows-store.ts';
import { csvOf } from '../features/imports/write-csv.ts';
import { exportKinds } from './export-kinds.ts';
import { type FileToPack, zipOf } from './write-zip.ts';

async function* lines(rows: AsyncIterable<object>): AsyncGenerator<string> {
  for await (const row of rows) yield `${JSON.stringify(row)}\n`;
}
async function* cellsOf(list: (typeof exportedLists)[number], db: Db, actor: Actor) {
  for (const archived of ['0', '1'] as const)
    for await (const { cells } of exportKinds[list].each(db, actor, { archived })) yield cells;
}
async function* text(content: string): AsyncGenerator<string> {
  yield content;
}

async function* filesOf(db: Db, actor: Actor, at: string): AsyncGenerator<FileToPack> {
  const about = { organisation: actor.organisation.name, at, lists: exportedLists, tables: tablesOfOrganisation };
  yield { name: 'about.json', content: text(`${JSON.stringify(about, null, 2)}\n`) };
  for (const list of exportedLists)
    yield {
      name: `lists/${list}.csv`,
      content: csvOf(await exportKinds[list].header(db, actor), cellsOf(list, db, actor)),
    };
  for (const table of tablesOfOrganisation)
    yield { name: `tables/${table}.jsonl`, content: lines(rowsOfOrganisation(db, actor.orgId, table)) };
}

/**
 * Everything that an organisation has, as an archive: its lists as CSV for people (archived records too), and every table a row a
 * line for machines. What opens a door (passwords, hashes of keys, secrets of webhooks, invitations) is not in it.
 */
export const everythingOf = (db: Db, actor: Actor, at: string): AsyncGenerator<Uint8Array> =>
  zipOf(filesOf(db, actor, at));
