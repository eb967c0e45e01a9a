import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { isWithin, judgeReference } from './reference.ts';

it('compares shape and every number within what the reference leaves open', () => {
  expect(isWithin({ n: 3, share: 0.51 }, { n: 3, share: 0.5 }, { abs: 0.02 })).toBe(true);
  expect(isWithin({ n: 3, share: 0.53 }, { n: 3, share: 0.5 }, { abs: 0.02 })).toBe(false);
  expect(isWithin([1e-7], [1.0005e-7], { rel: 0.001 })).toBe(true);
  expect(isWithin(4960, 4961, 'exact')).toBe(false);
  expect(isWithin({ n: 3 }, { n: 3, share: 0.5 }, { abs: 1 })).toBe(false);
  expect(isWithin(null, 0, { abs: 1 })).toBe(false);
});

it('says what was skipped, and that nothing was compared where there is no reference', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'milepost-reference-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  await expect(judgeReference(['--data', folder])).rejects.toThrow('nothing was compared');
  writeFileSync(join(folder, 'REFERENCE.json'), '{}');
  expect(await judgeReference(['--data', folder])).toEqual({
    ...{ met: 0, missed: [] },
    skipped: ['cdnow', 'telco-churn', 'online-retail', 'leads-xeducation', 'maven-crm'],
  });
});

it('reckons what is stated from the files beside it, and tells what is otherwise', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'milepost-reference-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, 'maven-crm'));
  // Two products; of each half of what closed was won, and one deal is open.
  const rows = ['A B', 'C'].flatMap((name) => [`${name},Won`, `${name},Lost`, `${name.replace(' ', '')},Engaging`]);
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  write('maven-crm/sales_pipeline_asof_2017-09-30.csv', ['product,deal_stage', ...rows].join('\n'));
  write('maven-crm/products.csv', ['product,sales_price', 'A B,10', 'C,30'].join('\n'));
  const product = (price: number) => ({ n: 1, price, p: 0.5 });
  const quantiles = { p05: 0, p10: 0, p25: 0, p50: 10, p75: 30, p90: 40, p95: 40 };
  const value = { deals: 2, by_product: { 'A B': product(10), C: product(30) }, sd: Math.sqrt(250), ...quantiles };
  const state = (mean: number) =>
    write(
      'REFERENCE.json',
      JSON.stringify({ 'pipeline.maven_open_2017-09-30': { value: { ...value, mean }, tolerance: {} } }),
    );
  state(20);
  expect(await judgeReference(['--data', folder])).toMatchObject({ met: 1, missed: [] });
  state(25);
  expect(await judgeReference(['--data', folder])).toMatchObject({
    missed: [{ name: 'pipeline.maven_open_2017-09-30', got: { mean: 20 } }],
  });
  process.exitCode = 0;
});
