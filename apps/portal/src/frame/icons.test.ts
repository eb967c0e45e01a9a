import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, it } from 'vitest';

const sources = import.meta.glob<string>(['../**/*.{vue,ts}', '../../../../packages/ui/src/*.{vue,ts}'], {
  eager: true,
  query: '?raw',
  import: 'default',
});

it('every icon that is named exists in the bundled collection, since no other can be fetched', () => {
  const path = createRequire(import.meta.url).resolve('@iconify-json/lucide/icons.json');
  const { icons, aliases } = JSON.parse(readFileSync(path, 'utf8')) as { icons: object; aliases: object };
  const named = Object.values(sources).flatMap((text) => [
    ...text.matchAll(/'i-lucide-([a-z0-9-]+)'|"i-lucide-([a-z0-9-]+)"/g),
  ]);
  const names = new Set(named.map(([, single, double]) => single ?? double ?? ''));
  expect(names.size).toBeGreaterThan(20);
  expect([...names].filter((name) => !(name in icons) && !(name in aliases))).toEqual([]);
});
