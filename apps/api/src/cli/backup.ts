import { once } from 'node:events';
import { createReadStream, createWriteStream, existsSync, renameSync, rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { analyse, dumpRows, formOf, isEmpty, loadRows } from '../db/dump-store.ts';
import type { Deps } from '../deps.ts';
import { type Arguments, UsageError } from './arguments.ts';

const kind = 'milepost-backup';
type Header = { kind: typeof kind; form: string; at: string };

/**
 * `backup FILE`: every row of every table as compressed JSON lines, the same from both databases, so that a restore may also
 * be a move from one to the other. The file appears only when it is whole.
 */
export async function backUp({ db, clock }: Deps, { words }: Arguments): Promise<unknown> {
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
    await line({ end: rows });
    zip.end();
    await written;
    renameSync(unfinished, file);
    return { file, rows };
  } finally {
    rmSync(unfinished, { force: true });
  }
}

/** `restore FILE`: into an empty database, all or nothing. */
export async function restore({ db, dialect }: Deps, { words }: Arguments): Promise<unknown> {
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
  async function* rows() {
    for (let line = await lines.next(); !line.done; line = await lines.next()) {
      const value = JSON.parse(line.value) as [string, Record<string, unknown>] | { end: number };
      if (Array.isArray(value)) yield { table: value[0], row: value[1] };
      else whole = true;
    }
    if (!whole) throw new UsageError('The backup breaks off before its end; nothing was restored.');
  }
  const count = await loadRows(db, dialect.kind, rows());
  await analyse(db);
  return { file, rows: count, at: header.at };
}
