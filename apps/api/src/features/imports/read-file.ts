import { trimCell } from '@milepost/core/imports/read-text';
import { Failure, fieldIssue } from '../../http/failure.ts';
import { classifyLines } from './classify-lines.ts';
import { decideEncoding, type Encoding, type EncodingDecision } from './decide-encoding.ts';
import { type FileSource, sizeOf } from './file-source.ts';
import { findHeader, LINES_TO_SEARCH } from './find-header.ts';
import { delimiterOf, isSeparatorHint, readDelimited } from './read-delimited.ts';
import { readVcards } from './read-vcards.ts';
import { openWorkbook, readSheet, type Sheet, type Workbook } from './read-workbook.ts';
import { sniffFormat, unreadable } from './sniff-format.ts';
import type { Delimiter } from './split-records.ts';
import { excerptOf, type FileRecord, type TableLine } from './table-line.ts';

/** What a person said of a file against what was found in it. */
export type ReadOptions = {
  readonly encoding?: Encoding;
  readonly delimiter?: Delimiter;
  readonly sheet?: string;
  /** The line on which the header stands. */
  readonly headerLine?: number;
  readonly limits?: Limits;
};

export type Limits = { readonly bytes: number; readonly rows: number };

/** What one import may hold. Both can be raised by whoever runs the installation. */
export const LIMITS: Limits = { bytes: 512 * 1024 * 1024, rows: 2_000_000 };

/** How a file turned out to be written. */
export type FileForm =
  | {
      readonly format: 'csv';
      readonly encoding: EncodingDecision | { readonly encoding: Encoding; readonly by: 'person' };
      readonly delimiter: Delimiter;
    }
  | {
      readonly format: 'vcard';
      readonly encoding: EncodingDecision | { readonly encoding: Encoding; readonly by: 'person' };
    }
  | { readonly format: 'xlsx'; readonly sheet: string; readonly sheets: readonly string[] };

/** A file opened as a table. `lines` reads it from the beginning, as often as it is called, in flat memory. */
export type FileTable = {
  readonly form: FileForm;
  readonly bytes: number;
  readonly headerLine: number;
  /** As written, trimmed; repeated and blank ones at their places. */
  readonly headers: readonly string[];
  /** Every line of the file but the header. `onProgress` is told the share that has been read, 0–1. */
  lines(onProgress?: (share: number) => void): AsyncGenerator<TableLine>;
};

/**
 * Opens a file as a table: what it is, is told by its content. A workbook gives its first visible sheet; text its encoding
 * and delimiter; both their header, which may stand below title lines. Throws Failure `file-unreadable` or `too-large`, with
 * the reason as its issue.
 */
export async function openTable(source: FileSource, options: ReadOptions = {}): Promise<FileTable> {
  const limits = options.limits ?? LIMITS;
  const bytes = await sizeOf(source);
  if (bytes > limits.bytes) {
    throw new Failure(
      'too-large',
      fieldIssue('file', 'too-many-bytes', `The file has ${bytes} bytes; ${limits.bytes} are allowed.`),
    );
  }
  const open = { zip: openSheet, vcard: openCards, text: openText }[await sniffFormat(source)];
  const opened = await open(source, options);
  const header = await headerOf(opened, options);
  return {
    form: opened.form,
    bytes,
    headerLine: header.line,
    headers: header.cells.map(trimCell),
    lines: (onProgress) => tableLines(opened, { header, limits, onProgress }),
  };
}

type Opened = {
  readonly form: FileForm;
  readonly unpackedBytes: number;
  readonly records: (onBytes?: (bytes: number) => void) => AsyncGenerator<FileRecord>;
};

async function openText(source: FileSource, options: ReadOptions): Promise<Opened> {
  const decision = options.encoding
    ? { encoding: options.encoding, by: 'person' as const }
    : await decideEncoding(source);
  const { encoding } = decision;
  const delimiter = options.delimiter ?? (await delimiterOf(source, encoding));
  return {
    form: { format: 'csv', encoding: decision, delimiter },
    unpackedBytes: await sizeOf(source),
    records: (onBytes) => readDelimited(source, { encoding, delimiter, onBytes }),
  };
}

async function openCards(source: FileSource, options: ReadOptions): Promise<Opened> {
  const decision = options.encoding
    ? { encoding: options.encoding, by: 'person' as const }
    : await decideEncoding(source);
  return {
    form: { format: 'vcard', encoding: decision },
    unpackedBytes: await sizeOf(source),
    records: (onBytes) => readVcards(source, { encoding: decision.encoding, onBytes }),
  };
}

async function openSheet(source: FileSource, options: ReadOptions): Promise<Opened> {
  const workbook = await guarded(() => openWorkbook(source));
  if (workbook === null)
    throw unreadable(
      'no-workbook',
      'This is a packed file, but no Excel workbook (.xlsx). Save the table as .xlsx or CSV.',
    );
  const sheet = sheetOf(workbook, options);
  return {
    form: { format: 'xlsx', sheet: sheet.name, sheets: workbook.sheets.map(({ name }) => name) },
    unpackedBytes: sheet.entry.plainBytes,
    records: (onBytes) => guardedRecords(readSheet(workbook, sheet, { onBytes })),
  };
}

function sheetOf({ sheets }: Workbook, options: ReadOptions): Sheet {
  const sheet =
    options.sheet === undefined
      ? (sheets.find(({ isHidden }) => !isHidden) ?? sheets[0])
      : sheets.find(({ name }) => name === options.sheet);
  if (sheet === undefined)
    throw unreadable('no-sheet', `The workbook has no sheet ${options.sheet ?? ''}`.trim().concat('.'));
  return sheet;
}

async function headerOf({ form, records }: Opened, { headerLine }: ReadOptions): Promise<FileRecord> {
  // Cards have no header of their own: what they say stands under names that are always the same.
  if (form.format === 'vcard') for await (const record of records()) return record;
  const first: FileRecord[] = [];
  for await (const record of records()) {
    const isWanted = headerLine === undefined ? first.length < LINES_TO_SEARCH : record.line <= headerLine;
    if (!isWanted) break;
    if (form.format === 'csv' && first.length === 0 && isSeparatorHint(record, form.delimiter)) continue;
    first.push(record);
  }
  const header = headerLine === undefined ? findHeader(first) : first.find(({ line }) => line === headerLine);
  if (!header) throw unreadable('no-header', 'No line with column names was found. Say on which line they stand.');
  return header;
}

async function* tableLines(
  { form, unpackedBytes, records }: Opened,
  {
    header,
    limits,
    onProgress,
  }: { header: FileRecord; limits: Limits; onProgress: ((share: number) => void) | undefined },
): AsyncGenerator<TableLine> {
  const all = records(onProgress && ((bytes) => onProgress(Math.min(1, bytes / Math.max(1, unpackedBytes)))));
  for (let next = await all.next(); !next.done; next = await all.next()) {
    const { value: record } = next;
    if (record.line >= header.line) break;
    const isHint = form.format === 'csv' && isSeparatorHint(record, form.delimiter);
    const isBlank = record.cells.every((cell) => trimCell(cell) === '');
    const because = isHint ? 'separator-hint' : isBlank ? 'blank' : 'title';
    yield { kind: 'ignored', line: record.line, toLine: record.toLine, because, text: excerptOf(record) };
  }
  let rows = 0;
  for await (const line of classifyLines(all, { header: header.cells, isStrict: form.format === 'csv' })) {
    if (line.kind === 'row') rows += 1;
    if (rows > limits.rows)
      throw new Failure(
        'too-large',
        fieldIssue('file', 'too-many-rows', `The file has more than ${limits.rows} rows.`),
      );
    yield line;
  }
}

/** A damaged archive is the file's fault, not ours. */
async function guarded<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    throw isDamage(error)
      ? unreadable('damaged', 'The workbook is damaged. Open it in Excel and save it again.')
      : error;
  }
}

async function* guardedRecords(records: AsyncGenerator<FileRecord>): AsyncGenerator<FileRecord> {
  try {
    yield* records;
  } catch (error) {
    throw isDamage(error)
      ? unreadable('damaged', 'The workbook is damaged. Open it in Excel and save it again.')
      : error;
  }
}

/** What reading a broken archive throws: our own range checks and zlib's codes. */
const isDamage = (error: unknown): boolean =>
  error instanceof RangeError || (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_'));
