import { Locale } from '@milepost/contract/organisation';
import { pino } from 'pino';
import type { Deps } from '../deps.ts';
import { openDemo } from '../features/demo/open-demo.ts';
import { clipFile } from '../features/leads/clip-file.ts';
import { Failure } from '../http/failure.ts';
import { openHouse, settingsOf } from '../open-house.ts';
import { addPerson } from './add-person.ts';
import { type Arguments, readArguments, textOption, UsageError } from './arguments.ts';
import { backUp, restore } from './backup.ts';
import { figures } from './figures.ts';
import { importFile, importUsage } from './import.ts';
import { organisationOf } from './organisation-of.ts';
import { setUpOrganisation } from './set-up.ts';

type Verb = { usage: string; run(deps: Deps, args: Arguments): Promise<unknown> };

/** Verbs that work on a database. */
const verbs: Readonly<Record<string, Verb>> = {
  migrate: { usage: 'migrate', run: async ({ dialect }) => ({ database: dialect.kind, migrated: true }) },
  setup: { usage: 'setup --org NAME --currency CODE --admin EMAIL [--password TEXT]', run: setUpOrganisation },
  demo: {
    usage: 'demo [--locale en|zh-Hans|zh-Hant]',
    run: (deps, args) => openDemo(deps, Locale.catch('en').parse(textOption(args, 'locale'))),
  },
  'person add': {
    usage: 'person add --name NAME --email EMAIL [--role ROLE] [--team NAME] [--org ID]',
    run: addPerson,
  },
  import: { usage: importUsage, run: importFile },
  figures: {
    usage: 'figures MEASURE --from DAY --to DAY [--by DIMENSION] [--org ID]',
    run: async (deps, args) => figures(deps, await organisationOf(deps, args), args),
  },
  backup: { usage: 'backup FILE', run: backUp },
  restore: { usage: 'restore FILE', run: restore },
};

const clipUsage = 'clip FILE… [--url URL] [--country CODE]';
const flags = new Set(['accept-likely', 'dry-run', 'help']);

const usage = () =>
  [
    'Usage: npm run milepost -- VERB',
    ...[...Object.values(verbs).map((verb) => verb.usage), clipUsage].map((one) => `  ${one}`),
  ].join('\n');

const print = (value: unknown) => process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);

/** One line a file, the same reading as the extension's; no database is asked. */
async function clip(args: Arguments): Promise<void> {
  if (args.words.length === 0) throw new UsageError(clipUsage);
  const [url, country] = [textOption(args, 'url'), textOption(args, 'country')];
  for (const file of args.words) {
    const read = await clipFile(file, { ...(url ? { url } : {}), ...(country ? { country } : {}) });
    process.stdout.write(`${JSON.stringify(read)}\n`);
  }
}

async function main(list: readonly string[]): Promise<void> {
  const args = readArguments(list, flags);
  const two = args.words.slice(0, 2).join(' ');
  const name = two in verbs ? two : (args.words[0] ?? '');
  if (name === 'clip') return clip({ ...args, words: args.words.slice(1) });
  const verb = verbs[name];
  if (!verb || args.options.has('help')) throw new UsageError(usage());
  const house = await openHouse({
    ...settingsOf(process.env),
    baseUrl: process.env['MILEPOST_URL'] ?? 'http://localhost:4310',
    log: pino({ level: 'silent' }),
  });
  try {
    print(await verb.run(house.deps, { ...args, words: args.words.slice(name.split(' ').length) }));
  } finally {
    await house.close();
  }
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UsageError || error instanceof Failure)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
