import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export type Violation = { rule: string; from: string; to: string };
export type Files = Record<string, string>;

const config = fileURLToPath(new URL('../../.dependency-cruiser.cjs', import.meta.url));
const cruiser = fileURLToPath(
  new URL('../../node_modules/dependency-cruiser/bin/dependency-cruiser.mjs', import.meta.url),
);
const rooms = ['packages/core', 'packages/capture', 'packages/contract', 'packages/solver', 'packages/ui', 'apps/api'];
const strangers = ['zod', 'vitest', 'fast-check', 'kysely', 'pg', 'better-sqlite3', 'hono', 'linkedom', 'highs'];

/** Writes a house of these files, with the rooms linked and libraries that are only names, and removes it afterwards. */
function withHouse<T>(files: Files, use: (folder: string) => T): T {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'milepost-boundaries-')));
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  try {
    for (const name of [...strangers, 'libphonenumber-js', 'postal-mime']) {
      write(`node_modules/${name}/package.json`, JSON.stringify({ name, main: 'index.js' }));
      write(`node_modules/${name}/index.js`, 'module.exports = {};\n');
    }
    mkdirSync(join(folder, 'node_modules', '@milepost'));
    for (const room of rooms) {
      const name = room.replace(/^.*\//, '');
      const exports = { './*.vue': './src/*.vue', './*': './src/*.ts' };
      write(`${room}/package.json`, JSON.stringify({ name: `@milepost/${name}`, type: 'module', exports }));
      symlinkSync(join(folder, room), join(folder, 'node_modules', '@milepost', name), 'junction');
    }
    for (const [path, text] of Object.entries(files)) write(path, text);
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What the import check of this repository says about a house of these files. */
export function violationsIn(files: Files): Violation[] {
  return withHouse(files, (folder) => {
    const rooms = [...new Set(Object.keys(files).map((path) => path.split('/')[0] ?? path))];
    const { stdout, stderr } = spawnSync(
      process.execPath,
      [cruiser, '--config', config, '--output-type', 'json', ...rooms],
      { cwd: folder, encoding: 'utf8', maxBuffer: 2 ** 26 },
    );
    if (!stdout.startsWith('{')) throw new Error(`The import check did not run: ${stderr}${stdout}`);
    const { summary } = JSON.parse(stdout) as {
      summary: { violations: { rule: { name: string }; from: string; to: string }[] };
    };
    return summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to }));
  });
}
