import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readOptions, StatedWrongly } from './options.ts';
import { retail, telco } from './reference-customers.ts';
import { leads, opportunities } from './reference-opportunities.ts';
import { cdnow } from './reference-rhythm.ts';

/** Figures by the name of their reference; a function where the reference says which of many are shown. */
export type Reproduced = Readonly<Record<string, unknown>>;

type Leave = { readonly abs?: number; readonly rel?: number };
type Reference = { readonly value: unknown; readonly tolerance: 'exact' | (Leave & Readonly<Record<string, unknown>>) };

const sources: readonly { folder: string; read: (folder: string) => Promise<Reproduced> }[] = [
  { folder: 'cdnow', read: cdnow },
  { folder: 'telco-churn', read: telco },
  { folder: 'online-retail', read: retail },
  { folder: 'leads-xeducation', read: leads },
  { folder: 'maven-crm', read: opportunities },
];

/** The same shape, and every number within what the reference leaves open. */
export function isWithin(got: unknown, expected: unknown, tolerance: Reference['tolerance']): boolean {
  if (typeof expected === 'number') {
    const { abs = 0, rel = 0 } = tolerance === 'exact' ? {} : tolerance;
    // A double carries some 16 digits, whatever a file prints.
    const open = Math.max(abs, rel * Math.abs(expected), 1e-9 * Math.abs(expected));
    return typeof got === 'number' && Math.abs(got - expected) <= open;
  }
  if (expected === null || typeof expected !== 'object') return got === expected;
  if (got === null || typeof got !== 'object') return false;
  const names = Object.keys(expected);
  return (
    Object.keys(got).length === names.length &&
    names.every((name) => isWithin(Reflect.get(got, name), Reflect.get(expected, name), tolerance))
  );
}

/**
 * `reference --data FOLDER`: figures that others published or reckoned of public data, reckoned again by the rules of core. FOLDER holds
 * REFERENCE.json and a folder for each set. What is not there is skipped, and said to be.
 */
export async function judgeReference(args: readonly string[]): Promise<unknown> {
  const { data } = readOptions(args, ['data'], []);
  const file = join(data, 'REFERENCE.json');
  if (!existsSync(file)) throw new StatedWrongly(`${file} is not there: nothing was compared.`);
  const references = JSON.parse(await readFile(file, 'utf8')) as Record<string, Reference>;
  const [met, missed, skipped]: [string[], { name: string; got: unknown; expected: unknown }[], string[]] = [
    [],
    [],
    [],
  ];
  for (const { folder, read } of sources) {
    if (!existsSync(join(data, folder))) {
      skipped.push(folder);
      continue;
    }
    for (const [name, found] of Object.entries(await read(data))) {
      const reference = references[name];
      if (!reference) throw new StatedWrongly(`${file} says nothing of ${name}.`);
      const { value, tolerance } = reference;
      const got = typeof found === 'function' ? found(value) : found;
      if (isWithin(got, value, tolerance)) met.push(name);
      else missed.push({ name, got, expected: value });
    }
  }
  if (missed.length > 0) process.exitCode = 1;
  return { met: met.length, missed, skipped };
}
