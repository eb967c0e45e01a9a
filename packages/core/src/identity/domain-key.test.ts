import { expect, it } from 'vitest';
import { domainKey } from './domain-key.ts';

it.each([
  ['https://www.acme.co.uk/contact?x=1', 'acme.co.uk'],
  ['acme.com', 'acme.com'],
  ['shop.example.com.cn', 'example.com.cn'],
  ['ann@mail.acme.de', 'acme.de'],
  ['http://user:secret@acme.fr:8080/', 'acme.fr'],
])('the company domain of %s is %s', (address, domain) => {
  expect(domainKey(address)).toBe(domain);
});

it.each(['ann@gmail.com', 'https://qq.com', '127.0.0.1', 'localhost', '', '   '])('%s names no company', (address) => {
  expect(domainKey(address)).toBeNull();
});
