import { failures } from '@milepost/contract/failures';
import type { LikenessReason } from '@milepost/core/identity/likeness';
import { describe, expect, it } from 'vitest';
import manifestEn from '../../public/_locales/en/messages.json';
import manifestHans from '../../public/_locales/zh_CN/messages.json';
import manifestHant from '../../public/_locales/zh_TW/messages.json';
import en from './en.json';
import zhHans from './zh-Hans.json';
import zhHant from './zh-Hant.json';

type Tree = { [key: string]: Tree | string };

function textsOf(tree: Tree, before = ''): Map<string, string> {
  const texts = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'string') texts.set(before + key, value);
    else for (const [path, text] of textsOf(value, `${before}${key}.`)) texts.set(path, text);
  }
  return texts;
}
const slots = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();

describe('the words of the extension', () => {
  it.each([
    ['zh-Hans', zhHans],
    ['zh-Hant', zhHant],
  ])('are complete in %s and fill the same slots as in English', (_, other) => {
    const english = textsOf(en);
    const theirs = textsOf(other);
    expect([...theirs.keys()]).toEqual([...english.keys()]);
    for (const [path, text] of english) expect([path, slots(theirs.get(path) ?? '')]).toEqual([path, slots(text)]);
  });

  it('explain only failures that exist', () => {
    const known = Object.keys(failures);
    const own = Object.keys(en.failures).filter((code) => code !== 'other' && code !== 'fields');
    expect(own.filter((code) => !known.includes(code))).toEqual([]);
  });

  it('say why a lead is known in words for every reason there is', () => {
    const reasons: Record<LikenessReason, true> = {
      'same-email': true,
      'same-profile': true,
      'same-name': true,
      'same-name-apart-from-legal-form': true,
      'same-company': true,
      'same-domain': true,
      'same-phone': true,
      'same-role-address': true,
    };
    expect(Object.keys(en.reason)).toEqual(Object.keys(reasons));
  });

  it('name the extension in every language of the manifest', () => {
    for (const other of [manifestHans, manifestHant]) expect(Object.keys(other)).toEqual(Object.keys(manifestEn));
  });
});
