import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export type Dependency = { name: string; version: string; licence: string | null };

const store = fileURLToPath(new URL('../../node_modules/.pnpm', import.meta.url));

type Manifest = { name?: string; version?: string; license?: unknown; licenses?: unknown };

/** The licence in whatever form a package states it: text, an object, a list. */
export function licenceOf({ license, licenses }: Manifest): string | null {
  const stated = license ?? licenses;
  const one = (value: unknown) =>
    typeof value === 'string' ? value : ((value as { type?: string } | null)?.type ?? null);
  if (Array.isArray(stated)) return stated.map(one).filter(Boolean).join(' OR ') || null;
  return one(stated);
}

/** Every package that pnpm has installed for this machine, of the product and of its tools. */
export function installedPackages(): Dependency[] {
  const found = new Map<string, Dependency>();
  for (const entry of readdirSync(store)) {
    const folder = join(store, entry, 'node_modules');
    if (entry === 'node_modules' || !existsSync(folder)) continue;
    // `name@version` or `@scope+name@version`, then the peers it was resolved with
    const name = entry.replace(/^(@[^+@]+)\+/, '$1/').replace(/(?<=.)@.*$/, '');
    const file = join(folder, name, 'package.json');
    if (!existsSync(file)) continue;
    const manifest = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
    const version = manifest.version ?? '';
    found.set(`${name}@${version}`, { name, version, licence: licenceOf(manifest) });
  }
  return [...found.values()];
}

/** Licences that ask for nothing but their notice, or that bind only the package's own files (MPL). */
const accepted = new Set([
  'MIT',
  'MIT-0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'ISC',
  'MPL-2.0',
  '0BSD',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'Unlicense',
  'Python-2.0',
]);

/** Does an expression leave at least one way of use that is accepted? */
export function isAccepted(licence: string): boolean {
  const ways = licence.replace(/[()]/g, '').split(/\s+OR\s+/i);
  return ways.some((way) => way.split(/\s+AND\s+/i).every((name) => accepted.has(name.trim())));
}

/** Packages that state another licence, or none, and are accepted by name: package → reason. */
export type Reasons = Readonly<Record<string, string>>;

export function complaintsAboutLicences(packages: readonly Dependency[], reasons: Reasons): string[] {
  const refused = packages.filter(({ licence }) => !(licence && isAccepted(licence)));
  const excused = (name: string) => name in reasons;
  return [
    ...refused
      .filter(({ name }) => !excused(name))
      .map(({ name, version, licence }) => `${name} ${version} is under "${licence ?? 'no licence'}".`),
    ...Object.keys(reasons)
      .filter((name) => !refused.some((refusal) => refusal.name === name))
      .map((name) => `${name} needs its reason no more: take it off the list.`),
  ];
}
