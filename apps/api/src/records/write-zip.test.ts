import { expect, it } from 'vitest';
import { listZip, unpack } from '../features/imports/list-zip.ts';
import { zipOf } from './write-zip.ts';

async function all<T>(source: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const one of source) found.push(one);
  return found;
}
async function* pieces(...texts: string[]) {
  yield* texts;
}

it('packs what comes piece by piece, and nothing', async () => {
  const long = '数据'.repeat(100_000);
  const files = [
    { name: '空.txt', content: pieces() },
    { name: 'long.txt', content: pieces(long, 'end') },
  ];
  const bytes = new Uint8Array(Buffer.concat(await all(zipOf(files))));
  const entries = [...((await listZip({ bytes })) ?? [])];
  expect(entries.map(([name, { plainBytes }]) => [name, plainBytes])).toEqual([
    ['空.txt', 0],
    ['long.txt', 600_003],
  ]);
  const texts = await Promise.all(entries.map(async ([, entry]) => (await all(unpack({ bytes }, entry))).join('')));
  expect(texts).toEqual(['', `${long}end`]);
});

it('fails with its source instead of handing over half an archive', async () => {
  const broken = async function* () {
    yield 'half';
    throw new Error('the well is dry');
  };
  await expect(all(zipOf([{ name: 'a', content: broken() }]))).rejects.toThrow('the well is dry');
});
