// The only entry point a newcomer needs: some Node (18 or newer) and npm, nothing else installed.
// Where that Node is older than the product's floor, npm brings the pinned one (tools/node) and this script runs itself
// again under it, so that pnpm, turbo, vite, vitest and the API all see the new one.
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bringNode, bringPackages, bringPnpm, root, say, stopWith } from './bring.mjs';
import { endWithParent, mustRun, runToEnd } from './child-process.mjs';

const self = fileURLToPath(import.meta.url);
const env = process.env;
const [task = '', ...rest] = process.argv.slice(2);
env.TURBO_TELEMETRY_DISABLED ??= '1';
env.DO_NOT_TRACK ??= '1';

const node = await bringNode();
if (node) process.exit(await runToEnd(node, [self, ...process.argv.slice(2)]));
await bringPnpm();
await bringPackages();

// npm moves to the root before it runs a script; files on the command line are meant from where the caller stood.
const standing = (env.npm_lifecycle_event && env.INIT_CWD) || process.cwd();
const data = resolve(standing, env.MILEPOST_DATA || join(root, 'data'));
process.chdir(root);

/** A tool of ours as a process of its own: it alone owns standard output. @param {string} file */
const own = async (file) =>
  process.exit(
    await runToEnd(process.execPath, [join(root, file), ...rest], {
      cwd: standing,
      env: { ...env, MILEPOST_DATA: data },
    }),
  );

/** @type {Record<string, () => unknown>} */
const tasks = {
  setup: () => say('Everything is here. Next: npm start'),
  start: async () => {
    const { buildPortal } = await import('./portal-build.mjs');
    await buildPortal();
    env.MILEPOST_DATA = data;
    endWithParent();
    const main = join(root, 'apps', 'api', 'src', 'main.ts');
    process.argv = [process.execPath, main, ...rest];
    // Node reads the TypeScript itself; it is the same process, so signals just work.
    await import('../apps/api/src/main.ts');
  },
  test: async () => {
    endWithParent();
    const { runChecks } = await import('../tooling/checks/run-checks.ts');
    process.exit(await runChecks(rest));
  },
  build: () => mustRun('turbo', ['run', 'build', ...rest]),
  milepost: () => own('apps/api/src/cli/milepost.ts'),
  golden: () => own('tooling/golden/golden.ts'),
  bench: () => own('tooling/bench/bench.ts'),
  judge: () => own('tooling/judge/judge.ts'),
  'package-extension': () => mustRun('pnpm', ['--filter', '@milepost/extension', 'run', 'zip']),
  exec: () => mustRun('pnpm', ['exec', ...rest], { cwd: standing }),
};

const chosen = Object.hasOwn(tasks, task) ? tasks[task] : undefined;
if (!chosen) stopWith(`There is no task "${task}". There are: ${Object.keys(tasks).join(', ')}.`);
await chosen();
