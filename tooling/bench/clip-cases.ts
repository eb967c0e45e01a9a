import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Marks a human put on the visible text of a page, by kind (`TEL`, `ORG`, `PER` …). */
export type Marks = Partial<Record<string, readonly string[]>>;

/** What a page's file of right values says; every part may be absent. */
export type Expected = {
  kind?: string;
  default_country?: string;
  url?: string;
  me?: string;
  leads?: readonly ExpectedLead[];
  leads_first?: readonly ExpectedLead[];
  cards?: number;
  emails?: readonly string[];
  phones?: readonly ExpectedPhone[];
  also_acceptable?: { emails?: readonly string[]; tel_hrefs?: readonly string[] };
  must_not?: Record<string, unknown>;
  reply?: string;
  reply_starts?: string;
  from?: { name?: string; email?: string };
  subject?: string;
  body?: string;
  forwarded?: readonly { from_name?: string; subject?: string }[];
  quoted_from?: { name?: string; email?: string };
};

export type ExpectedPhone = { text?: string; e164?: readonly string[]; kind?: string; label?: string };

export type ExpectedLead = {
  kind?: 'person' | 'org';
  name?: string;
  title?: string;
  company?: string;
  subject?: string;
  company_alternatives?: readonly string[];
  emails?: readonly string[];
  phones?: readonly (ExpectedPhone | string)[];
  faxes?: readonly string[];
  address?: Record<string, string>;
  website?: string;
  wechat?: string;
  qq?: string;
  skype?: string;
};

/** A thing of the microformats suites, as they write down what a parser should give. */
export type MicroformatItem = {
  type?: readonly string[];
  value?: string;
  properties?: Record<string, readonly (string | MicroformatItem)[]>;
};

/** One page, mail or card with what is right about it. */
export type ClipCase = { name: string; path: string } & (
  | { truth: 'marks'; marks: Marks }
  | { truth: 'values'; expected: Expected }
  | { truth: 'items'; items: readonly MicroformatItem[] }
  | { truth: 'reply'; reply: string }
);

const READ = /\.(?:x?html?|eml|vcf|txt)$/i;

/** Every case below a folder, whatever its shape: marks, right values or a suite's items beside the page; replies by folder. */
export function clipCases(folder: string): ClipCase[] {
  if (!existsSync(folder)) return [];
  const cases: ClipCase[] = [];
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => READ.test(file));
  for (const file of files.sort()) {
    const found = caseOf(join(folder, file));
    if (found !== undefined) cases.push({ name: file.replace(/\.[^.]+$/, ''), path: join(folder, file), ...found });
  }
  return cases;
}

type Truth = ClipCase extends infer Case ? (Case extends ClipCase ? Omit<Case, 'name' | 'path'> : never) : never;

function caseOf(path: string): Truth | undefined {
  const trimmed = join(dirname(dirname(path)), 'trimmed', basename(path));
  if (basename(dirname(path)) === 'emails' && existsSync(trimmed))
    return { truth: 'reply', reply: readFileSync(trimmed, 'utf8') };
  const stem = path.replace(/\.[^.]+$/, '');
  if (existsSync(`${stem}.expected.json`)) return { truth: 'values', expected: jsonOf(`${stem}.expected.json`) };
  if (!existsSync(`${stem}.json`)) return undefined;
  const said: object = jsonOf(`${stem}.json`);
  return 'items' in said
    ? { truth: 'items', items: said.items as readonly MicroformatItem[] }
    : { truth: 'marks', marks: said as Marks };
}

const jsonOf = <T>(path: string): T => JSON.parse(readFileSync(path, 'utf8')) as T;

/**
 * The half a name falls into, so that rules are tuned on one half and checked on the other. The name's letters decide (FNV-1a),
 * not its place in a list: a new page moves no other.
 */
export function halfOf(name: string): 'a' | 'b' {
  let hash = 0x811c9dc5;
  for (const letter of basename(name)) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193) >>> 0;
  return (hash ^ (hash >>> 16)) % 2 === 0 ? 'a' : 'b';
}
