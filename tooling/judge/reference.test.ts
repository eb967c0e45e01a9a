import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
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
    skipped: ['cdnow', 'telco-churn', 'online-retail'],
  });
});
