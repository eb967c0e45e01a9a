// Tells the stories of this folder: `node e2e/run.ts [--stories | --accessibility] [--report=FILE] [--on=sqlite] [--pictures] [WORD…]`.
// A WORD picks the stories whose file name or title contains it. Each telling is a process of its own.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { startThrowawayPostgres } from '@milepost/api/db/throwaway-postgres';
import { bringChromium } from './bring-chromium.ts';
import type { Dialect, Story } from './story.ts';
import { openContext } from './story-context.ts';
import { leaveTwoTeams, twoTeamsLeftIn } from './two-teams.ts';

type Telling = { file: string; title: string; dialect: Dialect; limitSeconds: number };
type Told = { isGood: boolean; seconds: number; output: string };

const here = import.meta.dirname;
// Every telling starts servers of the same modules: what was compiled once is taken by the next.
process.env['NODE_COMPILE_CACHE'] ??= resolve(here, '../node_modules/.cache/compiled');
const { values: options, positionals: words } = parseArgs({
  allowPositionals: true,
  options: {
    stories: { type: 'boolean' },
    accessibility: { type: 'boolean' },
    report: { type: 'string' },
    on: { type: 'string' },
    pictures: { type: 'boolean' },
  },
});

async function chosenTellings(): Promise<{ tellings: Telling[]; broken: string[] }> {
  const tellings: Telling[] = [];
  const broken: string[] = [];
  for (const file of readdirSync(here).filter((name) => name.endsWith('.e2e.ts'))) {
    const isAccessibility = file.startsWith('accessibility');
    if (isAccessibility ? options.stories : options.accessibility) continue;
    try {
      const story = (await import(pathToFileURL(join(here, file)).href)) as Story;
      const { title, dialects = ['sqlite', 'postgres'], limitSeconds = 600 } = story;
      if (words.length > 0 && !words.some((word) => file.includes(word) || title.includes(word))) continue;
      for (const dialect of dialects)
        if (!options.on || options.on === dialect) tellings.push({ file, title, dialect, limitSeconds });
    } catch (error) {
      broken.push(`not ok ${file} cannot be read: ${error instanceof Error ? error.stack : error}`);
    }
  }
  return { tellings, broken };
}

function tell({ file, dialect, limitSeconds }: Telling): Promise<Told> {
  return new Promise((done) => {
    const began = performance.now();
    const child = spawn(process.execPath, [join(here, 'run-story.ts'), join(here, file), dialect], {
      stdio: ['ignore', 'pipe', 'pipe'],
      // Side panels become pages that Playwright can drive.
      env: { ...process.env, PW_CHROMIUM_ATTACH_TO_OTHER: '1', ...(options.pictures ? { E2E_PICTURES: '1' } : {}) },
      // A group of its own: a stuck story is ended together with its server and its browser.
      detached: process.platform !== 'win32',
    });
    const endGroup = (signal: NodeJS.Signals) => {
      try {
        if (child.pid) process.kill(process.platform === 'win32' ? child.pid : -child.pid, signal);
      } catch {
        // It has ended already.
      }
    };
    const endWithUs = () => endGroup('SIGKILL');
    process.once('exit', endWithUs);
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        output += chunk;
      });
    const stuck = setTimeout(() => {
      output += `It took longer than ${limitSeconds} s.\n`;
      child.kill('SIGTERM');
      setTimeout(() => endGroup('SIGKILL'), 8000).unref();
    }, limitSeconds * 1000);
    child.once('close', (code) => {
      clearTimeout(stuck);
      process.off('exit', endWithUs);
      endGroup('SIGKILL');
      done({ isGood: code === 0, seconds: (performance.now() - began) / 1000, output });
    });
  });
}

async function tellAll(tellings: Telling[]): Promise<{ passed: number; failed: number; lines: string[] }> {
  const result = { passed: 0, failed: 0, lines: [] as string[] };
  const waiting = [...tellings];
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const { isGood, seconds, output } = await tell(next);
      result[isGood ? 'passed' : 'failed'] += 1;
      const line = `${isGood ? 'ok' : 'not ok'} ${next.title} on ${next.dialect} (${seconds.toFixed(1)} s)`;
      result.lines.push(line);
      console.log(line);
      if (!isGood || words.length > 0) console.log(output.trimEnd().replace(/^/gm, '    '));
    }
  };
  await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, worker));
  return result;
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
const built = [resolve(here, '../apps/portal/dist'), resolve(here, '../apps/extension/.output/chrome-mv3')];
const missing = built.filter((folder) => !existsSync(folder));
if (missing.length > 0) console.log(`Not built yet (npm run build): ${missing.join(', ')}`);

const { tellings, broken } = await chosenTellings();
// Who names a browser wants that one for all stories.
const named = process.env['CHROMIUM_PATH'];
if (named) process.env['CHROMIUM_SHELL_PATH'] ??= named;
if (tellings.length > 0) process.env['CHROMIUM_PATH'] = await bringChromium();
const needsServer = tellings.some(({ dialect }) => dialect === 'postgres') && !process.env['TEST_DATABASE_URL'];
const server = needsServer ? await startThrowawayPostgres() : undefined;
if (server) process.env['TEST_DATABASE_URL'] = server.url;
const founded = await Promise.all(
  [...new Set(tellings.map(({ dialect }) => dialect))].map(async (dialect) => {
    const { context, close } = openContext('two-teams', dialect);
    process.env[twoTeamsLeftIn(dialect)] = JSON.stringify(await leaveTwoTeams(context));
    return close;
  }),
);
const result = await tellAll(tellings);
for (const close of founded) await close();
await server?.stop();

for (const line of broken) console.log(line);
result.failed += broken.length;
result.lines.push(...broken.map((line) => line.split('\n')[0] ?? line));
if (tellings.length + broken.length === 0) console.log('There is no such story.');
console.log(`${result.passed} stories passed, ${result.failed} failed`);
if (options.report) {
  mkdirSync(dirname(resolve(options.report)), { recursive: true });
  writeFileSync(options.report, JSON.stringify(result));
}
process.exit(result.failed > 0 || result.passed === 0 ? 1 : 0);
