import { describe, expect, it } from 'vitest';
import { type SourceFile, sourceFiles, withoutComments } from './source-files.ts';

/** Lines of these files that say what must not be said, with the reason. */
function linesWith(files: readonly SourceFile[], word: RegExp, reason: string): string[] {
  return files.flatMap(({ path, text }) =>
    withoutComments(text)
      .split('\n')
      .filter((line) => word.test(line))
      .map((line) => `${path}: ${line.trim()} (${reason})`),
  );
}

/** Calls of `vi.waitFor` that leave it at the second it waits by itself. */
const impatient = (text: string): string[] =>
  withoutComments(text)
    .split(/\bvi\.waitFor\(/)
    .slice(1)
    .filter((after) => !/^[^;]*,\s+\d+_000,?\s*\);/.test(after))
    .map((after) => after.split('\n')[0] ?? '');

const stories = () => sourceFiles().filter(({ path }) => path.startsWith('e2e/') && path.endsWith('.ts'));
const limits = () => sourceFiles().filter(({ path }) => path.endsWith('/vitest.config.ts'));

describe('a machine that has much else to do fails no test', () => {
  it('stories wait for what must come, with the patience of all, and never for a time', () => {
    expect(linesWith(stories(), /waitForTimeout|networkidle/, 'wait for what is to come: until.ts')).toEqual([]);
    const impatience = linesWith(
      stories().filter(({ path }) => path.endsWith('.e2e.ts')),
      /\btimeout:/,
      'every window has patience already',
    );
    expect(impatience).toEqual([]);
  });

  it('every project gives a test a minute', () => {
    expect(limits().length).toBeGreaterThan(5);
    expect(limits().filter(({ text }) => !text.includes('testTimeout: 60_000'))).toEqual([]);
  });

  it('what is waited for has longer than a second', () => {
    const found = sourceFiles()
      .filter(({ path }) => path.endsWith('.test.ts') && !path.startsWith('tooling/'))
      .flatMap(({ path, text }) => impatient(text).map((line) => `${path}: ${line}`));
    expect(found).toEqual([]);
    expect(impatient('await vi.waitFor(() => expect(a).toBe(1));')).toHaveLength(1);
    expect(impatient('await vi.waitFor(() => expect(a).toBe(1), 20_000);')).toEqual([]);
  });
});
