import { describe, expect, test } from 'vitest';
import { strayCharacters } from './chinese-characters.ts';
import {
  differencesBetween,
  extensionTexts,
  hasText,
  keysAskedFor,
  manifestTexts,
  portalTexts,
  type TextsByLocale,
} from './locales.ts';
import { sourceFiles, withoutComments } from './source-files.ts';

const words: [name: string, texts: TextsByLocale][] = [
  ['the portal', portalTexts()],
  ["the extension's panel", extensionTexts()],
  ["the browser's own words for the extension", manifestTexts()],
];
const code: [name: string, texts: TextsByLocale, sources: RegExp][] = [
  ['the portal', portalTexts(), /^apps\/portal\/src\/.*(?<!\.test)\.(ts|vue)$/],
  ["the extension's panel", extensionTexts(), /^apps\/extension\/src\/.*(?<!\.test)\.(ts|vue)$/],
];

describe.each(words)('the words of %s', (_, texts) => {
  test('exist, with the same keys and placeholders, in all three languages', () => {
    expect(texts.en.size).toBeGreaterThan(0);
    expect(differencesBetween(texts)).toEqual([]);
  });

  test.each(['zh-Hans', 'zh-Hant'] as const)('%s is written in its own script', (script) => {
    const strays = [...texts[script]].flatMap(([key, text]) => {
      const found = strayCharacters(text, script);
      return found.length > 0 ? [`${key}: ${found.join('')} in "${text}"`] : [];
    });
    expect(strays).toEqual([]);
  });

  test('one word stands for one thing, where a language has two ways to write it', () => {
    const both = [...texts['zh-Hant']].flatMap(([key, text]) =>
      text.includes('計劃') ? [`${key}: 計畫, not 計劃`] : [],
    );
    expect(both).toEqual([]);
  });
});

test.each(code)('every text that the code of %s asks for is there', (_, texts, sources) => {
  const asked = sourceFiles()
    .filter(({ path }) => sources.test(path))
    .flatMap(({ path, text }) => keysAskedFor(withoutComments(text)).map((key) => ({ path, key })));
  expect(asked.length).toBeGreaterThan(0);
  expect(asked.filter(({ key }) => !hasText(texts.en, key)).map(({ path, key }) => `${path} asks for ${key}`)).toEqual(
    [],
  );
});

describe('the check of the languages', () => {
  const of = (en: string, hans: string, hant: string): TextsByLocale => ({
    en: new Map([['a', en]]),
    'zh-Hans': new Map([['a', hans]]),
    'zh-Hant': new Map([['a', hant]]),
  });

  test('sees a missing, an empty, an untranslated text and a lost placeholder', () => {
    expect(differencesBetween(of('Save now', '现在保存', '現在儲存'))).toEqual([]);
    expect(differencesBetween({ ...of('Save', '保存', '儲存'), 'zh-Hant': new Map() })).toEqual([
      'a is missing in zh-Hant.',
    ]);
    expect(differencesBetween(of('Save', ' ', '儲存'))).toEqual(['a is empty in zh-Hans.']);
    expect(differencesBetween(of('Save it now', 'Save it now', '現在儲存'))).toEqual([
      'a is still English in zh-Hans.',
    ]);
    expect(differencesBetween(of('{n} leads', '{n} 条线索', '條線索'))).toEqual([
      'a has other placeholders in zh-Hant than in en.',
    ]);
  });

  test('sees a text that was copied from the other script', () => {
    expect(strayCharacters('目标', 'zh-Hans')).toEqual([]);
    expect(strayCharacters('目标', 'zh-Hant')).toEqual(['标']);
    expect(strayCharacters('銷售目標', 'zh-Hans')).toEqual(['銷', '標']);
    expect(strayCharacters('皇后只在這裡', 'zh-Hant')).toEqual([]);
  });

  test('finds the keys that code asks for, whole and in part', () => {
    const failure = 'te(`failures.$' + '{code}.why`)';
    const code = `t('frame.search'); ${failure}; const nav = { labelKey: 'targets.title' }; split('x')`;
    expect(keysAskedFor(code)).toEqual(['frame.search', 'failures.*.why', 'targets.title']);
    const texts = new Map([
      ['frame.search', 'Search'],
      ['failures.in-use.why', 'Used'],
    ]);
    expect(hasText(texts, 'failures.*.why')).toBe(true);
    expect(hasText(texts, 'failures.*.fix')).toBe(false);
    expect(hasText(texts, 'targets.title')).toBe(false);
  });
});
