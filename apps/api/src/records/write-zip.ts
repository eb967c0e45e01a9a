import { Readable } from 'node:stream';
import { crc32, createDeflateRaw } from 'node:zlib';

/** A file that goes into an archive, piece by piece. */
export type FileToPack = { name: string; content: AsyncIterable<string | Uint8Array> };

type Packed = { name: Buffer; at: number; crc: number; packed: number; plain: number };

const LARGEST = 0xffffffff;
/** UTF-8 names; sizes stand behind the content, because they are known only then (PKWARE APPNOTE 4.3.9, bits 3 and 11). */
const FLAGS = 0x0808;
const DEFLATED = 8;
const VERSION = 20;
/** 1 January 1980: the contents say when they are from. */
const EARLIEST_DAY = 0x21;

function headerOf({ name }: Pick<Packed, 'name'>): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(VERSION, 4);
  header.writeUInt16LE(FLAGS, 6);
  header.writeUInt16LE(DEFLATED, 8);
  header.writeUInt16LE(EARLIEST_DAY, 12);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, name]);
}

function descriptorOf({ crc, packed, plain }: Packed): Buffer {
  const descriptor = Buffer.alloc(16);
  descriptor.writeUInt32LE(0x08074b50, 0);
  descriptor.writeUInt32LE(crc, 4);
  descriptor.writeUInt32LE(packed, 8);
  descriptor.writeUInt32LE(plain, 12);
  return descriptor;
}

function entryOf({ name, at, crc, packed, plain }: Packed): Buffer {
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(VERSION, 4);
  entry.writeUInt16LE(VERSION, 6);
  entry.writeUInt16LE(FLAGS, 8);
  entry.writeUInt16LE(DEFLATED, 10);
  entry.writeUInt16LE(EARLIEST_DAY, 14);
  entry.writeUInt32LE(crc, 16);
  entry.writeUInt32LE(packed, 20);
  entry.writeUInt32LE(plain, 24);
  entry.writeUInt16LE(name.length, 28);
  entry.writeUInt32LE(at, 42);
  return Buffer.concat([entry, name]);
}

/**
 * A zip archive, piece by piece: nothing of it stands in memory but its directory.
 * @throws RangeError when it grows beyond the 4 GB that archives of this kind may have
 */
export async function* zipOf(files: AsyncIterable<FileToPack> | Iterable<FileToPack>): AsyncGenerator<Uint8Array> {
  const directory: Packed[] = [];
  let at = 0;
  for await (const { name, content } of files) {
    const file: Packed = { name: Buffer.from(name), at, crc: 0, packed: 0, plain: 0 };
    const header = headerOf(file);
    yield header;
    const plain = async function* (): AsyncGenerator<Buffer> {
      for await (const piece of content) {
        const bytes = typeof piece === 'string' ? Buffer.from(piece) : Buffer.from(piece);
        file.crc = crc32(bytes, file.crc);
        file.plain += bytes.length;
        yield bytes;
      }
    };
    // A pipe alone would not hand on a failure of its source.
    const source = Readable.from(plain());
    const deflated = createDeflateRaw();
    source.on('error', (error) => deflated.destroy(error));
    for await (const piece of source.pipe(deflated) as AsyncIterable<Buffer>) {
      file.packed += piece.length;
      yield piece;
    }
    const descriptor = descriptorOf(file);
    yield descriptor;
    at += header.length + file.packed + descriptor.length;
    if (file.plain > LARGEST || at > LARGEST) throw new RangeError('The archive is larger than 4 GB.');
    directory.push(file);
  }
  const entries = Buffer.concat(directory.map(entryOf));
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(entries.length, 12);
  end.writeUInt32LE(at, 16);
  yield Buffer.concat([entries, end]);
}
