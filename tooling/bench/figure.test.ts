import { expect, test } from 'vitest';
import { lineOf } from './figure.ts';

test('a figure is one line of JSON with four significant digits', () => {
  expect(lineOf({ name: 're-plan', value: 1.234567, unit: 'ms' })).toBe('{"name":"re-plan","value":1.235,"unit":"ms"}');
});

test('a floor brings its ratio along', () => {
  expect(JSON.parse(lineOf({ name: 'list', value: 30, unit: 'ms', floor: 20 }))).toEqual({
    name: 'list',
    value: 30,
    unit: 'ms',
    floor: 20,
    ratio: 1.5,
  });
});

test('a broken measurement is no figure', () => {
  expect(() => lineOf({ name: 'list', value: Number.NaN, unit: 'ms' })).toThrow('list');
  expect(() => lineOf({ name: 'list', value: 1, unit: 'ms', floor: 0 })).toThrow('list');
});
