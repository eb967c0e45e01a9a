import type { Outcome } from './check.ts';

/** What is read of the JSON report of vitest. */
export type TestReport = {
  testResults: {
    name: string;
    status: string;
    message?: string;
    assertionResults: { ancestorTitles: string[]; title: string; status: string }[];
  }[];
};

export const dialects = ['sqlite', 'postgres'] as const;
export type Dialect = (typeof dialects)[number];

export type TestCount = {
  passed: number;
  failed: number;
  /** Tests that did not run; none may. */
  leftOut: string[];
  /** Files that could not even be read. */
  brokenFiles: string[];
  perDialect: Record<Dialect, number>;
  /** Tests that ran on one database only. */
  onOneDialectOnly: string[];
};

type Test = { file: string; path: string[]; status: string };

const nameOf = ({ file, path }: Test) => `${file} > ${path.join(' > ')}`;
const dialectOf = ({ path }: Test) =>
  dialects.find((dialect) => path.some((title) => title.endsWith(` on ${dialect}`)));

/** Counts a run's tests, all together and per database. */
export function countTests({ testResults }: TestReport): TestCount {
  const tests: Test[] = testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map((test) => ({ file: name, path: [...test.ancestorTitles, test.title], status: test.status })),
  );
  const perDialect: Record<Dialect, number> = { sqlite: 0, postgres: 0 };
  const twins = new Map<string, Dialect[]>();
  for (const test of tests) {
    const dialect = dialectOf(test);
    if (!dialect) continue;
    perDialect[dialect] += 1;
    const twin = nameOf({ ...test, path: test.path.map((title) => title.replace(` on ${dialect}`, '')) });
    twins.set(twin, [...(twins.get(twin) ?? []), dialect]);
  }
  return {
    passed: tests.filter(({ status }) => status === 'passed').length,
    failed: tests.filter(({ status }) => status === 'failed').length,
    leftOut: tests.filter(({ status }) => status !== 'passed' && status !== 'failed').map(nameOf),
    brokenFiles: testResults
      .filter(({ status, assertionResults }) => status === 'failed' && !assertionResults.some(isFailed))
      .map(({ name, message }) => `${name}: ${message ?? 'it failed outside its tests'}`),
    perDialect,
    onOneDialectOnly: [...twins].filter(([, on]) => new Set(on).size !== dialects.length).map(([name]) => name),
  };
}

const isFailed = ({ status }: { status: string }) => status === 'failed';

/** The count of the tests as outcome of a check. `code` is vitest's own: errors outside any test show only there. */
export function outcomeOfTests(count: TestCount, code: number): Outcome {
  const { passed, failed, leftOut, brokenFiles } = count;
  const complaints = [
    ...brokenFiles.map((file) => `A test file is broken: ${file}`),
    ...leftOut.map((name) => `A test was left out: ${name}`),
  ];
  if (passed + failed === 0) complaints.push('There was no test to run.');
  if (code !== 0 && failed + complaints.length === 0) complaints.push('An error happened outside the tests.');
  return {
    passed,
    failed: failed + complaints.length,
    summary: `${passed} tests passed, ${failed} failed, ${leftOut.length} left out`,
    output: complaints.join('\n'),
  };
}

/** Do both databases run the same tests, each at least one? */
export function outcomeOfDialects(count: TestCount): Outcome {
  const { sqlite, postgres } = count.perDialect;
  const complaints = count.onOneDialectOnly.map((name) => `This runs on one database only: ${name}`);
  if (sqlite !== postgres) complaints.push('The databases run a different number of tests.');
  if (sqlite + postgres === 0) complaints.push('No test ran on a database.');
  return {
    passed: complaints.length === 0 ? 1 : 0,
    failed: complaints.length === 0 ? 0 : 1,
    summary: `sqlite: ${sqlite}, postgres: ${postgres}`,
    output: complaints.join('\n'),
  };
}
