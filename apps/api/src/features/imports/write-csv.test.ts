import { describe, expect, it } from 'vitest';
import { csvCell, csvLine, csvOf } from './write-csv.ts';

describe('A3 our own CSV', () => {
  it.each([
    '=1+1',
    '=HYPERLINK("http://example.com","x")',
    '+8613800138000',
    '-1+1',
    '-13800138000',
    '@SUM(1)',
    '\tx',
    '\rx',
  ])('shows %j and does not let a spreadsheet run it', (text) => {
    expect(csvCell(text).replace(/^"|"$/g, '').startsWith("'")).toBe(true);
  });

  it('keeps numbers numbers, also negative ones', () => {
    expect(csvLine([-1234.5, 0, null, true])).toBe('-1234.5,0,,true\r\n');
  });

  it('quotes what would part cells or lines', () => {
    expect(csvLine(['a,b', 'say "hi"', 'two\nlines', ' edge ', 'plain', '0012'])).toBe(
      '"a,b","say ""hi""","two\nlines"," edge ",plain,0012\r\n',
    );
  });

  it('begins with a mark, so that Excel opens it readable', async () => {
    let text = '';
    for await (const piece of csvOf(['客户名称'], [['华信']])) text += piece;
    expect(text).toBe('\ufeff客户名称\r\n华信\r\n');
    expect([...new TextEncoder().encode(text).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  });
});
