import { Readable } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import { byteChunks, type FileSource, readBytes, sizeOf } from './file-source.ts';

/** A file within a zip archive. */
export type ZipEntry = {
  readonly name: string;
  readonly compressedBytes: number;
  readonly plainBytes: number;
  readonly isDeflated: boolean;
  readonly headerAt: number;
};

const END_OF_DIRECTORY_64 = 0x06064b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const END_BYTES = 22;
const LONGEST_COMMENT = 65_535;
const LARGEST_DIRECTORY = 64 * 1024 * 1024;
const IN_ZIP64 = 0xffffffff;

/**
 * The files of a zip archive by its central directory (PKWARE APPNOTE 4.3), by name; null when the bytes are no readable
 * archive. Nothing is unpacked.
 */
export async function listZip(source: FileSource): Promise<ReadonlyMap<string, ZipEntry> | null> {
  const size = await sizeOf(source);
  const tailAt = Math.max(0, size - END_BYTES - LONGEST_COMMENT);
  const tail = Buffer.from(await readBytes(source, tailAt, size));
  const end = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + END_BYTES > tail.length) return null;
  const directory = (await zip64Directory(source, tail, end)) ?? {
    at: tail.readUInt32LE(end + 16),
    bytes: tail.readUInt32LE(end + 12),
  };
  if (directory.bytes > LARGEST_DIRECTORY || directory.at + directory.bytes > size) return null;
  return entriesOf(Buffer.from(await readBytes(source, directory.at, directory.at + directory.bytes)));
}

async function zip64Directory(
  source: FileSource,
  tail: Buffer,
  end: number,
): Promise<{ at: number; bytes: number } | null> {
  if (tail.readUInt32LE(end + 16) !== IN_ZIP64 || end < 20) return null;
  const recordAt = Number(tail.readBigUInt64LE(end - 20 + 8));
  const record = Buffer.from(await readBytes(source, recordAt, recordAt + 56));
  if (record.length < 56 || record.readUInt32LE(0) !== END_OF_DIRECTORY_64) return null;
  return { at: Number(record.readBigUInt64LE(48)), bytes: Number(record.readBigUInt64LE(40)) };
}

function entriesOf(directory: Buffer): ReadonlyMap<string, ZipEntry> {
  const entries = new Map<string, ZipEntry>();
  for (let at = 0; at + 46 <= directory.length && directory.readUInt32LE(at) === DIRECTORY_ENTRY; ) {
    const [nameBytes, extraBytes, commentBytes] = [28, 30, 32].map((offset) => directory.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ];
    const name = directory.toString('utf8', at + 46, at + 46 + nameBytes).replaceAll('\\', '/');
    const extra = directory.subarray(at + 46 + nameBytes, at + 46 + nameBytes + extraBytes);
    const sizes = [24, 20, 42].map((offset) => directory.readUInt32LE(at + offset));
    const [plainBytes = 0, compressedBytes = 0, headerAt = 0] = withZip64(sizes, extra);
    const method = directory.readUInt16LE(at + 10);
    if (method === 0 || method === 8)
      entries.set(name, { name, plainBytes, compressedBytes, headerAt, isDeflated: method === 8 });
    at += 46 + nameBytes + extraBytes + commentBytes;
  }
  return entries;
}

/** Sizes beyond 4 GB stand in an extra field, in the order of those that are missing. */
function withZip64(sizes: readonly number[], extra: Buffer): number[] {
  let at = 0;
  while (at + 4 <= extra.length && extra.readUInt16LE(at) !== 1) at += 4 + extra.readUInt16LE(at + 2);
  at += 4;
  return sizes.map((size) => {
    if (size !== IN_ZIP64 || at + 8 > extra.length) return size;
    at += 8;
    return Number(extra.readBigUInt64LE(at - 8));
  });
}

/**
 * The text of one file of the archive, piece by piece. Stops with an error when it unpacks to more than the archive
 * declares: an archive that lies about its size is not read.
 */
export async function* unpack(source: FileSource, entry: ZipEntry): AsyncGenerator<string> {
  const header = Buffer.from(await readBytes(source, entry.headerAt, entry.headerAt + 30));
  if (header.length < 30 || header.readUInt32LE(0) !== LOCAL_HEADER)
    throw new RangeError(`"${entry.name}" is not where the archive says.`);
  const from = entry.headerAt + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  const packed = byteChunks(source, from, from + entry.compressedBytes);
  const plain = entry.isDeflated
    ? Readable.from(packed).pipe(createInflateRaw({ chunkSize: 128 * 1024 }))
    : Readable.from(packed);
  const decoder = new TextDecoder('utf-8');
  let bytes = 0;
  for await (const chunk of plain as AsyncIterable<Uint8Array>) {
    bytes += chunk.byteLength;
    if (bytes > entry.plainBytes) throw new RangeError(`"${entry.name}" is larger than the archive says.`);
    yield decoder.decode(chunk, { stream: true });
  }
  yield decoder.decode();
}
