import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  type CustomField,
  type CustomValue,
  checkValue,
  fieldTypes,
  missingFields,
  patchValues,
} from './custom-field.ts';

const field = (type: CustomField['type'], choices: string[] = []) => ({ type, choices });
const value = fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.constant(null));

it('takes what a type can hold, trimmed, and says why it takes nothing else', () => {
  expect(checkValue(field('text'), ' Net 30 ')).toEqual({ status: 'ok', value: 'Net 30' });
  expect(checkValue(field('text'), '  ')).toEqual({ status: 'ok', value: null });
  expect(checkValue(field('text'), 5)).toEqual({ status: 'refused', because: 'not-a-text' });
  expect(checkValue(field('text'), 'x'.repeat(2001))).toEqual({ status: 'refused', because: 'too-long' });
  expect(checkValue(field('number'), -0)).toEqual({ status: 'ok', value: 0 });
  expect(checkValue(field('number'), '5')).toEqual({ status: 'refused', because: 'not-a-number' });
  expect(checkValue(field('number'), 1e14)).toEqual({ status: 'refused', because: 'too-large' });
  expect(checkValue(field('money'), 12.5)).toEqual({ status: 'refused', because: 'not-whole' });
  expect(checkValue(field('day'), '2028-02-29')).toEqual({ status: 'ok', value: '2028-02-29' });
  expect(checkValue(field('day'), '2026-02-29')).toEqual({ status: 'refused', because: 'not-a-day' });
  expect(checkValue(field('choice', ['Rail', 'Road']), 'Rail')).toEqual({ status: 'ok', value: 'Rail' });
  expect(checkValue(field('choice', ['Rail', 'Road']), 'Sea')).toEqual({ status: 'refused', because: 'not-a-choice' });
  expect(checkValue(field('boolean'), false)).toEqual({ status: 'ok', value: false });
  expect(checkValue(field('boolean'), 'yes')).toEqual({ status: 'refused', because: 'not-yes-or-no' });
});

it('lets "not known" stand in every type, and takes again what it took', () => {
  fc.assert(
    fc.property(fc.constantFrom(...fieldTypes), value, (type, said) => {
      expect(checkValue(field(type), null)).toEqual({ status: 'ok', value: null });
      const once = checkValue(field(type), said);
      if (once.status === 'ok') expect(checkValue(field(type), once.value)).toEqual(once);
    }),
  );
});

it('keeps what a patch does not name, and writes equal values alike whatever their order', () => {
  expect(patchValues({ b: 1, a: 'x' }, { b: null, c: true })).toEqual({ a: 'x', c: true });
  const known = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.oneof(fc.string(), fc.boolean()));
  fc.assert(
    fc.property(known, known, (values, patch) => {
      const after = patchValues(values, patch);
      const turned = Object.fromEntries(Object.entries(values).toReversed()) as Record<string, CustomValue>;
      expect(JSON.stringify(patchValues(turned, patch))).toBe(JSON.stringify(after));
      expect(patchValues(after, patch)).toEqual(after);
    }),
  );
});

it('names required fields without a value; no and zero are values', () => {
  const fields = ['a', 'b', 'c', 'd'].map((id) => ({ id, isRequired: id !== 'd' }));
  expect(missingFields(fields, { a: false, b: 0 }).map(({ id }) => id)).toEqual(['c']);
});
