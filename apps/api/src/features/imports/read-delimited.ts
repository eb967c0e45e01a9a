import { decideDelimiter, separatorHint } from './decide-delimiter.ts';
import type { Encoding } from './decide-encoding.ts';
import { byteChunks, type FileSource, readBytes } from './file-source.ts';
import { type Delimiter, recordSplitter } from './split-records.ts';
import type { FileRecord } from './table-line.ts';

const HEAD_BYTES = 64 * 1024;

/** The delimiter of a text file, by its beginning. */
export async function delimiterOf(source: FileSource, encoding: Encoding): Promise<Delimiter> {
  const head = new TextDecoder(encoding).decode(await readBytes(source, 0, HEAD_BYTES), { stream: true });
  return decideDelimiter(head);
}

/** The records of a text file, one after the other. `onBytes` is told how many bytes have been read so far. */
export async function* readDelimited(
  source: FileSource,
  { encoding, delimiter, onBytes }: { encoding: Encoding; delimiter: Delimiter; onBytes?: (bytes: number) => void },
): AsyncGenerator<FileRecord> {
  const decoder = new TextDecoder(encoding);
  const splitter = recordSplitter(delimiter);
  let bytes = 0;
  for await (const chunk of byteChunks(source)) {
    bytes += chunk.byteLength;
    yield* told(splitter.push(decoder.decode(chunk, { stream: true })), encoding);
    onBytes?.(bytes);
  }
  yield* told([...splitter.push(decoder.decode()), ...splitter.end()], encoding);
}

/** A sign that could not be decoded makes its record broken: it is not imported with a hole in it. */
function told(records: FileRecord[], encoding: Encoding): FileRecord[] {
  if (encoding === 'utf-8') return records;
  return records.map((record) =>
    record.broken === null && record.cells.some((cell) => cell.includes('\ufffd'))
      ? { ...record, broken: 'undecodable' }
      : record,
  );
}

/** Is the first record only Excel's note of the delimiter? */
export const isSeparatorHint = (record: FileRecord, delimiter: Delimiter): boolean =>
  record.line === 1 &&
  record.cells.every((cell, index) => (index === 0 ? /^sep=/i.test(cell) : cell === '')) &&
  separatorHint(record.cells.join(delimiter)) !== null;
