// Finds a Chromium for the stories, and brings one where there is none. Run by itself it prints the path.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { chromium } from 'playwright-core';

const names = ['chromium', 'chromium-browser'];
const shellName = 'chromium-headless-shell';
const elsewhere = ['/Applications/Chromium.app/Contents/MacOS/Chromium', '/snap/bin/chromium'];

const onPath = (wanted: readonly string[]) =>
  (process.env['PATH'] ?? '').split(delimiter).flatMap((folder) => wanted.map((name) => join(folder, name)));
const firstThere = (paths: readonly string[]) => paths.find((path) => path && existsSync(path));

/** A Chromium that lies on this machine: CHROMIUM_PATH, one on PATH, or the one Playwright brought earlier. */
export function findChromium(): string | undefined {
  const given = process.env['CHROMIUM_PATH'];
  if (!given) return firstThere([...onPath(names), ...elsewhere, chromium.executablePath()]);
  if (!existsSync(given)) throw new Error(`CHROMIUM_PATH says ${given}, and nothing is there.`);
  return given;
}

/**
 * Chromium without a window's parts, where there is one: it draws the same pages in a quarter less time, and has no extensions.
 * CHROMIUM_SHELL_PATH names it.
 */
export const findHeadlessShell = (): string | undefined =>
  process.env['CHROMIUM_SHELL_PATH'] ?? firstThere(onPath([shellName]));

const runQuietly = (command: string, args: string[]): Promise<boolean> =>
  new Promise((resolve) => {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const child = spawn(command, args, { stdio: ['ignore', 'ignore', 2], env });
    child.once('error', () => resolve(false));
    child.once('exit', (code) => resolve(code === 0));
  });

/** Debian's own package, where we may install it. */
async function fromDebian(): Promise<boolean> {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return false;
  console.error('Bringing Chromium from Debian …');
  // Another installation on this machine is waited for.
  const patient = ['-o', 'DPkg::Lock::Timeout=300', '-qq'];
  const install = (...packages: string[]) =>
    runQuietly('apt-get', ['install', ...patient, '-y', '--no-install-recommends', ...packages]);
  if (await install('chromium', shellName)) return true;
  // Lists of packages may be missing, and older releases have no shell of its own.
  await runQuietly('apt-get', ['update', ...patient]);
  return (await install('chromium', shellName)) || install('chromium');
}

async function fromPlaywright(): Promise<boolean> {
  console.error('Bringing Chromium from Playwright …');
  const folder = dirname(createRequire(import.meta.url).resolve('playwright-core/package.json'));
  return runQuietly(process.execPath, [join(folder, 'cli.js'), 'install', 'chromium']);
}

/** The path of a Chromium, brought first where there is none; fails with a sentence that says what to do. */
export async function bringChromium(): Promise<string> {
  for (const bring of [async () => true, fromDebian, fromPlaywright]) {
    const found = (await bring()) ? findChromium() : undefined;
    if (found) return found;
  }
  throw new Error('The stories need a Chromium and none could be fetched: install one, or set CHROMIUM_PATH to yours.');
}

if (import.meta.main) console.log(await bringChromium());
