import { once } from 'node:events';
import { createReadStream, createWriteStream, existsSync, renameSync, rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { analyse, dumpRows, formOf, isEmpty, loadRows } from '../db/dump-store.ts';
import type { Deps } from '../deps.ts';
import { attachments } from '../features/attachments/store.ts';
import { type Arguments, UsageError } from './arguments.ts';

const kind = 'milepost-backup';
type Header = { kind: typeof kind; form: string; at: string };

/** A file of a record: its bytes follow in lines of their own, until the one that ends it. */
type FileLine = { file: [orgId: string, id: string] };
type PieceLine = { piece: string } | { fileEnd: string };

async function writeFiles(
  { db, files }: Pick<Deps, 'db' | 'files'>,
  line: (value: unknown) => Promise<void>,
): Promise<{ files: number; missing: number }> {
  const count = { files: 0, missing: 0 };
  for await (const { org_id, id } of attachments.each(db)) {
    const bytes = await files.open(org_id, id);
    if (!bytes) {
      count.missing += 1;
      continue;
    }
    await line({ file: [org_id, id] } satisfies FileLine);
    for await (const piece of bytes) await line({ piece: Buffer.from(piece).toString('base64') } satisfies PieceLine);
    await line({ fileEnd: id } satisfies PieceLine);
    count.files += 1;
  }
  return count;
}

async function* piecesOf(lines: AsyncIterator<string>, id: string): AsyncGenerator<Uint8Array> {
  for (let line = await lines.next(); !line.done; line = await lines.next()) {
    const value = JSON.parse(line.value) as PieceLine;
    if ('fileEnd' in value) return;
    yield Buffer.from(value.piece, 'base64');
  }
  throw new UsageError(`The backup breaks off within the file ${id}; nothing was restored.`);
}

/**
 * `backup FILE`: every row of every table, and every file, as compressed JSON lines, the same from both databases, so that a restore may also
 * be a move from one to the other. The file appears only when it is whole.
 */
export async function backUp({ db, clock, files }: Deps, { words }: Arguments): Promise<unknown> {
  const [file] = words;
  if (!file) throw new UsageError('backup needs a FILE.');
  const unfinished = `${file}.part`;
  try {
    const zip = createGzip();
    const written = pipeline(zip, createWriteStream(unfinished, { mode: 0o600 }));
    const line = async (value: unknown) => {
      if (!zip.write(`${JSON.stringify(value)}\n`)) await once(zip, 'drain');
    };
    await line({ kind, form: formOf(), at: clock.now() } satisfies Header);
    const rows = await dumpRows(db, (table, row) => line([table, row]));
    const kept = await writeFiles({ db, files }, line);
    await line({ end: rows });
    zip.end();
    await written;
    renameSync(unfinished, file);
    return { file, rows, ...kept };
  } finally {
    rmSync(unfinished, { force: true });
  }
}

/** `restore FILE`: into an empty database, all or nothing. */
export async function restore({ db, dialect, files }: Deps, { words }: Arguments): Promise<unknown> {
  const [file] = words;
  if (!file || !existsSync(file)) throw new UsageError(file ? `There is no file ${file}.` : 'restore needs a FILE.');
  if (!(await isEmpty(db)))
    throw new UsageError('The database is not empty. Restore into a new one: set MILEPOST_DATA or DATABASE_URL.');
  const input = createReadStream(file);
  const lines = createInterface({ input: input.pipe(createGunzip()), crlfDelay: Number.POSITIVE_INFINITY })[
    Symbol.asyncIterator
  ]();
  const header = JSON.parse((await lines.next()).value ?? '{}') as Partial<Header>;
  if (header.kind !== kind) throw new UsageError(`${file} is no backup of Milepost.`);
  if (header.form !== formOf())
    throw new UsageError(`The backup was made by a version with the form ${header.form}; this one has ${formOf()}.`);
  let whole = false;
  async function readFile({ file: [orgId, id] }: FileLine) {
    const received = await files.receive(piecesOf(lines, id), Number.MAX_SAFE_INTEGER);
    await received?.keep(orgId, id);
    await received?.discard();
  }
  async function* rows() {
    for (let line = await lines.next(); !line.done; line = await lines.next()) {
      const value = JSON.parse(line.value) as [string, Record<string, unknown>] | { end: number } | FileLine;
      if (Array.isArray(value)) yield { table: value[0], row: value[1] };
      else if ('file' in value) await readFile(value);
      else whole = true;
    }
    if (!whole) throw new UsageError('The backup breaks off before its end; nothing was restored.');
  }
  const count = await loadRows(db, dialect.kind, rows());
  await analyse(db);
  return { file, rows: count, at: header.at };
}
