import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { openTable } from './read-file.ts';
import { surveyTable } from './survey-table.ts';
import type { TableLine } from './table-line.ts';
import { workbookParts, zipOf } from './testing-files.ts';

type Fill = (book: ExcelJS.Workbook) => void;
async function bookOf(fill: Fill): Promise<{ bytes: Uint8Array }> {
  const book = new ExcelJS.Workbook();
  fill(book);
  return { bytes: new Uint8Array(await book.xlsx.writeBuffer()) };
}
const sampleOf = async (source: { bytes: Uint8Array }, sheet?: string) =>
  (await surveyTable(await openTable(source, sheet === undefined ? {} : { sheet }))).sample;

describe('A3 a workbook', () => {
  it('gives what its cells show: text as text, days as days, numbers, yes and no, results of formulas', async () => {
    const source = await bookOf((book) => {
      const sheet = book.addWorksheet('S');
      sheet.addRow(['Code', 'Day', 'At', 'Figure', 'Done', 'Sum', 'Mixed', 'Wrong', 'Link']);
      const row = sheet.addRow([
        '0012',
        new Date('2024-02-29T00:00:00Z'),
        new Date('2024-02-29T13:30:00Z'),
        0.1 + 0.2,
        true,
      ]);
      row.getCell(6).value = { formula: 'D2*10', result: 3.5 };
      row.getCell(7).value = { richText: [{ text: 'Hua' }, { font: { bold: true }, text: 'xin' }] };
      row.getCell(8).value = { error: '#N/A' };
      row.getCell(9).value = { text: 'Acme', hyperlink: 'https://acme.example' };
    });
    expect(await sampleOf(source)).toEqual([
      ['0012', '2024-02-29', '2024-02-29 13:30:00', '0.3', 'TRUE', '3.5', 'Huaxin', '#N/A', 'Acme'],
    ]);
  });

  it('gives numbers that read one way only, also where the comma is decimal', async () => {
    const source = await bookOf((book) =>
      book.addWorksheet('S').addRows([
        ['Name', 'Figure', 'Phone'],
        ['A', 1.234, 13800138000],
        ['B', -12.5, 7],
      ]),
    );
    expect(await sampleOf(source)).toEqual([
      ['A', '1.2340', '13800138000'],
      ['B', '-12.5', '7'],
    ]);
  });

  it('opens on its first visible sheet, and on another one when told', async () => {
    const source = await bookOf((book) => {
      book.addWorksheet('Lists', { state: 'hidden' }).addRows([['Hidden'], ['x']]);
      book.addWorksheet('Data').addRows([
        ['Name', 'City'],
        ['Ada', 'York'],
      ]);
      book.addWorksheet('Other').addRows([
        ['Name', 'City'],
        ['Bob', 'Bath'],
      ]);
    });
    expect(await sampleOf(source)).toEqual([['Ada', 'York']]);
    expect(await sampleOf(source, 'Other')).toEqual([['Bob', 'Bath']]);
    await expect(openTable(source, { sheet: 'None' })).rejects.toMatchObject({ code: 'file-unreadable' });
  });

  it('counts lines as the sheet does, over rows and cells that are not stored', async () => {
    const source = await bookOf((book) => {
      const sheet = book.addWorksheet('S');
      sheet.getCell('A1').value = 'Customers';
      sheet.getRow(3).values = ['Name', 'City', 'Note'];
      sheet.getRow(4).values = ['Ada'];
      sheet.getRow(7).values = ['Bob', undefined, 'late'];
    });
    const table = await openTable(source);
    expect(table.headerLine).toBe(3);
    const lines: TableLine[] = [];
    for await (const line of table.lines()) lines.push(line);
    expect(lines.filter(({ kind }) => kind === 'row')).toEqual([
      { kind: 'row', line: 4, cells: ['Ada', '', ''] },
      { kind: 'row', line: 7, cells: ['Bob', '', 'late'] },
    ]);
    expect(lines.filter(({ kind }) => kind === 'ignored').map(({ line }) => line)).toEqual([1, 2, 5]);
  });

  it('is read by its relations, prefixes and inline text, however it was written', async () => {
    const rows =
      '<x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>Na</x:t><x:r><x:t>me</x:t></x:r><x:rPh><x:t>ruby</x:t></x:rPh></x:is></x:c><x:c r="C1" t="str"><x:v>A &amp; B</x:v></x:c></x:row>' +
      '<x:row r="2"><x:c r="A2" t="inlineStr"><x:is><x:t xml:space="preserve"> 华信 &#x4E2D;</x:t></x:is></x:c><x:c r="B2"/><x:c r="C2"><x:v>1.3799999999999999</x:v></x:c></x:row><x:row r="3"/>';
    const table = await openTable({ bytes: zipOf(workbookParts(rows)) });
    expect(table.form).toMatchObject({ sheet: 'Kunden & mehr' });
    expect(table.headers).toEqual(['Name', '', 'A & B']);
    expect((await surveyTable(table)).sample).toEqual([[' 华信 中', '', '1.38']]);
  });

  it('is refused when it is damaged or lies about its size', async () => {
    const rows = '<x:row r="1"><x:c r="A1" t="str"><x:v>Name</x:v></x:c></x:row>';
    const whole = zipOf(workbookParts(rows));
    await expect(openTable({ bytes: zipOf(workbookParts(rows), { declared: 3 }) })).rejects.toMatchObject({
      code: 'file-unreadable',
    });
    await expect(openTable({ bytes: whole.subarray(0, whole.length - 30) })).rejects.toMatchObject({
      code: 'file-unreadable',
    });
    const broken = Uint8Array.from(whole);
    broken.fill(0xff, 60, 90);
    await expect(openTable({ bytes: broken })).rejects.toMatchObject({ code: 'file-unreadable' });
    await expect(openTable({ bytes: zipOf({ 'word/document.xml': '<x/>' }) })).rejects.toMatchObject({
      code: 'file-unreadable',
    });
  });
});
