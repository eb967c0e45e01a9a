import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { judgeReference } from './reference.ts';

const open = 'pipeline.maven_open_2017-09-30';

/** Two products; of each half of what closed was won, and one deal is open. */
async function folderWith(mean: number): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'reference-'));
  await mkdir(join(folder, 'maven-crm'));
  const deal = (product: string, stage: string) => `${product},${stage}`;
  const deals = ['A B', 'C'].flatMap((product) => [
    deal(product, 'Won'),
    deal(product, 'Lost'),
    deal(product.replace(' ', ''), 'Engaging'),
  ]);
  const file = (name: string, lines: readonly string[]) => writeFile(join(folder, 'maven-crm', name), lines.join('\n'));
  await file('sales_pipeline_asof_2017-09-30.csv', ['product,deal_stage', ...deals]);
  await file('products.csv', ['product,sales_price', 'A B,10', 'C,30']);
  const value = { deals: 2, mean, sd: Math.sqrt(250), p05: 0, p10: 0, p25: 0, p50: 10, p75: 30, p90: 40, p95: 40 };
  await writeFile(join(folder, 'REFERENCE.json'), JSON.stringify({ [open]: { value } }));
  return folder;
}

describe('judge reference', () => {
  it('reckons what is stated from the files beside it, and names what is not there', async () => {
    const said = await judgeReference(['--data', await folderWith(20)]);
    expect(said).toMatchObject({ isMet: true, skipped: ['leads.mle_small.coef'] });
    expect(await judgeReference(['--data', await folderWith(25)])).toMatchObject({ isMet: false });
  });

  it('compares nothing where there is no reference', async () => {
    const said = await judgeReference(['--data', join(tmpdir(), 'no-such-folder')]);
    expect(said).toEqual({ compared: [], skipped: ['leads.mle_small.coef', open], isMet: null });
  });
});
