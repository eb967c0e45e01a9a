import { describe, expect, it } from 'vitest';
import { languageOf, readDomains } from './settings.ts';

describe('the language', () => {
  it('follows the browser unless one was chosen', () => {
    expect(languageOf('auto', 'de-AT')).toBe('en');
    expect(['zh-CN', 'zh', 'zh-SG'].map((tag) => languageOf('auto', tag))).toEqual(['zh-Hans', 'zh-Hans', 'zh-Hans']);
    expect(['zh-TW', 'zh-HK', 'zh-Hant-MO'].map((tag) => languageOf('auto', tag))).toEqual([
      'zh-Hant',
      'zh-Hant',
      'zh-Hant',
    ]);
    expect(languageOf('en', 'zh-CN')).toBe('en');
  });
});

describe('domains of the own house', () => {
  it('are read as people type them', () => {
    expect(readDomains('Acme.example, https://www.acme.co.example/x；me@acme.example\nnonsense')).toEqual([
      'acme.example',
      'acme.co.example',
    ]);
  });
});
