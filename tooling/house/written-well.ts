import type { SourceFile } from './source-files.ts';

/** Longer than this is not read standing any more. */
export const longest = { ts: 250, vue: 200 } as const;

/** Files that may be longer, each with its reason and its own limit; an excuse that is not needed any more fails. */
export type Excuses = Readonly<Record<string, { lines: number; reason: string }>>;

const linesOf = (text: string): number => text.trimEnd().split('\n').length;
const limitOf = (path: string): number | null =>
  /\.(ts|mjs|cjs)$/.test(path) ? longest.ts : path.endsWith('.vue') ? longest.vue : null;

/** Which files are too long, and which excuses have expired. */
export function complaintsAboutLength(files: readonly SourceFile[], excuses: Excuses): string[] {
  const lengths = new Map(files.map(({ path, text }) => [path, linesOf(text)]));
  const tooLong = [...lengths].flatMap(([path, lines]) => {
    const limit = excuses[path]?.lines ?? limitOf(path);
    return limit !== null && lines > limit
      ? [`${path} has ${lines} lines, ${limit} are allowed: split it by what it does.`]
      : [];
  });
  const expired = Object.keys(excuses).filter((path) => (lengths.get(path) ?? 0) <= (limitOf(path) ?? 0));
  return [...tooLong, ...expired.map((path) => `${path} needs its excuse no more: take it off the list.`)];
}

const folderName = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const fileName =
  /^([a-z0-9]+(-[a-z0-9]+)*|\d{4}-[a-z0-9-]+)(\.[a-z0-9]+(-[a-z0-9]+)*)*\.(ts|mjs|cjs|html|css|json|sh|yaml)$/;
const componentName = /^([A-Z][a-z0-9]*)+\.vue$/;
/** Names that tools prescribe. */
const prescribed =
  /^([A-Z]+\.md|CODE_OF_CONDUCT\.md|\.[\w.-]+|zh-Hans\.json|zh-Hant\.json|messages-zh-Han[st]\.ts|_locales|zh_CN|zh_TW)$/;

/** Which names are not kebab-case (files, folders) or PascalCase (components). */
export function complaintsAboutSpelling(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path }) => {
    const parts = path.split('/');
    const file = parts.at(-1) ?? '';
    const isGood = prescribed.test(file) || fileName.test(file) || componentName.test(file) || file.endsWith('.md');
    const folder = parts.slice(0, -1).find((part) => !folderName.test(part) && !prescribed.test(part));
    return [
      ...(isGood ? [] : [`${path}: files are called in kebab-case, components in PascalCase.`]),
      ...(folder ? [`${path}: folders are called in kebab-case.`] : []),
    ];
  });
}

/** This check names what it looks for. */
const itself = /^tooling\/house\/written-well/;
const unfinished = /\b(TODO|FIXME|XXX|HACK)\b/;
const leftOut = /\b(?:test|it|describe|suite|bench)\.(?:only|skip|todo)\b|\.(?:only|skip|skipIf|runIf)\(/;
const typesSilenced = /@ts-(?:ignore|nocheck)\b/;
const lintSilenced = /biome-ignore(?:-all|-start|-end)?\s+([\w/]+)(?::\s*(.*))?/;
const typesExpected = /@ts-expect-error(.*)$/;

/** Unfinished work, tests that are left out, checks that are silenced without a reason: `file:line` each. */
export function complaintsAboutHonesty(files: readonly SourceFile[]): string[] {
  return files
    .filter(({ path }) => !itself.test(path))
    .flatMap(({ path, text }) =>
      text.split('\n').flatMap((line, at) => {
        const say = (what: string) => [`${path}:${at + 1} ${what}`];
        if (unfinished.test(line)) return say('is marked as unfinished.');
        if (/\.(test|e2e|test-d)\.ts$/.test(path) && leftOut.test(line)) return say('leaves a test out.');
        if (typesSilenced.test(line)) return say('silences the types.');
        const lint = lintSilenced.exec(line);
        if (lint && !/\w+ \w+/.test(lint[2] ?? '')) return say('silences the lint without a reason.');
        const types = typesExpected.exec(line);
        if (types && !/\w+ \w+/.test(types[1] ?? '')) return say('expects a type error without saying why.');
        return [];
      }),
    );
}
