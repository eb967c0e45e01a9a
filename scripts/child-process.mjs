// Starting other programs so that stopping npm stops them too.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';

const windows = process.platform === 'win32';
const parent = process.ppid;
/** npm hands a SIGTERM to its shell only, which dies and leaves us behind: then our parent changes. */
const watchesParent = Boolean(process.env.npm_lifecycle_event) && !windows;
const orphaned = () => watchesParent && process.ppid !== parent;

/**
 * Runs a program to its end and answers its exit code; signals are passed on.
 * A terminal gives Ctrl-C to the whole process group by itself, so an interrupt is handed on only where there is none.
 * @param {string} command @param {string[]} args @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>}
 */
export function runToEnd(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', shell: windows && !command.endsWith('.exe'), ...options });
    /** @param {NodeJS.Signals} signal */
    const pass = (signal) => {
      if (signal === 'SIGTERM' || !process.stdin.isTTY) child.kill(signal);
    };
    /** @type {NodeJS.Signals[]} */
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    for (const signal of signals) process.on(signal, pass);
    const watch = watchesParent ? setInterval(() => orphaned() && child.kill('SIGTERM'), 500) : undefined;
    const settle = () => {
      clearInterval(watch);
      for (const signal of signals) process.off(signal, pass);
    };
    child.once('error', (error) => {
      settle();
      reject(error);
    });
    child.once('exit', (code, signal) => {
      settle();
      resolve(code ?? 128 + (signal ? constants.signals[signal] : 0));
    });
  });
}

/** Runs a program that must succeed: its failure ends this process with the same code.
 * @param {string} command @param {string[]} args @param {import('node:child_process').SpawnOptions} [options] */
export async function mustRun(command, args, options) {
  const code = await runToEnd(command, args, options);
  if (code !== 0) process.exit(code);
}

/** For work done inside this very process: ends it, as SIGTERM would, when npm was stopped and left it behind. */
export function endWithParent() {
  if (watchesParent) setInterval(() => orphaned() && process.kill(process.pid, 'SIGTERM'), 500).unref();
}
