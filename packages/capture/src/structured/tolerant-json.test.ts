import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tolerantJson } from './tolerant-json.ts';

describe('JSON the way pages write it', () => {
  it('reads a script wrapped in CDATA that ends in a semicolon', () => {
    expect(tolerantJson('// <![CDATA[\n{"@type":"Person","name":"Ann Lee"};\n// ]]>')).toEqual([
      { '@type': 'Person', name: 'Ann Lee' },
    ]);
    expect(tolerantJson('/*<![CDATA[*/ {"a":1} /*]]>*/')).toEqual([{ a: 1 }]);
    expect(tolerantJson('<!-- {"a":1} -->')).toEqual([{ a: 1 }]);
  });

  it('passes over comments and trailing commas', () => {
    const text = '{ // who\n "name": "ACME", /* where */ "tags": ["x", "y",], }';
    expect(tolerantJson(text)).toEqual([{ name: 'ACME', tags: ['x', 'y'] }]);
  });

  it('keeps raw line breaks and tabs inside a string', () => {
    expect(tolerantJson('{"street":"1 Main St\n\tSuite 2"}')).toEqual([{ street: '1 Main St\n\tSuite 2' }]);
  });

  it('reads null as nothing and goes on', () => {
    expect(tolerantJson('null')).toEqual([null]);
    expect(tolerantJson('{"a":null,"b":undefined,}')).toEqual([{ a: null, b: null }]);
  });

  it('leaves a slash inside a string alone', () => {
    expect(tolerantJson('{"url":"https://acme.example/a//b",}')).toEqual([{ url: 'https://acme.example/a//b' }]);
  });

  it('keeps a telephone number that lost its quotes as it was written', () => {
    expect(tolerantJson("{telephone: 0301234567, 'fax': '030'}")).toEqual([{ telephone: '0301234567', fax: '030' }]);
  });

  it('reads several values in a row and what came before a broken end', () => {
    expect(tolerantJson('{"a":1}{"b":2}')).toEqual([{ a: 1 }, { b: 2 }]);
    expect(tolerantJson('{"a":1,}; {"b" 2}')).toEqual([{ a: 1 }]);
  });

  it('reads every valid JSON text as JSON.parse does', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value);
        expect(tolerantJson(`${text};`)).toEqual(text === '' ? [] : [JSON.parse(text)]);
      }),
    );
  });

  it('throws at no text whatever', () => {
    fc.assert(fc.property(fc.string({ maxLength: 200 }), (text) => Array.isArray(tolerantJson(text))));
    expect(() => tolerantJson('['.repeat(100_000))).not.toThrow();
  });
});
