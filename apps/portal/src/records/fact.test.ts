import { expect, it } from 'vitest';
import { webAddress } from './fact.ts';

it('leads to web pages and to nothing else', () => {
  expect(webAddress('firm.example/about')).toBe('https://firm.example/about');
  expect(webAddress('http://firm.example')).toBe('http://firm.example/');
  expect(webAddress('javascript:alert(1)')).toBeNull();
  expect(webAddress('no address at all')).toBeNull();
  expect(webAddress(null)).toBeNull();
});
