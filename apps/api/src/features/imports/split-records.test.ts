import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { type Delimiter, recordSplitter } from './split-records.ts';

function split(text: string, { delimiter = ',', piece = text.length }: { delimiter?: Delimiter; piece?: number } = {}) {
  const splitter = recordSplitter(delimiter);
  const records = [];
  for (let at = 0; at < text.length; at += Math.max(1, piece))
    records.push(...splitter.push(text.slice(at, at + piece)));
  return [...records, ...splitter.end()];
}

describe('A3 records of a delimited file', () => {
  it('hold delimiters, quotes and line breaks within quotes, and know their lines', () => {
    expect(split('a,b\r\n"x, ""y""\nz",2\r\nlast,3')).toEqual([
      { line: 1, toLine: 1, cells: ['a', 'b'], broken: null },
      { line: 2, toLine: 3, cells: ['x, "y"\nz', '2'], broken: null },
      { line: 4, toLine: 4, cells: ['last', '3'], broken: null },
    ]);
  });

  it('end with LF, CR LF or CR, and do not need an end at all', () => {
    for (const end of ['\n', '\r\n', '\r']) {
      expect(split(`a${end}b${end}`).map(({ cells }) => cells)).toEqual([['a'], ['b']]);
      expect(split(`a${end}b`).map(({ cells }) => cells)).toEqual([['a'], ['b']]);
    }
  });

  it('tell of a quote that is never closed, and which lines went into it', () => {
    expect(split('a,b\n"c,d\ne,f\n')).toEqual([
      { line: 1, toLine: 1, cells: ['a', 'b'], broken: null },
      { line: 2, toLine: 3, cells: ['c,d\ne,f\n'], broken: 'unclosed-quote' },
    ]);
  });

  it('tell of text behind a closing quote, and forgive blanks there', () => {
    expect(split('"a"x,b\n"c" ,d\n')).toMatchObject([
      { broken: 'misplaced-quote' },
      { cells: ['c', 'd'], broken: null },
    ]);
  });

  it('take a quote within a plain cell for a quote', () => {
    expect(split('5" pipe,b\n')).toMatchObject([{ cells: ['5" pipe', 'b'], broken: null }]);
  });

  it('do not fill the memory with a cell or a row that never ends', () => {
    const [long] = split(`${'x'.repeat(3_000_000)}\n`, { piece: 65_536 });
    expect(long?.broken).toBe('cell-too-long');
    const [open] = split(`"${'x\n'.repeat(1_500_000)}`, { piece: 65_536 });
    expect(open).toMatchObject({ broken: 'unclosed-quote', line: 1, toLine: 1_500_000 });
    expect(open?.cells[0]?.length).toBeLessThanOrEqual(1_000_000);
    const [wide] = split(`${','.repeat(5_000)}\n`);
    expect(wide).toMatchObject({ broken: 'too-many-cells' });
  });

  const cell = fc.stringMatching(/^[a-c ",;\t\n]{0,6}$/);
  const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 8 });
  const delimiter = fc.constantFrom<Delimiter>(',', ';', '\t', '|');

  it('are what papaparse reads in any file that it writes', () => {
    fc.assert(
      fc.property(table, delimiter, fc.constantFrom('\n', '\r\n'), (rows, sign, newline) => {
        const text = Papa.unparse(rows, { delimiter: sign, newline, quotes: true });
        const expected = Papa.parse<string[]>(text, { delimiter: sign, newline }).data;
        expect(split(text, { delimiter: sign }).map(({ cells }) => cells)).toEqual(expected);
      }),
    );
  });

  it('are the same in whatever pieces the file arrives', () => {
    const messy = fc.stringMatching(/^[ab ,"\r\n]{0,40}$/);
    fc.assert(
      fc.property(messy, fc.integer({ min: 1, max: 5 }), (text, piece) => {
        const records = split(text);
        expect(split(text, { piece })).toEqual(records);
        const next = records.map(({ toLine }) => toLine + 1);
        expect(records.slice(1).map(({ line }) => line)).toEqual(next.slice(0, -1));
      }),
    );
  });
});
