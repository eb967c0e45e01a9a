import { listZip, unpack } from '../features/imports/list-zip.ts';

/** What stands in the files of a folder of an archive, in their order. */
export async function textsIn(bytes: Uint8Array, folder: string): Promise<string[]> {
  const entries = [...((await listZip({ bytes })) ?? [])].filter(([name]) => name.startsWith(folder));
  return Promise.all(
    entries.map(async ([, entry]) => {
      let text = '';
      for await (const piece of unpack({ bytes }, entry)) text += piece;
      return text;
    }),
  );
}
