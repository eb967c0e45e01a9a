// Builds the portal only when something it is made of has changed: asking turbo each time would cost a second.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root, say } from './bring.mjs';
import { mustRun } from './child-process.mjs';

const sources = [
  'apps/portal',
  'packages/ui',
  'packages/contract',
  'packages/core',
  'packages/solver',
  'pnpm-lock.yaml',
];
const made = new Set(['node_modules', 'dist', '.turbo', '.nuxt-ui', 'components.d.ts', 'auto-imports.d.ts']);

/** @param {string} path @returns {string[]} */
function filesBelow(path) {
  const entries = readdirSync(join(root, path), { withFileTypes: true }).filter((entry) => !made.has(entry.name));
  return entries.flatMap((entry) => {
    const at = `${path}/${entry.name}`;
    return entry.isDirectory() ? filesBelow(at) : entry.isFile() && !/\.test\.ts$/.test(at) ? [at] : [];
  });
}

function fingerprint() {
  const hash = createHash('sha256');
  for (const source of sources)
    for (const file of source.includes('.') ? [source] : filesBelow(source).sort())
      hash.update(`${file}\n`).update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

/** Leaves apps/portal/dist as its sources say. */
export async function buildPortal() {
  const stampFile = join(root, 'node_modules', '.cache', 'milepost', 'portal-built');
  const now = fingerprint();
  const isBuilt = existsSync(join(root, 'apps', 'portal', 'dist', 'index.html'));
  if (isBuilt && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === now) return;
  say('Building the portal …');
  const how = ['run', 'build', '--filter=@milepost/portal', '--output-logs=errors-only'];
  await mustRun('turbo', how, { cwd: root, stdio: ['ignore', 2, 2] });
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, now);
}
