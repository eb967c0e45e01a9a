import { expect, it } from 'vitest';
import { chooseLocale } from './locale-choice.ts';

it('begins in the language chosen earlier, else in the browser’s first one that we speak', () => {
  expect(chooseLocale('zh-Hant', ['en-GB'])).toBe('zh-Hant');
  expect(chooseLocale(null, ['fr-FR', 'zh-CN', 'en'])).toBe('zh-Hans');
  expect(chooseLocale('klingon', ['fr-FR'])).toBe('en');
});

it('knows who writes Chinese how', () => {
  for (const tag of ['zh-TW', 'zh-HK', 'zh-MO', 'zh-Hant', 'zh-Hant-CN'])
    expect(chooseLocale(null, [tag])).toBe('zh-Hant');
  for (const tag of ['zh', 'zh-CN', 'zh-SG', 'zh-Hans-TW']) expect(chooseLocale(null, [tag])).toBe('zh-Hans');
  expect(chooseLocale(null, ['not a tag!', 'en-US'])).toBe('en');
});
