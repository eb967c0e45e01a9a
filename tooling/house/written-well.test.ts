import { describe, expect, test } from 'vitest';
import { sourceFiles } from './source-files.ts';
import {
  complaintsAboutHonesty,
  complaintsAboutLength,
  complaintsAboutSpelling,
  type Excuses,
  longest,
} from './written-well.ts';

const code = sourceFiles().filter(({ path }) => /\.(ts|vue|mjs|cjs)$/.test(path));

const excuses: Excuses = {
  'packages/ui/src/DataTable.vue': {
    lines: 225,
    reason: 'head, rows, cards and keys of one table; the parts that could leave have left',
  },
  'packages/capture/src/walk-document.ts': { lines: 265, reason: 'one walk over one tree' },
};

const lines = (count: number) => 'x\n'.repeat(count);
const file = (path: string, text: string) => [{ path, text }];

describe('files are short enough to read standing', () => {
  test('none is longer than its limit, and no excuse has expired', () => {
    expect(complaintsAboutLength(code, excuses)).toEqual([]);
  });

  test('a long file is seen; an excuse raises its limit, and ends with the need for it', () => {
    expect(complaintsAboutLength(file('a.ts', lines(longest.ts)), {})).toEqual([]);
    expect(complaintsAboutLength(file('a.ts', lines(longest.ts + 1)), {})).toHaveLength(1);
    expect(complaintsAboutLength(file('A.vue', lines(longest.vue + 1)), {})).toHaveLength(1);
    const excuse = { 'a.ts': { lines: 300, reason: 'one table of examples' } };
    expect(complaintsAboutLength(file('a.ts', lines(300)), excuse)).toEqual([]);
    expect(complaintsAboutLength(file('a.ts', lines(301)), excuse)).toHaveLength(1);
    expect(complaintsAboutLength(file('a.ts', lines(longest.ts)), excuse)[0]).toContain('take it off');
    expect(complaintsAboutLength([], excuse)[0]).toContain('take it off');
  });
});

describe('files are spelt alike', () => {
  test('kebab-case for files and folders, PascalCase for components', () => {
    expect(complaintsAboutSpelling(sourceFiles())).toEqual([]);
  });

  test('another spelling is seen', () => {
    expect(complaintsAboutSpelling(file('src/setTarget.ts', ''))).toHaveLength(1);
    expect(complaintsAboutSpelling(file('src/target-grid.vue', ''))).toHaveLength(1);
    expect(complaintsAboutSpelling(file('src/Targets/set-target.ts', ''))).toHaveLength(1);
  });
});

describe('nothing is half done, left out or silenced', () => {
  test('no line says so', () => {
    expect(complaintsAboutHonesty(code)).toEqual([]);
  });

  test.each([
    ['a.ts', '// TODO: later'],
    ['a.ts', '// @ts-ignore'],
    ['a.test.ts', 'test.only("x", f)'],
    ['a.test.ts', 'describe.skip("x", f)'],
    ['a.test.ts', 'describe.each(x).skip("x", f)'],
    ['a.ts', '// biome-ignore lint/suspicious/noExplicitAny: '],
    ['A.vue', '<!-- biome-ignore lint/a11y/useAltText -->'],
    ['a.ts', '// @ts-expect-error'],
  ])('in %s this line is refused: %s', (path, text) => {
    expect(complaintsAboutHonesty(file(path, text))).toHaveLength(1);
  });

  test('an exception that gives its reason passes', () => {
    const reason = '// biome-ignore lint/suspicious/noExplicitAny: the library says any';
    expect(complaintsAboutHonesty(file('a.ts', reason))).toEqual([]);
  });
});
