import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';

/** Where the bytes of a file are: on disk (an upload is first written there), or already at hand. */
export type FileSource = { readonly path: string } | { readonly bytes: Uint8Array };

const CHUNK_BYTES = 256 * 1024;

/** How many bytes the file has. */
export async function sizeOf(source: FileSource): Promise<number> {
  return 'bytes' in source ? source.bytes.byteLength : (await stat(source.path)).size;
}

/** Bytes `from` (included) to `to` (excluded); fewer where the file ends before. */
export async function readBytes(source: FileSource, from: number, to: number): Promise<Uint8Array> {
  if ('bytes' in source) return source.bytes.subarray(from, to);
  const file = await open(source.path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(Math.max(0, to - from)), 0, to - from, from);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** The bytes of a stretch of the file (by default all of it) piece by piece, so that a large file never stands in memory. */
export async function* byteChunks(
  source: FileSource,
  from = 0,
  to = Number.POSITIVE_INFINITY,
): AsyncGenerator<Uint8Array> {
  if ('bytes' in source) {
    const end = Math.min(to, source.bytes.byteLength);
    for (let at = from; at < end; at += CHUNK_BYTES) yield source.bytes.subarray(at, Math.min(at + CHUNK_BYTES, end));
    return;
  }
  if (to <= from) return;
  // `end` of a read stream is included; it stops by itself at the end of the file.
  yield* createReadStream(source.path, { start: from, end: to - 1, highWaterMark: CHUNK_BYTES });
}
