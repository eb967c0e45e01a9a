import { failures } from '@milepost/contract/failures';
import { expect, test } from 'vitest';
import { locales, portalTexts } from './locales.ts';

test('every failure says why and what to do next, in English sentences', () => {
  for (const [code, { why, fix }] of Object.entries(failures)) {
    expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(why, code).toMatch(/^[A-Z].*\.$/);
    expect(fix, code).toMatch(/^[A-Z].*\.$/);
  }
});

test.each(locales)('every failure is explained in %s', (locale) => {
  const texts = portalTexts()[locale];
  const keys = Object.keys(failures).flatMap((code) => [`failures.${code}.why`, `failures.${code}.fix`]);
  expect(keys.filter((key) => !texts.has(key))).toEqual([]);
});
