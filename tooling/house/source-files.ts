import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export type SourceFile = { path: string; text: string };

const root = fileURLToPath(new URL('../..', import.meta.url));
/** Brought or made, not written. */
const made = new Set(['node_modules', 'dist', '.output', '.wxt', '.turbo', '.nuxt-ui', '.git', 'data', 'test-results']);
const written = /\.(ts|vue|mjs|cjs|json|md|yaml|yml|css|html|sh)$/;
const generated = /(^|\/)(components|auto-imports)\.d\.ts$|(^|\/)(pnpm-lock\.yaml|package-lock\.json)$/;

function pathsBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    // `data` is a folder of the running product only at the root.
    if (made.has(entry.name) && (entry.name !== 'data' || folder === '')) return [];
    const path = folder ? `${folder}/${entry.name}` : entry.name;
    return entry.isDirectory() ? pathsBelow(path) : [path];
  });
}

let all: readonly SourceFile[] | undefined;

/** Every text file that people wrote, once read, with paths from the root and forward slashes. */
export function sourceFiles(): readonly SourceFile[] {
  all ??= pathsBelow('')
    .filter((path) => written.test(path) && !generated.test(path))
    .map((path) => ({ path, text: textOf(path) }));
  return all;
}

/** The text of a file of the house. */
export const textOf = (path: string): string => readFileSync(join(root, path), 'utf8');

/** The code of a file without its comments, so that words in prose do not count. Strings stay. */
export const withoutComments = (text: string): string =>
  text.replace(/<!--[\s\S]*?-->|\/\*[\s\S]*?\*\/|(^|[^:'"`\\])\/\/[^\n]*/g, '$1');
