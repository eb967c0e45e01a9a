import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, open as openFile, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Bytes that came in whole, and do not lie at their place yet. */
export type Received = {
  size: number;
  sha256: string;
  /** The first bytes, by which it is told what it is. */
  head: Uint8Array;
  /** Puts them at their place. */
  keep(orgId: string, id: string): Promise<void>;
  /** Takes them away where they were not kept. Call it whatever happens. */
  discard(): Promise<void>;
};

/** The folder in which the bytes of files lie, by organisation and id. */
export type FileFolder = {
  /** Takes bytes in, piece by piece; null when there are more than `largest`. */
  receive(bytes: AsyncIterable<Uint8Array>, largest: number): Promise<Received | null>;
  /** The bytes of a file; undefined when they do not lie here. */
  open(orgId: string, id: string): Promise<AsyncIterable<Uint8Array> | undefined>;
  remove(orgId: string, id: string): Promise<void>;
  /** Takes away what was begun a day before `now` and never came in whole. @returns how many */
  sweep(now: string): Promise<number>;
};

const headLength = 4096;
const dayMs = 86_400_000;
const incoming = 'incoming';
const isSafe = (part: string): boolean => /^[0-9a-f-]+$/.test(part);

export function openFileFolder(root: string): FileFolder {
  // Two letters from the end of an id, which are chance: no folder grows beyond what file systems like.
  const placeOf = (orgId: string, id: string): { folder: string; path: string } => {
    if (!(isSafe(orgId) && isSafe(id))) throw new RangeError('An id names no folder.');
    const folder = join(root, orgId, id.slice(-2));
    return { folder, path: join(folder, id) };
  };
  return {
    async receive(bytes, largest) {
      await mkdir(join(root, incoming), { recursive: true, mode: 0o700 });
      const folder = await mkdtemp(join(root, incoming, 'file-'));
      const discard = () => rm(folder, { recursive: true, force: true });
      const path = join(folder, 'bytes');
      const [hash, heads] = [createHash('sha256'), [] as Uint8Array[]];
      let size = 0;
      try {
        await pipeline(
          Readable.from(
            (async function* () {
              for await (const piece of bytes) {
                if (size < headLength) heads.push(piece.subarray(0, headLength - size));
                size += piece.length;
                if (size > largest) return;
                hash.update(piece);
                yield piece;
              }
            })(),
          ),
          createWriteStream(path, { mode: 0o600 }),
        );
      } catch (error) {
        await discard();
        throw error;
      }
      if (size > largest) {
        await discard();
        return null;
      }
      return {
        ...{ size, sha256: hash.digest('hex'), head: Buffer.concat(heads), discard },
        async keep(orgId, id) {
          const place = placeOf(orgId, id);
          await mkdir(place.folder, { recursive: true, mode: 0o700 });
          await rename(path, place.path);
        },
      };
    },
    async open(orgId, id) {
      // Opened now, not with the first byte: what is taken away meanwhile is still read to its end.
      const handle = await openFile(placeOf(orgId, id).path).catch(() => undefined);
      return handle?.createReadStream() as AsyncIterable<Uint8Array> | undefined;
    },
    remove: (orgId, id) => rm(placeOf(orgId, id).path, { force: true }),
    async sweep(now) {
      const names = await readdir(join(root, incoming)).catch(() => []);
      let count = 0;
      for (const name of names) {
        const path = join(root, incoming, name);
        const found = await stat(path).catch(() => undefined);
        if (!found || Date.parse(now) - found.mtimeMs < dayMs) continue;
        await rm(path, { recursive: true, force: true });
        count += 1;
      }
      return count;
    },
  };
}
