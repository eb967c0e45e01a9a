import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Check, Outcome } from './check.ts';
import { countTests, outcomeOfDialects, outcomeOfTests } from './count-tests.ts';
import { runProgram } from './program.ts';

/** Where reports, logs and screenshots of a run lie. */
export const resultsFolder = 'test-results';

/** A static check: the program's own code says whether it passed. */
const asOne = (command: string, args: string[]) => async (): Promise<Outcome> => {
  const { code, output } = await runProgram(command, args);
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, output };
};

const turbo = (task: string) => ['run', task, '--continue=always', '--output-logs=errors-only'];

async function runTests(): Promise<Outcome> {
  const report = join(resultsFolder, 'unit.json');
  mkdirSync(resultsFolder, { recursive: true });
  rmSync(report, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  // Said here: a project does not take it over from the configuration of all.
  const workers = `--maxWorkers=${Math.min(2, availableParallelism())}`;
  const { code, output } = await runProgram('vitest', ['run', '--no-color', workers, ...reporters]);
  if (!existsSync(report)) return { passed: 0, failed: 1, output: `${output}\nThe tests left no report.` };
  const count = countTests(JSON.parse(readFileSync(report, 'utf8')));
  const tests = outcomeOfTests(count, code);
  const both = outcomeOfDialects(count);
  return {
    passed: tests.passed + both.passed,
    failed: tests.failed + both.failed,
    summary: `${tests.summary}\n${both.summary}`,
    output: [output, tests.output, both.output].filter(Boolean).join('\n'),
  };
}

/** Stories of e2e/, each counted; the runner prints a line of each and leaves the numbers in a file. */
const runStories = (which: 'stories' | 'accessibility') => async (): Promise<Outcome> => {
  const report = join(resultsFolder, `${which}.json`);
  rmSync(report, { force: true });
  const { code, output } = await runProgram(process.execPath, ['e2e/run.ts', `--${which}`, `--report=${report}`]);
  if (!existsSync(report)) return { passed: 0, failed: 1, output: `${output}\nThe stories left no report.` };
  const { passed, failed, lines } = JSON.parse(readFileSync(report, 'utf8'));
  const nothing = passed + failed === 0 || (code !== 0 && failed === 0) ? 1 : 0;
  return { passed, failed: failed + nothing, summary: lines.join('\n'), output };
};

/** Every check of the house, in the order of its headings. */
export const checks: readonly Check[] = [
  {
    name: 'lint and format',
    cores: 1,
    run: asOne('biome', ['check', '--error-on-warnings', '--max-diagnostics=100', '.']),
  },
  {
    name: 'import boundaries',
    cores: 1,
    run: asOne('depcruise', ['--config', '.dependency-cruiser.cjs', 'apps', 'packages', 'e2e', 'tooling']),
  },
  { name: 'dead code', cores: 1, run: asOne('knip', ['--no-progress', '--treat-config-hints-as-errors']) },
  { name: 'build', cores: 2, run: asOne('turbo', turbo('build')) },
  { name: 'types', cores: 2, after: ['build'], run: asOne('turbo', turbo('typecheck')) },
  { name: 'unit tests, both databases', cores: 2, run: runTests },
  { name: 'end to end', cores: 2, after: ['build'], run: runStories('stories') },
  { name: 'accessibility', cores: 2, after: ['build'], run: runStories('accessibility') },
];
