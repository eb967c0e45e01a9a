import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { type Ended, runInOrder } from './check.ts';
import { checks, resultsFolder } from './checks.ts';
import { runProgram, stopPrograms } from './program.ts';

const longestOutput = 400;

/** The end of a long output is the part that says what failed. */
function tailOf(output: string): string {
  const lines = output.trimEnd().split('\n');
  const hidden = lines.length - longestOutput;
  return hidden > 0 ? [`(${hidden} lines before)`, ...lines.slice(hidden)].join('\n') : lines.join('\n');
}

function show({ name, seconds, outcome }: Ended): void {
  const log = join(resultsFolder, `${name.replace(/\W+/g, '-')}.log`);
  writeFileSync(log, outcome.output);
  const isGood = outcome.failed === 0;
  console.log(`\n── ${name}: ${isGood ? 'ok' : 'FAILED'} (${seconds.toFixed(1)} s)`);
  if (!isGood) console.log(`${tailOf(outcome.output)}\n(all of it: ${log})`);
  if (outcome.summary) console.log(outcome.summary);
}

/**
 * Runs every check, or those whose name contains one of the words; the last line is `N passed, N failed`.
 * Answers the exit code: 0 only when nothing failed.
 */
export async function runChecks(words: readonly string[]): Promise<number> {
  const chosen = words.length === 0 ? checks : checks.filter(({ name }) => words.some((word) => name.includes(word)));
  if (chosen.length === 0) {
    console.error(`No check is called that. There are: ${checks.map(({ name }) => name).join('; ')}.`);
    return 1;
  }
  const names = new Set(chosen.map(({ name }) => name));
  const alone = chosen.map((check) => ({ ...check, after: (check.after ?? []).filter((name) => names.has(name)) }));
  mkdirSync(resultsFolder, { recursive: true });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => {
      stopPrograms();
      process.exit(130);
    });

  const began = performance.now();
  const seconds = () => `${((performance.now() - began) / 1000).toFixed(0)} s`;
  const running = new Set<string>();
  const heartbeat = setInterval(() => console.log(`   ${seconds()}: still at ${[...running].join(', ')}`), 20_000);
  // A browser may have to be fetched first: that waits for the network while the other checks use the cores.
  const needsBrowser = alone.some(({ name }) => name === 'end to end' || name === 'accessibility');
  const browser = needsBrowser ? runProgram(process.execPath, ['e2e/bring-chromium.ts']) : undefined;
  const withBrowser = alone.map((check) => ({
    ...check,
    run: async () => {
      if (['end to end', 'accessibility'].includes(check.name)) await browser;
      return check.run();
    },
  }));
  const ended = await runInOrder(withBrowser, Math.min(2, availableParallelism()), {
    started: (name) => {
      running.add(name);
      console.log(`   ${seconds()}: ${name} …`);
    },
    finished: (name) => running.delete(name),
    ended: show,
  });
  clearInterval(heartbeat);

  const sum = (key: 'passed' | 'failed') => ended.reduce((total, { outcome }) => total + outcome[key], 0);
  const bad = ended.filter(({ outcome }) => outcome.failed > 0);
  console.log(`\nAll checks took ${seconds()}.`);
  if (bad.length > 0) console.log(`Failed: ${bad.map(({ name }) => name).join('; ')}.`);
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
  return bad.length === 0 ? 0 : 1;
}
