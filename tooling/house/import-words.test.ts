import { kinds } from '@milepost/api/features/imports/kinds';
import { rejectReasons } from '@milepost/contract/imports';
import { expect, test } from 'vitest';
import { locales, portalTexts } from './locales.ts';

test.each(locales)(
  'every field that is imported, and every reason for which a row stays out, has a word in %s',
  (locale) => {
    const texts = portalTexts()[locale];
    const fields = Object.values(kinds).flatMap((kind) => kind.fields.map(({ field }) => `imports.field.${field}`));
    expect(fields.length).toBeGreaterThan(40);
    const keys = [...fields, ...rejectReasons.map((reason) => `imports.reason.${reason}`)];
    expect(keys.filter((key) => !texts.has(key))).toEqual([]);
  },
);
