import { describe, expect, test } from 'vitest';
import { type SourceFile, sourceFiles, withoutComments } from '../house/source-files.ts';

/** Who names a `document`, with the reason. The reader alone may look into the page on the screen. */
const excused: Record<string, string> = {
  'apps/extension/src/capture/read-page.ts': 'reads the page: the one file for it',
  'apps/extension/src/entrypoints/read-page.ts': "hands the page's document to the reader, and does nothing else",
  'apps/extension/src/entrypoints/read-selection.ts':
    "hands the page's document to the reader of what is selected, as above",
  'apps/extension/src/panel/use-own-page.ts': "dresses the panel's own page: its language, title and colours",
};

/** Files of the extension, tests aside, whose code (not prose, not text) says `document`. */
function whoNamesADocument(files: readonly SourceFile[]): string[] {
  const mine = files.filter(({ path }) => /^apps\/extension\/src\/.*(?<!\.test)\.(ts|vue)$/.test(path));
  const isNamed = (text: string) => /\bdocument\b/.test(withoutComments(text).replace(/'[^'\n]*'|"[^"\n]*"/g, "''"));
  return mine.filter(({ text }) => isNamed(text)).map(({ path }) => path);
}

describe('only read-page.ts touches a page', () => {
  test('nobody else in the extension names a document, and no excuse has expired', () => {
    expect(whoNamesADocument(sourceFiles()).sort()).toEqual(Object.keys(excused).sort());
  });

  test('the wiring hands the document over and asks it nothing', () => {
    const wiring = sourceFiles().filter(({ path }) => /^apps\/extension\/src\/entrypoints\/read-.*\.ts$/.test(path));
    expect(wiring).toHaveLength(2);
    for (const { text } of wiring) expect(withoutComments(text)).not.toMatch(/document\s*[.[]/);
  });

  test('a file that touches the page is seen, in code and not in prose', () => {
    const path = 'apps/extension/src/panel/peek.ts';
    expect(whoNamesADocument([{ path, text: "const title = document.querySelector('h1');\n" }])).toEqual([path]);
    expect(whoNamesADocument([{ path, text: "// the document\nconst kind = 'document';\n" }])).toEqual([]);
    expect(whoNamesADocument([{ path: 'apps/portal/src/main.ts', text: 'document.title' }])).toEqual([]);
  });
});
