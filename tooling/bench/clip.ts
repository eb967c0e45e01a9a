// How well the reader reads: precision, recall and F1 by field and class of source on pages that people marked, and how fast.
// The pages are not part of the project: `--data DIR` (else MILEPOST_PAGES, else `shared/data` beside the project) holds the
// folders `contact-pages`, `capture`, `microformats` and `quoted-replies`; `--corpus DIR` is one folder of pages in the same
// shapes, judged alone. `--half a|b` takes only that half of the pages, so that rules are tuned on one and checked on the other.
import { existsSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { readFileLeads } from '@milepost/api/features/leads/clip-file';
import { splitReply } from '@milepost/capture/mail/split-reply';
import { barOf } from './clip-bars.ts';
import { bundleFigures } from './clip-bundle.ts';
import { type ClipCase, clipCases, halfOf } from './clip-cases.ts';
import { judgeMarks } from './clip-page.ts';
import { readingTime, speedFigures, type Timed } from './clip-speed.ts';
import { judgeSuite } from './clip-suite.ts';
import { count, scoreOf, Tallies, type Tally } from './clip-tally.ts';
import { judgeValues } from './clip-values.ts';
import type { Options, Run } from './figure.ts';

const FOLDERS = ['contact-pages', 'capture', 'microformats', 'quoted-replies'];
const SUITE_URL = 'http://example.com/';

/** The cases to judge, by folder. */
function chosenCases(options: Options): [string, ClipCase[]][] {
  const named = options['corpus'];
  const root = options['data'] ?? process.env['MILEPOST_PAGES'] ?? resolve(import.meta.dirname, '../../../shared/data');
  const folders = named === undefined ? FOLDERS.map((folder) => join(root, folder)) : [resolve(named)];
  const half = options['half'];
  const found: [string, ClipCase[]][] = [];
  for (const folder of folders) {
    if (!existsSync(folder))
      console.error(`There are no pages in ${relative(process.cwd(), folder)}: nothing is judged there. See --data.`);
    const cases = clipCases(folder).filter(({ name }) => half === undefined || halfOf(name) === half);
    found.push([folder, cases]);
  }
  return found;
}

/** `npm run bench -- clip`: one line for each field of each class of source. */
export const run: Run = async (report, options = {}) => {
  const times: Timed[] = [];
  for (const [folder, cases] of chosenCases(options)) {
    const tallies = new Map<string, Tallies>();
    for (const one of cases) times.push(...(await judgeCase(one, folder, tallies)));
    for (const [group, byField] of tallies)
      for (const [field, tally] of byField.byName) report(lineFor(group, field, tally));
  }
  for (const figure of speedFigures(times)) report(figure);
  for (const figure of await bundleFigures()) report(figure);
};

function lineFor(group: string, field: string, tally: Tally): Parameters<Parameters<Run>[0]>[0] {
  const score = scoreOf(tally);
  const { right, wrong, missed } = tally;
  return { name: field, group, ...score, right, wrong, missed, ...barOf(field, tally), pages: [...tally.pages] };
}

async function judgeCase(one: ClipCase, folder: string, tallies: Map<string, Tallies>): Promise<Timed[]> {
  const into = (group: string): Tallies => {
    const known = tallies.get(group) ?? new Tallies();
    tallies.set(group, known);
    return known;
  };
  const bytes = readFileSync(one.path);
  if (one.truth === 'reply') {
    const kept = splitReply(bytes.toString('utf8')).reply;
    const isRight = kept.replace(/\s+/g, ' ').trim() === one.reply.replace(/\s+/g, ' ').trim();
    count(into('replies').of('quoted reply split off'), one.name, isRight ? { right: 1 } : { missed: 1 });
    return [];
  }
  const url = one.truth === 'values' ? one.expected.url : one.truth === 'items' ? SUITE_URL : undefined;
  const country = one.truth === 'values' ? one.expected.default_country : one.truth === 'marks' ? 'US' : undefined;
  const reading = await readFileLeads(one.path, bytes, { ...(url && { url }), ...(country && { country }) });
  if (one.truth === 'marks')
    judgeMarks(
      { name: one.name, html: bytes.toString('utf8'), reading },
      one.marks,
      into('pages'),
      !one.name.startsWith('bp-'),
    );
  else if (one.truth === 'items') judgeSuite(one.name, reading, one.items, into('microformats'));
  else judgeValues(one.name, reading, one.expected, groupOf(one, folder), into(groupOf(one, folder)));
  return /\.x?html?$/i.test(one.path) ? [{ page: one.name, bytes: bytes.length, ms: readingTime(one.path) }] : [];
}

/** Pages of the web, mails and cards are judged apart; structured pages are those whose expected values name their leads. */
function groupOf({ path, truth }: ClipCase, folder: string): string {
  if (truth !== 'values') return 'pages';
  if (/\.vcf$/i.test(path)) return 'cards';
  if (/(?:^|[/\\])email[/\\]|\.eml$/i.test(relative(folder, path))) return 'mails';
  return 'web';
}
