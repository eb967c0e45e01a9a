import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { ImportMapping, ImportOptions } from '@milepost/contract/imports';
import type { Deps } from '../deps.ts';
import { isImportKind, kinds } from '../features/imports/kinds.ts';
import { runImport } from '../features/imports/run-import.ts';
import { type Arguments, textOption, UsageError } from './arguments.ts';
import { organisationOf } from './organisation-of.ts';

export const importUsage = `import ${Object.keys(kinds).join('|')} FILE [--map FILE] [--org ID] [--accept-likely] [--dry-run]`;

/** `{"column header": "field" | null, …, "$options": {unit, dateFormat, decimalMark, lookups, …}}`. */
async function readMap(path: string | undefined) {
  if (path === undefined) return { mapping: {}, options: {} };
  let said: unknown;
  try {
    said = JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    throw new UsageError(`${path} is no JSON file: ${error instanceof Error ? error.message : ''}`);
  }
  const { $options = {}, ...columns } = (said ?? {}) as Record<string, unknown>;
  const [mapping, options] = [ImportMapping.safeParse(columns), ImportOptions.strict().safeParse($options)];
  const issues = [...(mapping.error?.issues ?? []), ...(options.error?.issues ?? [])];
  if (!mapping.success || !options.success)
    throw new UsageError(issues.map((issue) => `${path}: ${issue.path.join('.')}: ${issue.message}`).join('\n'));
  return { mapping: mapping.data, options: options.data };
}

/** Imports a file as the operator and answers its report. @throws UsageError, Failure of `runImport` */
export async function importFile(deps: Deps, args: Arguments): Promise<unknown> {
  const [kind = '', path] = args.words;
  if (!isImportKind(kind) || path === undefined) throw new UsageError(`Usage: ${importUsage}`);
  const actor = await organisationOf(deps, args);
  const said = await readMap(textOption(args, 'map'));
  return runImport(deps, actor, {
    kind,
    source: { path },
    fileName: basename(path),
    ...said,
    acceptsLikely: args.options.has('accept-likely'),
    isDryRun: args.options.has('dry-run'),
  });
}
