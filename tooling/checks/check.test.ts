import { expect, test } from 'vitest';
import { type Check, type Outcome, runInOrder } from './check.ts';

const good: Outcome = { passed: 1, failed: 0, output: '' };
const after = (ms: number, outcome = good) => new Promise<Outcome>((resolve) => setTimeout(() => resolve(outcome), ms));

test('a check that fails, and one that throws, do not hide the next', async () => {
  const checks: Check[] = [
    { name: 'fails', cores: 1, run: async () => ({ passed: 0, failed: 2, output: 'no' }) },
    { name: 'throws', cores: 1, after: ['fails'], run: () => Promise.reject(new Error('boom')) },
    { name: 'passes', cores: 1, after: ['throws'], run: async () => good },
  ];
  const ended = await runInOrder(checks, 1);
  expect(ended.map(({ name, outcome }) => [name, outcome.passed, outcome.failed])).toEqual([
    ['fails', 0, 2],
    ['throws', 0, 1],
    ['passes', 1, 0],
  ]);
  expect(ended[1]?.outcome.output).toContain('boom');
});

test('headings come in the order of the list, whichever check ends first', async () => {
  const shown: string[] = [];
  const checks: Check[] = [
    { name: 'slow', cores: 1, run: () => after(30) },
    { name: 'quick', cores: 1, run: () => after(1) },
  ];
  await runInOrder(checks, 2, { ended: ({ name }) => shown.push(name) });
  expect(shown).toEqual(['slow', 'quick']);
});

test('never more checks at once than the machine has cores, and a wide one runs even on a single core', async () => {
  let busy = 0;
  let most = 0;
  const busily = (cores: 1 | 2) => async () => {
    busy += cores;
    most = Math.max(most, busy);
    await after(5);
    busy -= cores;
    return good;
  };
  const widths: (1 | 2)[] = [1, 2, 1, 1, 2];
  const checks = widths.map((cores, at) => ({ name: `check ${at}`, cores, run: busily(cores) }));
  await runInOrder(checks, 2);
  expect(most).toBe(2);
  await expect(runInOrder([{ name: 'wide', cores: 2, run: async () => good }], 1)).resolves.toHaveLength(1);
});

test('checks that wait for each other are a fault of the list, said at once', async () => {
  const checks: Check[] = [
    { name: 'egg', cores: 1, after: ['hen'], run: async () => good },
    { name: 'hen', cores: 1, after: ['egg'], run: async () => good },
  ];
  await expect(runInOrder(checks, 2)).rejects.toThrow('egg, hen');
});
