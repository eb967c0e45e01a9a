import { describe, expect, it } from 'vitest';
import { Failure } from '../../http/failure.ts';
import { openTable, type ReadOptions } from './read-file.ts';
import { surveyTable } from './survey-table.ts';
import { encodeAs } from './testing-files.ts';

type Content = string | Uint8Array;
const bytesOf = (content: Content) => (typeof content === 'string' ? new TextEncoder().encode(content) : content);

async function survey(content: Content, options: ReadOptions = {}) {
  const table = await openTable({ bytes: bytesOf(content) }, options);
  return { table, ...(await surveyTable(table)) };
}

async function refusalOf(content: Content, options: ReadOptions = {}) {
  try {
    await survey(content, options);
  } catch (error) {
    if (error instanceof Failure) return `${error.code}: ${error.more.issues?.[0]?.code}`;
    throw error;
  }
  return 'read';
}

describe('A3 every line of a file', () => {
  it('is a row, ignored with a reason, broken with a reason, or the header: none is lost', async () => {
    const text = 'sep=;\nReport;\n\nName;Revenue\nA;1\n\nB;2\nName;Revenue\nTotal;3\nC;4;5;6\nTotal Oil;7\n\nThe end\n';
    const table = await openTable({ bytes: bytesOf(text) });
    const lines = [table.headerLine];
    for await (const line of table.lines()) lines.push(line.line);
    expect(lines.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 13 }, (_, index) => index + 1));
    const { rows, ignoredCounts, brokenCounts } = await surveyTable(table);
    expect({ rows, ignoredCounts, brokenCounts }).toEqual({
      rows: 3,
      ignoredCounts: { 'separator-hint': 1, title: 1, blank: 3, 'repeated-header': 1, total: 1, footer: 1 },
      brokenCounts: { 'too-many-cells': 1 },
    });
  });

  it('with a sign that cannot be decoded is broken, and not imported with a hole in it', async () => {
    const file = Buffer.concat([
      encodeAs('gb18030', '客户名称,联系人\n杭州商贸有限公司,曾惠\n'),
      Buffer.from([0xff, 0x2c, 0x41, 0x0a]),
    ]);
    const { rows, brokenCounts } = await survey(file, { encoding: 'gb18030' });
    expect({ rows, brokenCounts }).toEqual({ rows: 1, brokenCounts: { undecodable: 1 } });
  });

  it('counts towards the share that has been read', async () => {
    const table = await openTable({ bytes: bytesOf(`Name,Note\n${'Ada,x\n'.repeat(200_000)}`) });
    const shares: number[] = [];
    for await (const line of table.lines((share) => shares.push(share)))
      if (line.kind !== 'row') throw new Error('a row was lost');
    expect(shares.length).toBeGreaterThan(2);
    expect(shares.at(-1)).toBe(1);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  });
});

describe('A3 a file that is no table', () => {
  it.each([
    ['', 'empty'],
    ['%PDF-1.7', 'pdf'],
    ['<html><table><tr><td>1</td></tr></table></html>', 'web-page'],
    [Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1), 'old-excel'],
    [Buffer.from('PK\x03\x04 and then nothing'), 'no-workbook'],
    ['1,2,3\n4,5,6\n', 'no-header'],
    ['Ada,ada@example.com,5\nBob,,\n', 'no-header'],
  ])('%j is refused with the reason', async (content, code) => {
    expect(await refusalOf(content)).toBe(`file-unreadable: ${code}`);
  });

  it('or more than is allowed, is refused before it is read', async () => {
    expect(await refusalOf('Name\nAda\nBob\n', { limits: { bytes: 5, rows: 10 } })).toBe('too-large: too-many-bytes');
    expect(await refusalOf('Name\nAda\nBob\n', { limits: { bytes: 500, rows: 1 } })).toBe('too-large: too-many-rows');
  });
});

describe('A3 what a person says of a file', () => {
  it('counts before what was found', async () => {
    const text = 'a;b,c\n1;2,3\n4;5,6\nx;y,z\n';
    const { table, sample } = await survey(text, { delimiter: ';', headerLine: 4, encoding: 'windows-1252' });
    expect(table.headers).toEqual(['x', 'y,z']);
    expect(sample).toEqual([]);
    expect(table.form).toMatchObject({ encoding: { encoding: 'windows-1252', by: 'person' }, delimiter: ';' });
  });
});
