// Brings what the house stands on, each only where it is missing: the pinned Node, pnpm, the packages.
// Runs on Node 18. Everything it says goes to standard error: standard output belongs to the task.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mustRun } from './child-process.mjs';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const env = process.env;
const windows = process.platform === 'win32';
env.MILEPOST_BEGAN ??= String(Date.now());
const began = Number(env.MILEPOST_BEGAN);

/** @param {string} text */
export const say = (text) => process.stderr.write(`milepost  ${((Date.now() - began) / 1000).toFixed(1)} s  ${text}\n`);
/** @param {string} file */
const json = (file) => JSON.parse(readFileSync(file, 'utf8'));
/** @param {string} text @returns {never} */
export function stopWith(text) {
  process.stderr.write(`${text}\n`);
  process.exit(1);
}

/** Is this Node inside a range written as `^a.b.c` and `>=a.b.c` joined by `||`?
 * @param {string} range @param {string} [version] */
export const nodeSatisfies = (range, version = process.versions.node) =>
  range.split('||').some((part) => {
    const [, sign, ...want] = /^\s*(\^|>=)(\d+)\.(\d+)\.(\d+)\s*$/.exec(part) ?? stopWith(`engines.node: ${part}?`);
    const have = version.split('.').map(Number);
    const at = [0, 1, 2].find((place) => have[place] !== Number(want[place]));
    return (sign === '>=' || have[0] === Number(want[0])) && (at === undefined || (have[at] ?? 0) > Number(want[at]));
  });

/** `npm ci` in tools/NAME unless the wanted version already lies there.
 * @param {string} name @param {string} packageName @param {string} want @param {string} words */
async function bringTool(name, packageName, want, words) {
  const folder = join(root, 'tools', name);
  const at = join(folder, 'node_modules', packageName);
  const have = join(at, 'package.json');
  if (existsSync(have) && json(have).version === want) return { at, fresh: false };
  say(words);
  // --include=optional: a user's omit=optional would leave the folder empty without a complaint
  const quiet = ['--include=optional', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  await mustRun('npm', ['ci', ...quiet], { cwd: folder, stdio: ['ignore', 2, 2] });
  return { at, fresh: true };
}

/**
 * The Node to run everything under: undefined where this one is good enough, else the path of the pinned one, which npm
 * brings. MILEPOST_PINNED_NODE=1 asks for the pinned one in any case.
 * @returns {Promise<string | undefined>}
 */
export async function bringNode() {
  const floor = json(join(root, 'package.json')).engines.node;
  const isChild = Boolean(env.MILEPOST_NODE_CHILD);
  if (nodeSatisfies(floor) && (isChild || !env.MILEPOST_PINNED_NODE)) return undefined;
  if (isChild) stopWith(`The pinned Node is ${process.versions.node}, which is too old: see tools/node.`);
  const pins = json(join(root, 'tools', 'node', 'package.json')).optionalDependencies;
  const machine = `${windows ? 'win' : process.platform}-${process.arch}`;
  const name = [`node-${machine}`, `node-bin-${machine}`].find((candidate) => candidate in pins);
  const need = `Node ${floor} is needed, this is ${process.versions.node}`;
  if (!name) return stopWith(`${need}, and npm has none for this machine (${machine}). Install Node 24 yourself.`);
  const words = `Bringing Node ${pins[name]} for this folder only (this machine has ${process.versions.node}) …`;
  const { at, fresh } = await bringTool('node', name, pins[name], words);
  const binary = join(at, 'bin', windows ? 'node.exe' : 'node');
  if (!existsSync(binary)) return stopWith(`${need}, and npm left none in tools/node. Install Node 24 yourself.`);
  if (fresh) {
    const works = spawnSync(binary, ['-p', 'process.versions.node'], { encoding: 'utf8' });
    if (works.status !== 0) {
      rmSync(join(root, 'tools', 'node', 'node_modules'), { recursive: true, force: true });
      return stopWith(`The Node that npm brought does not run here (${works.error ?? works.stderr}). Install Node 24.`);
    }
  }
  env.MILEPOST_NODE_CHILD = '1';
  env.PATH = dirname(binary) + delimiter + env.PATH;
  return binary;
}

/** pnpm, pinned by tools/pnpm; its folder goes first on PATH, where turbo looks for it too. */
export async function bringPnpm() {
  // Headers of this very Node for whatever is compiled: a nodedir in ~/.npmrc may be another Node's.
  const nodedir = dirname(dirname(process.execPath));
  if (existsSync(join(nodedir, 'include', 'node', 'node_version.h'))) env.npm_config_nodedir = nodedir;
  const want = json(join(root, 'tools', 'pnpm', 'package.json')).dependencies.pnpm;
  await bringTool('pnpm', 'pnpm', want, `Bringing pnpm ${want} …`);
  const folders = [join(root, 'tools', 'pnpm', 'node_modules', '.bin'), join(root, 'node_modules', '.bin')];
  env.PATH = [...folders, env.PATH].join(delimiter);
}

/** The packages, as pnpm-lock.yaml names them; a stamp in node_modules says that they lie there. */
export async function bringPackages() {
  const stampFile = join(root, 'node_modules', '.setup-stamp');
  const stamp = createHash('sha256')
    .update(readFileSync(join(root, 'pnpm-lock.yaml')))
    .update(readFileSync(join(root, 'pnpm-workspace.yaml')))
    .update(`${process.platform} ${process.arch} ${process.versions.modules}`)
    .digest('hex');
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  say('Bringing the packages …');
  const how = ['install', '--frozen-lockfile', '--reporter=append-only', '--loglevel=warn'];
  await mustRun('pnpm', how, { cwd: root, stdio: ['ignore', 2, 2] });
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, stamp);
  say('The packages are here.');
}
