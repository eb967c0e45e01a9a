import { describe, expect, test } from 'vitest';
import { countTests, outcomeOfDialects, outcomeOfTests, type TestReport } from './count-tests.ts';

type Row = [suite: string, title: string, status?: string];
const report = (...rows: Row[]): TestReport => ({
  testResults: [
    {
      name: 'leads/store.test.ts',
      status: 'passed',
      assertionResults: rows.map(([suite, title, status = 'passed']) => ({ ancestorTitles: [suite], title, status })),
    },
  ],
});

const both: Row[] = [
  ['leads store on sqlite', 'keeps a lead'],
  ['leads store on postgres', 'keeps a lead'],
  ['money', 'rounds half away from zero'],
];

describe('the count of the tests', () => {
  test('counts all of them, and those of each database', () => {
    const count = countTests(report(...both));
    expect(outcomeOfTests(count, 0)).toMatchObject({ passed: 3, failed: 0 });
    expect(outcomeOfDialects(count)).toMatchObject({ passed: 1, failed: 0, summary: 'sqlite: 1, postgres: 1' });
  });

  test('fails when a test is left out', () => {
    const count = countTests(report(...both, ['money', 'reads yen', 'skipped']));
    expect(outcomeOfTests(count, 0)).toMatchObject({ passed: 3, failed: 1 });
    expect(outcomeOfTests(count, 0).output).toContain('reads yen');
  });

  test('fails when a database runs fewer tests', () => {
    const count = countTests(report(...both, ['leads store on sqlite', 'finds lookalikes']));
    expect(outcomeOfDialects(count)).toMatchObject({ failed: 1, summary: 'sqlite: 2, postgres: 1' });
    expect(outcomeOfDialects(count).output).toContain('finds lookalikes');
  });

  test('fails when each database runs another test, though the numbers agree', () => {
    const count = countTests(report(['store on sqlite', 'one'], ['store on postgres', 'two']));
    expect(outcomeOfDialects(count).failed).toBe(1);
  });

  test('fails when nothing ran on a database, or nothing ran at all', () => {
    expect(outcomeOfDialects(countTests(report(['money', 'adds']))).failed).toBe(1);
    expect(outcomeOfTests(countTests({ testResults: [] }), 0).failed).toBe(1);
  });

  test('fails when a file cannot be read, and when an error happened outside the tests', () => {
    const broken = { name: 'broken.test.ts', status: 'failed', message: 'SyntaxError', assertionResults: [] };
    const count = countTests({ testResults: [...report(...both).testResults, broken] });
    expect(outcomeOfTests(count, 1)).toMatchObject({ passed: 3, failed: 1 });
    expect(outcomeOfTests(countTests(report(...both)), 1)).toMatchObject({ passed: 3, failed: 1 });
  });
});
